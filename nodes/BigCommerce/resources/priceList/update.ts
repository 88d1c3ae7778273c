import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { compact } from '../../api/values';
import { idOf, someChange } from '../../operation/values';
import { priceListLocator } from '../locators/priceList';
import { readRecord, updateRecord } from '../../store/records';
import { activeField, nameField } from './fields';
import {
	priceLists,
	simplifyPriceList,
	toName,
	type PriceList,
} from '../../store/pricing/priceLists';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a price list',
	description: 'Rename a price list, or switch it on or off; its prices stay as they are',
	scope: 'products:modify',
	fields: [
		...priceListLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...activeField, ...nameField],
		},
		...simplifyField,
	],
	simplify: simplifyPriceList,
	writes: ({ priceList, updateFields }) => [priceList.value, updateFields.name],
	each: async ({ params, run: { client } }) => {
		const { active, name } = params.updateFields;
		const changes = someChange(
			compact({ name: name === undefined ? undefined : toName(name), active }),
		);
		const id = idOf(params.priceList, 'Price List');
		// A PUT without the name is not documented to be possible (price_lists.v3.yml).
		const whole =
			'name' in changes
				? changes
				: { name: (await readRecord<PriceList>(client, priceLists, id)).name, ...changes };
		return await updateRecord<PriceList>(client, priceLists, id, whole);
	},
});
