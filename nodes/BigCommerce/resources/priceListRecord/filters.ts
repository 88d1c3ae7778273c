import type { Query } from '../../api/client';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { dateQuery } from '../shared/dateFilters';
import { idsIn, queriesFor, textsIn } from '../shared/listFilters';
import type { recordFilters } from './filterFields';
import { toCurrency } from './variantFields';

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
		'currency:in': textsIn(filters.currencies, 'Currencies')?.map(toCurrency),
	});
	return queriesFor(query, {
		'product_id:in': idsIn(filters.productIds, 'Product IDs'),
		'sku:in': textsIn(filters.skus, 'SKUs'),
		'variant_id:in': idsIn(filters.variantIds, 'Variant IDs'),
	});
}
