import { categoryOptions } from './categories';
import { catalogueOptions, catalogueSearches } from './catalogue';
import { customerOptions, customerSearches } from './customers';
import { marketingSearches } from './marketing';
import { orderOptions, orderSearches } from './orders';
import { productPartSearches } from './productParts';
import { webhookSearches } from './webhooks';

/** Whatever the forms of the nodes offer out of the store. */
export const pickers = {
	loadOptions: { ...catalogueOptions, ...categoryOptions, ...customerOptions, ...orderOptions },
	listSearch: {
		...catalogueSearches,
		...customerSearches,
		...marketingSearches,
		...orderSearches,
		...productPartSearches,
		...webhookSearches,
	},
};
