import { pagesOfEach } from '../../api/pagesOfEach';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import { idOf } from '../../operation/values';
import { priceListLocator } from '../../forms/locators/priceList';
import { includeOption, recordFilters, recordQueries } from './priceRecordFilters';
import {
	priceRecordsOf,
	simplifyPriceRecord,
	type PriceRecord,
} from '../../store/pricing/priceRecords';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many price list records',
	description: 'Retrieve the prices of a price list, one item for each variant and currency',
	scope: 'products:read',
	fields: [
		...priceListLocator,
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [...recordFilters],
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [...includeOption],
		},
		...outputFields,
	],
	simplify: simplifyPriceRecord,
	each: ({ params, run: { client } }) => {
		const { filters, options, priceList } = params;
		const { include = ['bulk_pricing_tiers', 'sku'] } = options;
		const queries = recordQueries(filters).map((query) => ({ ...query, include }));
		const records = priceRecordsOf(idOf(priceList, 'Price List'));
		return pagesOfEach<PriceRecord>(client, records, queries, limitOf(params));
	},
});
