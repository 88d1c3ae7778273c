/** A file that travels in a request. */
export interface Upload {
	/** The form's field, such as `image_file`. */
	field: string;
	content: Uint8Array<ArrayBuffer>;
	fileName: string;
	mimeType: string;
}

/**
 * The body of a request that carries a file: it is sent as multipart/form-data, and as it holds no stream it can be sent
 * again like any other.
 */
export function multipart(
	fields: object,
	{ field, content, fileName, mimeType }: Upload,
): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
	form.append(field, new Blob([content], { type: mimeType }), fileName);
	return form;
}
