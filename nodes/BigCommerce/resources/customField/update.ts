import { defineOperation } from '../../operation/define';
import { idOf, someChange } from '../../operation/values';
import { customFieldLocator } from '../../forms/locators/customField';
import { productLocator, productOf } from '../../forms/locators/product';
import { updateRecord } from '../../store/records';
import { customFields, ofProduct, type CustomField } from '../../store/catalog/customFields';
import { nameAndValue } from '../../forms/customFieldRows';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update product custom field',
	description: 'Change a custom field of a product; whatever is not added below stays as it is',
	scope: 'products:modify',
	fields: [
		...productLocator,
		...customFieldLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...nameAndValue],
		},
	],
	writes: productOf,
	each: async ({ params, run: { client } }) => {
		const product = productOf(params);
		const updated = await updateRecord<CustomField>(
			client,
			customFields(product),
			idOf(params.customField, 'Custom Field'),
			someChange(params.updateFields),
		);
		return ofProduct(product)(updated);
	},
});
