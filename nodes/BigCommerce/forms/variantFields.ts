import { z } from 'zod';

import { recordOf, wholeOrText } from '../operation/checks';
import { defineFields } from '../operation/define';
import { amountFields, shippingFields, stockFields } from './sellableFields';

/** What a request for many variants takes (product-variants_catalog.v3.yml). */
export const batchFields = defineFields([
	...amountFields,
	{
		displayName: 'Not Purchasable Message',
		name: 'purchasingDisabledMessage',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. This color is sold out for the season',
		description: 'Shown where the variant is chosen and cannot be bought, up to 255 characters',
	},
	{
		displayName: 'Not Purchasable',
		name: 'purchasingDisabled',
		type: 'boolean',
		default: false,
		description: 'Whether shoppers cannot buy the variant',
	},
	{
		displayName: 'Price',
		name: 'price',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: "The variant's own price; a variant without one has the price of its product",
	},
	...shippingFields,
	...stockFields,
	{
		displayName: 'Weight',
		name: 'weight',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: "The variant's own weight; a variant without one has the weight of its product",
	},
]);

/** A variant names its choices by ids, or by the words of the product that it is made with. */
export const optionValuesCheck = z.array(
	recordOf({
		id: wholeOrText,
		label: z.string(),
		option_display_name: z.string(),
		option_id: wholeOrText,
	}),
);
