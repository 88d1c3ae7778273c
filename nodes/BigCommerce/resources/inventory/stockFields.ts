import { locationField } from '../../forms/locationField';
import { defineFields } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { toId } from '../../operation/values';
import type { StockIdentity } from '../../store/inventory/stockItems';

/** How an item of the stock is named; a row of a spreadsheet mostly has a SKU. */
export const identityFields = defineFields([
	{
		displayName: 'Find Item By',
		name: 'identifyBy',
		type: 'options',
		options: [
			{
				name: 'Product ID',
				value: 'productId',
				description: 'For products without variants, or tracked as a whole',
			},
			{
				name: 'SKU',
				value: 'sku',
				description: 'SKU of a variant, or of a product without variants',
			},
			{ name: 'Variant ID', value: 'variantId' },
		],
		default: 'sku',
		description: 'What the input items name products by',
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		displayOptions: { show: { identifyBy: ['sku'] } },
		default: '={{ $json.sku }}',
		placeholder: 'e.g. RR-1001-M',
		emptyAdvice:
			"Let 'SKU' give the item's SKU, for example {{ $json.sku }}, or choose another 'Find Item By'.",
		description: 'SKU of the item, in any case. By default the field sku of the input item.',
	},
	{
		displayName: 'Variant ID',
		name: 'variantId',
		type: 'string',
		required: true,
		displayOptions: { show: { identifyBy: ['variantId'] } },
		default: '={{ $json.variantId }}',
		placeholder: 'e.g. 78',
		description: 'ID of the variant. By default the field variantId of the input item.',
	},
	{
		displayName: 'Product ID',
		name: 'productId',
		type: 'string',
		required: true,
		displayOptions: { show: { identifyBy: ['productId'] } },
		default: '={{ $json.productId }}',
		placeholder: 'e.g. 111',
		description: 'ID of the product. By default the field productId of the input item.',
	},
]);

/** Where a stock changes, and why. */
export const whereAndWhy = defineFields([
	...locationField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Reason',
				name: 'reason',
				type: 'string',
				default: '',
				placeholder: 'e.g. Weekly count',
				description:
					"Stands with the change in the store's stock history. The first item's holds for all.",
			},
		],
	},
]);

interface Identified {
	identifyBy: 'sku' | 'variantId' | 'productId';
	sku: string;
	variantId: string;
	productId: string;
}

export function identityOf({ identifyBy, sku, variantId, productId }: Identified): StockIdentity {
	if (identifyBy === 'variantId') return { variant_id: toId(variantId, 'Variant ID') };
	if (identifyBy === 'productId') return { product_id: toId(productId, 'Product ID') };
	const text = String(sku ?? '').trim();
	if (text) return { sku: text };
	throw new InputError(
		"'SKU' is empty",
		"Let 'SKU' give the item's SKU, for example {{ $json.sku }}, or choose another 'Find Item By'.",
	);
}
