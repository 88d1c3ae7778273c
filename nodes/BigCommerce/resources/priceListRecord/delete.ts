import { InputError } from '../../api/inputError';
import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { deletePrices, type DoomedPrice } from '../../store/pricing/deletePriceRecords';
import { priceListLocator } from '../../forms/locators/priceList';
import { isListable } from '../../store/sku';
import { identityOf, toCurrency, variantFields } from './variantFields';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete price list records',
	description: 'Take the prices of variants out of a price list; those of the catalog hold again',
	scope: 'products:modify',
	fields: [
		...priceListLocator,
		...variantFields,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Currency',
					name: 'currency',
					type: 'string',
					as: 'any',
					default: '',
					placeholder: 'e.g. USD',
					description: 'Only the price in this currency; without it those in all currencies',
				},
			],
		},
	],
	prepare: ({ params }): DoomedPrice => {
		const identity = identityOf(params);
		// The filter takes several SKUs separated by commas: parts of this one could be other variants' SKUs.
		if ('sku' in identity && !isListable(identity.sku))
			throw new InputError(
				`The SKU "${identity.sku}" holds a comma, by which BigCommerce separates SKUs`,
				"Delete this price by 'Variant ID'.",
			);
		return {
			priceList: idOf(params.priceList, 'Price List'),
			identity,
			...(params.options.currency !== undefined && {
				currency: toCurrency(params.options.currency),
			}),
		};
	},
	many: async ({ records, run }) => await deletePrices(run.client, records),
});
