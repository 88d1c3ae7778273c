import { createHash } from 'crypto';

import type { Memory } from '../../operation/memory';
import type { Listing } from '../model/listing';

/**
 * Names a listing with this very content. The date of the last change is left out: BigCommerce moves it on savings that
 * changed nothing here, and not on every change of a variant (API notes 6.7).
 */
function contentKey({
	dateModified: _date,
	product: _product,
	variant: _variant,
	...content
}: Listing): string {
	const hash = createHash('sha1').update(JSON.stringify(content)).digest('hex');
	return `${content.productId}/${content.variantId ?? ''}:${hash}`;
}

/**
 * The listings that are new or other than at the last import. Only the latest content is remembered, so that a change
 * that is taken back is a change too.
 */
export async function changedSinceLastImport(
	memory: Memory,
	listings: Listing[],
): Promise<Listing[]> {
	const keyed = listings.map((listing) => ({ listing, key: contentKey(listing) }));
	const changed = await memory.replace(keyed.map(({ key }) => key));
	return keyed.filter(({ key }) => changed.has(key)).map(({ listing }) => listing);
}
