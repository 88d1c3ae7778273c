import type { Resource } from '../../operation/define';
import { customFields, type CustomField } from '../../store/catalog/customFields';
import { customFieldLocator } from '../../forms/locators/customField';
import { productLocator } from '../../forms/locators/product';
import { recordOperations } from '../../forms/recordOperations';
import { create } from './create';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

const { del } = recordOperations<CustomField>({
	records: customFields,
	noun: 'product custom field',
	locator: customFieldLocator,
	below: productLocator,
});

export const customField: Resource = {
	value: 'customField',
	name: 'Product Custom Field',
	description: 'Names and values of your own on a product, such as its material',
	operations: [
		create,
		del({ description: 'Delete one custom field of a product' }),
		getMany,
		update,
		upsert,
	],
};
