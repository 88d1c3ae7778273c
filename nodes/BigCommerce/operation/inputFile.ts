import type { IExecuteFunctions } from 'n8n-workflow';

/** A file of an input item. */
export interface InputFile {
	content: Uint8Array<ArrayBuffer>;
	fileName: string;
	mimeType: string;
}

/** Reads a file of an item wherever n8n keeps it: in memory, on disk or in a bucket. */
export async function readInputFile(
	{ helpers }: IExecuteFunctions,
	index: number,
	field: string,
): Promise<InputFile> {
	const { fileName, fileExtension, mimeType } = helpers.assertBinaryData(index, field);
	return {
		content: new Uint8Array(await helpers.getBinaryDataBuffer(index, field)),
		fileName: fileName || [field, fileExtension].filter(Boolean).join('.'),
		mimeType,
	};
}
