import { defineFields } from '../../operation/define';
import { shownWhen } from '../../operation/fields';
import { productLocator } from '../locators/product';
import { variantLocator } from '../locators/variant';
import { skuField } from '../product/fields/basics';
import { jsonField } from '../product/fields/json';
import { amountFields } from '../product/fields/pricing';
import { shippingFields } from '../product/fields/shipping';
import { numberFields, stockFields } from '../product/fields/stock';
import { imageUrlField } from '../productImage/fields';

/** One variant, as a form names it. */
export const variantForm = defineFields([
	{
		displayName: 'Find Variant By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'Product and Variant', value: 'variant' },
			{ name: 'SKU', value: 'sku', description: 'The product need not be known' },
		],
		default: 'variant',
		description: 'What the variant is found by',
	},
	...shownWhen({ findBy: ['variant'] }, productLocator),
	...shownWhen({ findBy: ['variant'] }, variantLocator),
	...shownWhen({ findBy: ['sku'] }, [{ ...skuField[0], required: true }]),
]);

/** What a request for many variants takes (product-variants_catalog.v3.yml). */
export const batchFields = defineFields([
	...amountFields,
	{
		displayName: 'Not Purchasable Message',
		name: 'purchasingDisabledMessage',
		type: 'string',
		default: '',
		placeholder: 'e.g. This color is sold out for the season',
		description: 'Shown where the variant is chosen and cannot be bought, up to 255 characters',
	},
	{
		displayName: 'Not Purchasable',
		name: 'purchasingDisabled',
		type: 'boolean',
		default: true,
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
