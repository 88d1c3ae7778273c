import { fitAttributes, type Fitted } from './attributes';
import type { Draft } from './draft';
import { picturesOf, type Pictures } from './images';
import type { StoreProduct } from './storeProducts';

/** What is checked of a product before anything is written. */
export interface Prepared {
	draft: Draft;
	attributes: Fitted;
	pictures: Pictures;
}

export function prepare(draft: Draft): Prepared {
	const fields = draft.items.flatMap(({ customFields }) => customFields);
	return {
		draft,
		attributes: fitAttributes(fields, draft.label, draft.items[0]?.settings ?? {}),
		pictures: picturesOf(draft),
	};
}

/** A product of the input, and the one of the store that it is. */
export interface Existing {
	draft: Draft;
	product: StoreProduct;
}
