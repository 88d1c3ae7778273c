import { multipart } from '../../api/multipart';
import { InputError } from '../../api/inputError';
import { defineFields } from '../../operation/define';
import type { InputFile } from '../../operation/inputFile';

export const imageFileField = defineFields([
	{
		displayName: 'Input Data Field Name',
		name: 'inputField',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		description: 'Name of the field that holds the file: BMP, GIF, JPEG, PNG, WBMP, WEBP or XBM',
		hint: 'The name as it stands on the Binary tab of the input, up to 8 MB a file',
	},
]);

const LARGEST_MB = 8;
const NAMES = /\.(bmp|gif|jpe?g|png|wbmp|xbm|webp)$/i;

/** How a file is called that says by its type alone what it is. */
const EXTENSIONS = new Map([
	['image/bmp', 'bmp'],
	['image/gif', 'gif'],
	['image/jpeg', 'jpg'],
	['image/jpg', 'jpg'],
	['image/png', 'png'],
	['image/vnd.wap.wbmp', 'wbmp'],
	['image/webp', 'webp'],
	['image/x-xbitmap', 'xbm'],
]);

/** A file is sent as a form; every other field of the image travels in it (products_catalog.v3.yml). */
export function imageForm(settings: object, file: InputFile): FormData {
	const { content, fileName } = file;
	const mimeType = file.mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
	const extension = EXTENSIONS.get(mimeType);
	const isNamed = NAMES.test(fileName);
	if (!isNamed && !extension)
		throw new InputError(
			`The file "${fileName}" (${mimeType}) is no image that BigCommerce takes`,
			'It takes BMP, GIF, JPEG, PNG, WBMP, WEBP and XBM.',
		);
	if (content.byteLength > LARGEST_MB * 1024 * 1024)
		throw new InputError(
			`The file "${fileName}" is larger than the ${LARGEST_MB} MB that BigCommerce takes`,
			'Make the image smaller before, for example with an Edit Image node.',
		);
	return multipart(settings, {
		field: 'image_file',
		content,
		fileName: isNamed ? fileName : `${fileName}.${extension}`,
		mimeType,
	});
}
