import { defineFields, defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { priceListLocator } from '../../forms/locators/priceList';
import { identityOf, toCurrency, variantFields } from './variantFields';
import { priceFields, pricesOf } from './prices';
import type { WantedPrices } from '../../store/pricing/priceRecords';
import { savePrices } from '../../store/pricing/savePriceRecords';
import { variantKeys } from '../../store/pricing/variantKeys';

const currencyField = defineFields([
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		required: true,
		default: '={{ $json.currency }}',
		placeholder: 'e.g. USD',
		description:
			"Code of a currency that the store sells in. By default the input item's field currency.",
	},
]);

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update price list records',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	fields: [...priceListLocator, ...variantFields, ...currencyField, ...priceFields],
	prepare: ({ params }): WantedPrices => ({
		priceList: idOf(params.priceList, 'Price List'),
		identity: identityOf(params),
		currency: toCurrency(params.currency),
		prices: pricesOf(params),
	}),
	many: async ({ records, run: { client, once } }) => {
		const variantKeysOf = once('variants of prices', () => variantKeys(client));
		const variantKey = await variantKeysOf(records.map(({ identity }) => identity));
		return await savePrices(client, records, variantKey);
	},
});
