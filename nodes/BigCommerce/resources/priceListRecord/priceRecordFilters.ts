import type { Query } from '../../api/client';
import { compact } from '../../api/values';
import { defineFields } from '../../operation/define';
import type { ParamsOf } from '../../operation/params';
import { dateFilters, dateQuery } from '../../forms/dateFilters';
import { idsIn, queriesFor, textsIn } from '../../forms/listFilters';
import { toCurrency } from './priceColumns';

/** What the prices of a list are filtered by: all that price_lists.v3.yml knows, exact values as from and to. */
export const recordFilters = defineFields([
	{
		displayName: 'Calculated Price From',
		name: 'calculatedPriceFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Only where shoppers pay this much or more',
	},
	{
		displayName: 'Calculated Price To',
		name: 'calculatedPriceTo',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description: 'Only where shoppers pay this much or less',
	},
	{
		displayName: 'Currencies',
		name: 'currencies',
		type: 'string',
		default: '',
		placeholder: 'e.g. USD, EUR',
		description: 'Only prices in these currencies: one code, or several separated by commas',
	},
	...dateFilters,
	{
		displayName: 'MAP From',
		name: 'mapPriceFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Only where the minimum advertised price is this much or more',
	},
	{
		displayName: 'MAP To',
		name: 'mapPriceTo',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description: 'Only where the minimum advertised price is this much or less',
	},
	{
		displayName: 'Price From',
		name: 'priceFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Only where the price is this much or more',
	},
	{
		displayName: 'Price To',
		name: 'priceTo',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description: 'Only where the price is this much or less',
	},
	{
		displayName: 'Product IDs',
		name: 'productIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 111, 112',
		description: 'Only prices of these products: one ID, or several separated by commas',
	},
	{
		displayName: 'MSRP From',
		name: 'retailPriceFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Only where the retail price (MSRP) is this much or more',
	},
	{
		displayName: 'MSRP To',
		name: 'retailPriceTo',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description: 'Only where the retail price (MSRP) is this much or less',
	},
	{
		displayName: 'Sale Price From',
		name: 'salePriceFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Only where the sale price is this much or more',
	},
	{
		displayName: 'Sale Price To',
		name: 'salePriceTo',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description: 'Only where the sale price is this much or less',
	},
	{
		displayName: 'SKUs',
		name: 'skus',
		type: 'string',
		default: '',
		placeholder: 'e.g. RR-1001-M, RR-1002',
		description: 'Only prices of variants with these SKUs, separated by commas',
	},
	{
		displayName: 'Variant IDs',
		name: 'variantIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 331, 332',
		description: 'Only prices of these variants: one ID, or several separated by commas',
	},
]);

export const includeOption = defineFields([
	{
		displayName: 'Include',
		name: 'include',
		type: 'multiOptions',
		options: [
			{ name: 'Bulk Pricing Tiers', value: 'bulk_pricing_tiers' },
			{ name: 'SKU', value: 'sku' },
		],
		default: ['bulk_pricing_tiers', 'sku'],
		description: 'What is read along with the prices; both, unless you choose',
	},
]);

export type RecordFilters = Partial<ParamsOf<typeof recordFilters>>;

export function recordQueries(filters: RecordFilters): Query[] {
	const query = compact({
		...dateQuery(filters),
		'calculated_price:min': filters.calculatedPriceFrom,
		'calculated_price:max': filters.calculatedPriceTo,
		'map_price:min': filters.mapPriceFrom,
		'map_price:max': filters.mapPriceTo,
		'price:min': filters.priceFrom,
		'price:max': filters.priceTo,
		'retail_price:min': filters.retailPriceFrom,
		'retail_price:max': filters.retailPriceTo,
		'sale_price:min': filters.salePriceFrom,
		'sale_price:max': filters.salePriceTo,
		'currency:in': textsIn(filters.currencies, 'Currencies')?.map((code) =>
			toCurrency(code, 'Currencies'),
		),
	});
	return queriesFor(query, {
		'product_id:in': idsIn(filters.productIds, 'Product IDs'),
		'sku:in': textsIn(filters.skus, 'SKUs'),
		'variant_id:in': idsIn(filters.variantIds, 'Variant IDs'),
	});
}
