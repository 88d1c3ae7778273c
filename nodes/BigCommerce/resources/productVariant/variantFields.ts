import { defineFields } from '../../operation/define';
import { imageUrlField } from '../../forms/imageFields';
import { jsonField } from '../../forms/jsonField';
import { numberFields } from '../../forms/sellableFields';
import { batchFields } from '../../forms/variantFields';

/** What a request for one variant takes besides its SKU. */
export const oneFields = defineFields([
	...batchFields,
	...numberFields,
	{
		...imageUrlField[0],
		description: 'Public address from which BigCommerce fetches the image of the variant',
	},
	...jsonField,
]);

/** Values that a variant may leave to its product; the API writes null for it. */
export const inheritField = defineFields([
	{
		displayName: 'Take From Product',
		name: 'inherit',
		type: 'multiOptions',
		options: [
			{ name: 'Cost Price', value: 'cost_price' },
			{ name: 'Depth', value: 'depth' },
			{ name: 'Fixed Shipping Price', value: 'fixed_cost_shipping_price' },
			{ name: 'Height', value: 'height' },
			{ name: 'MSRP', value: 'retail_price' },
			{ name: 'Price', value: 'price' },
			{ name: 'Sale Price', value: 'sale_price' },
			{ name: 'Weight', value: 'weight' },
			{ name: 'Width', value: 'width' },
		],
		default: [],
		description: 'Values that the variant shall have no more of its own, but from its product',
	},
]);
