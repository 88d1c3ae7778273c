import { slug } from '../formats.ts';
import { refuseV3 } from '../http/answers.ts';
import type { FormFile } from '../http/form.ts';
import type { StoreState } from '../state.ts';

const MEGABYTE = 1024 * 1024;
export const LARGEST_IMAGE = 8 * MEGABYTE;
export const LARGEST_VARIANT_IMAGE = MEGABYTE;

const LONGEST_URL = 255;

/** How files of the kinds begin that the store takes: BMP, GIF, JPEG, PNG and WEBP. */
const BEGINNINGS = ['BM', 'GIF8', '\xff\xd8\xff', '\x89PNG', 'RIFF'];

/** WBMP and XBM have no beginning of their own. */
const isImage = ({ bytes, name }: FormFile): boolean => {
	const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
	return BEGINNINGS.some((beginning) => head.startsWith(beginning)) || /\.(wbmp|xbm)$/i.test(name);
};

/** An uploaded picture, or 422 where it is none. */
export function imageOf(file: FormFile | undefined, title: string): FormFile {
	if (!file) return refuseV3(422, title, { image_file: 'image_file is required' });
	if (file.size > LARGEST_IMAGE)
		return refuseV3(422, title, { image_file: 'image_file must be at most 8 MB' });
	if (!isImage(file))
		return refuseV3(422, title, {
			image_file: 'image_file must be a BMP, GIF, JPEG, PNG, WBMP, XBM or WEBP image',
		});
	return file;
}

/** Where the store keeps an upload. */
export const keptAt = ({ store }: StoreState, folder: string, file: FormFile): string => {
	const [, name = 'image', extension = ''] = /^(.*?)(\.\w+)?$/.exec(file.name) ?? [];
	return `https://cdn11.bigcommerce.com/s-${store.hash}/${folder}/${slug(name)}${extension}`;
};

/** Why an image's address cannot be right; undefined when it can. */
export const urlProblem = (url: string): string | undefined => {
	if (!/^https?:/.test(url) || !URL.canParse(url))
		return 'must be a full address, protocol included';
	return url.length > LONGEST_URL ? `must be at most ${LONGEST_URL} characters` : undefined;
};

/**
 * Whether the host of an image gives it out. The store asks nobody: all hosts do but those below `.invalid`, as a host that
 * does not answer or blocks the download (API notes 2.11).
 */
export const canBeDownloaded = (url: string): boolean =>
	!new URL(url).hostname.endsWith('.invalid');
