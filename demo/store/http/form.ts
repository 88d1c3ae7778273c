import type { UploadedFile } from '../records.ts';
import type { JsonObject } from './reading.ts';

export interface FormFile extends UploadedFile {
	bytes: Uint8Array;
}

/** A multipart form: text fields and files, each by its name. */
export interface Form {
	fields: Record<string, string>;
	files: Record<string, FormFile>;
}

/** A body as it came; of a form, what the record shows of it. */
export interface SentBody {
	text: string;
	form?: Form;
}

export const isForm = (contentType: string | undefined): contentType is string =>
	/^multipart\/form-data\b/i.test(contentType ?? '');

/** Reads a form; undefined where the body is none. */
export async function readForm(bytes: Uint8Array, contentType: string): Promise<Form | undefined> {
	const form: Form = { fields: {}, files: {} };
	try {
		const headers = { 'Content-Type': contentType };
		const entries = await new Response(new Uint8Array(bytes), { headers }).formData();
		for (const [name, value] of entries) {
			if (typeof value === 'string') form.fields[name] = value;
			else {
				const content = new Uint8Array(await value.arrayBuffer());
				form.files[name] = {
					name: value.name,
					type: value.type,
					size: content.length,
					bytes: content,
				};
			}
		}
	} catch {
		return undefined;
	}
	return form;
}

/** What the record of exchanges shows of a form: a file is its name there. */
export const formSummary = ({ fields, files }: Form): JsonObject => ({
	...fields,
	...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.name])),
});
