import { InputError } from '../../api/inputError';
import type { Draft } from './draft';
import type { GivenImage } from './draftItemLists';
import type { PublishIssue } from '../report/publishIssues';
import type { StoreImage } from '../match/storeProducts';
import type { DraftVariant } from './draftVariants';

/** Longest address that BigCommerce takes an image from (API notes 2.11). */
const LONGEST_URL = 255;

export interface Pictures {
	/** In the order of the product page; the first is the thumbnail. */
	gallery: GivenImage[];
	/** Pictures that only some of the variants have: shown when one of those is chosen. */
	own: Map<DraftVariant, string>;
	issues: PublishIssue[];
}

/** Images that every one of the product's items shows are the product's; the first other one is the variant's. */
export function picturesOf({ items, variants, label }: Draft): Pictures {
	const { settings } = items[0] ?? {};
	const issues: PublishIssue[] = [];
	const usable = ({ url }: GivenImage) => {
		if (url.length <= LONGEST_URL) return true;
		const message = `The address of an image has ${url.length} characters; BigCommerce takes ${LONGEST_URL}: ${url.slice(0, 80)}…`;
		if (settings?.ifPartFails === 'fail')
			throw new InputError(`${message} (product "${label}")`, 'Use a shorter address.');
		if (!issues.some((issue) => issue.message === message))
			issues.push({ code: 'imageFailed', message });
		return false;
	};
	const lists = items.map(({ images }) => images.filter(usable)).filter(({ length }) => length > 0);
	const shown = new Map<string, number>();
	for (const { url } of lists.flat()) shown.set(url, (shown.get(url) ?? 0) + 1);
	const isShared = ({ url }: GivenImage) => shown.get(url) === lists.length;
	const all = [...new Map(lists.flat().map((image) => [image.url, image])).values()];
	const own = new Map<DraftVariant, string>();
	if (items.length > 1) {
		for (const variant of variants) {
			const picture = variant.item.images.filter(usable).find((image) => !isShared(image));
			if (picture) own.set(variant, picture.url);
		}
	}
	const pictures = new Set(own.values());
	const gallery = all.filter((image) => isShared(image) || !pictures.has(image.url));
	// Without a common image the product page would have none.
	return { gallery: gallery.some(isShared) ? gallery : all, own, issues };
}

/** What the store adds to the name of a file: a number of its own, and the size (API notes 6.10). */
const ADDED = /(__\d{5}|(\.\d{10})?\.\d{1,4}\.\d{1,4})$/;

/** The name that an image's file came with: the same for the address that it was taken from and where the store keeps it. */
export function fileKey(address: string): string {
	const file = address.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
	let name = file.replace(/\.[a-z]{3,4}$/i, '').toLowerCase();
	while (ADDED.test(name)) name = name.replace(ADDED, '');
	return name;
}

export const imageKey = ({ image_file, url_standard, image_url }: StoreImage) =>
	fileKey(image_file ?? url_standard ?? image_url ?? '');

/** Those that the product lacks. */
export function imagesToAdd(
	{ images = [] }: { images?: readonly StoreImage[] },
	given: readonly GivenImage[],
): GivenImage[] {
	const there = new Set(images.map(imageKey));
	return given.filter(({ url }) => !there.has(fileKey(url)));
}
