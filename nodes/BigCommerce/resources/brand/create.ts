import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { createNewBrand, simplifyBrand } from '../../store/catalog/brands';
import { additionalFields, brandBody, nameField, toBrandName } from './brandFields';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a brand',
	description: 'Create a brand; a name that the store has already is refused',
	scope: 'products:modify',
	fields: [...nameField, ...additionalFields, ...simplifyField],
	simplify: simplifyBrand,
	writes: ({ name }) => name,
	each: async ({ params, run: { client } }) => {
		const name = toBrandName(params.name);
		return await createNewBrand(client, { name, ...brandBody(params.additionalFields) });
	},
});
