import { compact } from '../../api/values';
import { priceListLocator } from '../../forms/locators/priceList';
import { defineOperation } from '../../operation/define';
import { tableField } from '../../operation/table';
import { idOf } from '../../operation/values';
import type { WantedPrices } from '../../store/pricing/priceRecords';
import { savePrices } from '../../store/pricing/savePriceRecords';
import { variantKeys } from '../../store/pricing/variantKeys';
import { identityOf, priceColumns, recordColumns, toCurrency } from './priceColumns';

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update price list records',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	fields: [
		...priceListLocator,
		...tableField({
			description:
				'Each input item is a row: the SKU or ID of a variant, its prices and, where it has one, the currency. Up to 1,000 are saved in one request. Empty cells change nothing; BigCommerce takes a price away only with the whole record.',
			needsValue: true,
			columns: [...recordColumns, ...priceColumns],
		}),
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			default: '',
			placeholder: 'e.g. USD',
			description:
				'Code of a currency that the store sells in, for rows without a currency of their own',
		},
	],
	prepare: ({ params: { priceList, columns, currency } }): WantedPrices => {
		const { price, salePrice, retailPrice, mapPrice, bulkPricingTiers } = columns.values;
		return {
			priceList: idOf(priceList, 'Price List'),
			identity: identityOf(columns),
			currency: toCurrency(columns.values.currency ?? currency),
			prices: compact({
				price,
				sale_price: salePrice,
				retail_price: retailPrice,
				map_price: mapPrice,
				bulk_pricing_tiers: bulkPricingTiers,
			}),
		};
	},
	many: async ({ records, run: { client, once } }) => {
		const variantKeysOf = once('variants of prices', () => variantKeys(client));
		const variantKey = await variantKeysOf(records.map(({ identity }) => identity));
		return await savePrices(client, records, variantKey);
	},
});
