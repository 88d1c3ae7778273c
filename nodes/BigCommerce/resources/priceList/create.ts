import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { createRecord } from '../../store/records';
import { activeField, nameField } from './fields';
import {
	findByName,
	priceLists,
	simplifyPriceList,
	toName,
	type PriceList,
} from '../../store/pricing/priceLists';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a price list',
	description: 'Create a price list without prices; they are added as price list records',
	scope: 'products:modify',
	fields: [
		...nameField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...activeField],
		},
		...simplifyField,
	],
	simplify: simplifyPriceList,
	writes: ({ name }) => name,
	each: async ({ params, run: { client } }) => {
		const name = toName(params.name);
		return await createRecord<PriceList>(
			client,
			priceLists,
			{ name, ...params.additionalFields },
			async () => await findByName(client, name),
		);
	},
});
