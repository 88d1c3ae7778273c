import { defineFields } from '../../operation/define';

export const storefrontFields = defineFields([
	{
		displayName: 'Featured Product',
		name: 'isFeatured',
		type: 'boolean',
		default: false,
		description: "Whether the product stands among the storefront's featured products",
	},
	{
		displayName: 'Related Product IDs',
		name: 'relatedProducts',
		type: 'string',
		default: '',
		placeholder: 'e.g. 77, 80, 112',
		description:
			'Products shown as related, separated by commas; they replace those that the product has. -1 lets BigCommerce choose.',
	},
	{
		displayName: 'Search Keywords',
		name: 'searchKeywords',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. jumper, pullover',
		description: 'Further words by which shoppers find the product, separated by commas',
	},
	{
		displayName: 'Sort Order',
		name: 'sortOrder',
		type: 'number',
		typeOptions: { numberPrecision: 0 },
		default: 0,
		description: 'Place in lists of products; lower numbers come first',
	},
	{
		displayName: 'Template Layout File',
		name: 'layoutFile',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. product.html',
		description: 'Template of the product page, for stores with a Blueprint theme only',
	},
	{
		displayName: 'Warranty Information',
		name: 'warranty',
		type: 'string',
		clears: true,
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Two years on seams and zips',
		description: 'Text of the product page, which may hold HTML',
	},
]);
