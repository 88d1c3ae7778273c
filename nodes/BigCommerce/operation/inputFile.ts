import type { IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../api/inputError';

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
	const { fileName, fileExtension, mimeType } = fileOf(helpers, index, field);
	return {
		content: new Uint8Array(await helpers.getBinaryDataBuffer(index, field)),
		fileName: fileName || [field, fileExtension].filter(Boolean).join('.'),
		mimeType,
	};
}

/** n8n's own words for a file that is missing repeat the name at any length and do not say which field of the form it is. */
function fileOf(helpers: IExecuteFunctions['helpers'], index: number, field: string) {
	try {
		return helpers.assertBinaryData(index, field);
	} catch {
		// Told below.
	}
	throw new InputError(
		`'Input Data Field Name' is "${field}", and the input item has no file of that name`,
		"The files of an item are under 'Binary' in the input panel; give the name that stands there, mostly data.",
	);
}
