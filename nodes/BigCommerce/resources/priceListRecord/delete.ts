import { InputError } from '../../api/inputError';
import { priceListLocator } from '../../forms/locators/priceList';
import { defineOperation } from '../../operation/define';
import { tableField } from '../../operation/table';
import { idOf } from '../../operation/values';
import { deletePrices, type DoomedPrice } from '../../store/pricing/deletePriceRecords';
import { isListable } from '../../store/sku';
import { identityOf, recordColumns, toCurrency } from './priceColumns';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete price list records',
	description: 'Take the prices of variants out of a price list; those of the catalog hold again',
	scope: 'products:modify',
	fields: [
		...priceListLocator,
		...tableField({
			description:
				'Each input item is a row: the SKU or ID of a variant. A row with a currency loses the price in that currency alone, one without those in all currencies.',
			columns: recordColumns,
		}),
	],
	prepare: ({ params: { priceList, columns } }): DoomedPrice => {
		const identity = identityOf(columns);
		const { currency } = columns.values;
		// The filter takes several SKUs separated by commas: parts of this one could be other variants' SKUs.
		if ('sku' in identity && !isListable(identity.sku))
			throw new InputError(
				`The SKU "${identity.sku}" holds a comma, by which BigCommerce separates SKUs`,
				"Delete this price by its 'Variant ID': choose that as 'Column to Match On'.",
			);
		return {
			priceList: idOf(priceList, 'Price List'),
			identity,
			...(currency !== undefined && { currency: toCurrency(currency) }),
		};
	},
	many: async ({ records, run }) => await deletePrices(run.client, records),
});
