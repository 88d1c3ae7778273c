import { catalogueOptions, catalogueSearches } from './catalogue';
import { customerOptions } from './customers';
import { marketingSearches } from './marketing';
import { orderOptions, orderSearches } from './orders';
import { productPartSearches } from './productParts';
import { webhookSearches } from './webhooks';

/** Whatever the forms of the nodes offer out of the store. */
export const pickers = {
	loadOptions: { ...catalogueOptions, ...customerOptions, ...orderOptions },
	listSearch: {
		...catalogueSearches,
		...marketingSearches,
		...orderSearches,
		...productPartSearches,
		...webhookSearches,
	},
};
