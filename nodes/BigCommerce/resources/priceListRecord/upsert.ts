import { sendGrouped } from '../../api/grouped';
import { defineOperation, type Output } from '../../operation/define';
import { idOf } from '../../operation/values';
import { priceListLocator } from '../locators/priceList';
import { currencyField } from './fields';
import { identityOf, toCurrency, variantFields } from './identity';
import { priceFields, pricesOf } from './prices';
import { saveRecords, type Wanted } from './save';
import { variantKeys } from './variantKeys';

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update price list records',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	fields: [...priceListLocator, ...variantFields, ...currencyField, ...priceFields],
	prepare: ({ params }): Wanted => ({
		priceList: idOf(params.priceList, 'Price List'),
		identity: identityOf(params),
		currency: toCurrency(params.currency),
		prices: pricesOf(params),
	}),
	many: async ({ records: wanted, run: { client, once } }) => {
		const keysOf = once('variants of prices', () => variantKeys(client));
		const keyOf = await keysOf(wanted.map(({ identity }) => identity));
		return await sendGrouped<Wanted, Output>(
			wanted,
			({ priceList }) => priceList,
			async (records) =>
				await saveRecords(client, (records[0] as Wanted).priceList, records, keyOf),
		);
	},
});
