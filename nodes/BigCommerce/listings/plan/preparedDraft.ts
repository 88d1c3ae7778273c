import { fitAttributes, type Fitted } from '../model/customFieldLimits';
import type { Wants } from '../model/draftValues';
import type { Draft } from '../model/draft';
import { picturesOf, type Pictures } from '../model/draftPictures';
import type { StoreProduct } from '../match/storeProducts';

/** What is checked of a product before anything is written; parts that are not wanted are empty. */
export interface Prepared {
	draft: Draft;
	attributes: Fitted;
	pictures: Pictures;
}

export function prepare(draft: Draft, wants: Wants): Prepared {
	const fields = draft.items.flatMap(({ customFields }) => customFields);
	return {
		draft,
		attributes: wants('customFields')
			? fitAttributes(fields, draft.label, draft.items[0]?.settings ?? {})
			: { fields: [], issues: [] },
		pictures: wants('images') ? picturesOf(draft) : { gallery: [], own: new Map(), issues: [] },
	};
}

/** A product of the input, and the one of the store that it is. */
export interface Existing {
	draft: Draft;
	product: StoreProduct;
}
