import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { compact, withoutNull } from '../../api/values';
import { idOf, someChange } from '../../operation/values';
import { brandLocator } from '../locators/brand';
import { readRecord, updateRecord } from '../../store/records';
import { brands, simplifyBrand, type Brand } from '../../store/catalog/brands';
import { brandBody, brandFields, nameField, toBrandName } from './brandFields';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a brand',
	description: 'Change a brand; whatever is not added below stays as it is',
	scope: 'products:modify',
	fields: [
		...brandLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...brandFields, ...nameField],
		},
		...simplifyField,
	],
	simplify: simplifyBrand,
	writes: ({ brand, updateFields }) => [brand.value, updateFields.name],
	each: async ({ params, run: { client } }) => {
		const { name: newName, ...others } = withoutNull(params.updateFields);
		const changes = someChange({
			...brandBody(others),
			...compact({ name: newName === undefined ? undefined : toBrandName(newName) }),
		});
		const id = idOf(params.brand, 'Brand');
		// A PUT demands the name (brands_catalog.v3.yml).
		const name = changes.name ?? (await readRecord<Brand>(client, brands, id)).name;
		return await updateRecord<Brand>(client, brands, id, { ...changes, name });
	},
});
