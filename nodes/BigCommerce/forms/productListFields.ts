import { apiBody } from '../operation/apiBody';
import { defineFields } from '../operation/define';
import type { ParamsOf } from '../operation/params';

/** What an option or a modifier does with the product that a shopper chooses from its list of products. */
export const productListFields = defineFields([
	{
		displayName: 'Product List Adjusts Price',
		name: 'productListAdjustsPricing',
		type: 'boolean',
		default: false,
		description:
			'Whether the price of the chosen product is added to that of this one, only for lists of products',
	},
	{
		displayName: 'Product List Adjusts Stock',
		name: 'productListAdjustsInventory',
		type: 'boolean',
		default: false,
		description: 'Whether the chosen product is taken from its stock, only for lists of products',
	},
	{
		displayName: 'Product List Shipping',
		name: 'productListShippingCalc',
		type: 'options',
		options: [
			{ name: 'Add Nothing', value: 'none' },
			{ name: 'Add Weight', value: 'weight' },
			{ name: 'Add Weight and Dimensions', value: 'package' },
		],
		default: 'none',
		description: 'What the chosen product adds to the parcel, only for lists of products',
	},
]);

type Given = Partial<ParamsOf<typeof productListFields>>;

/** The settings of an option; those that it has come as an empty list where there are none. */
export function listConfig(given: Given, present: object = {}): object | undefined {
	const config = apiBody(given, productListFields);
	if (Object.keys(config).length === 0) return undefined;
	return { ...(Array.isArray(present) ? {} : present), ...config };
}
