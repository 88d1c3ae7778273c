import { dateFilters, dateQuery } from '../../forms/dateFilters';
import { plainFilters } from '../../forms/listFilters';
import { customerAttributeLocator } from '../../forms/locators/customerAttribute';
import { recordOperations } from '../../forms/recordOperations';
import { defineFields, defineOperation, type Resource } from '../../operation/define';
import { idOf } from '../../operation/values';
import {
	createAttribute,
	customerAttributes,
	deleteAttribute,
	findAttribute,
	simplifyAttribute,
	type CustomerAttribute,
} from '../../store/customers/customerAttributes';
import { setValues } from './setValues';

const nameField = defineFields([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		maxLength: 255,
		placeholder: 'e.g. Loyalty points',
		description: 'What the attribute is called; a store has up to 50 of them',
	},
]);

const typeField = defineFields([
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Date', value: 'date' },
			{ name: 'Number', value: 'number' },
			{ name: 'Text', value: 'string' },
		],
		default: 'string',
		description: 'What its values are; that cannot be changed later',
	},
]);

const filters = defineFields([
	...dateFilters,
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Loyalty points',
		description: 'Only the attribute with exactly this name',
	},
	{
		displayName: 'Name Contains',
		name: 'nameContains',
		type: 'string',
		default: '',
		placeholder: 'e.g. points',
		description: 'Only attributes whose name holds this text',
	},
	{ ...typeField[0], description: 'Only attributes with values of this kind' },
]);

const { create, getAll } = recordOperations<CustomerAttribute>({
	records: customerAttributes,
	noun: 'customer attribute',
	simplify: simplifyAttribute,
	create: createAttribute,
	key: 'name',
});

const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete customer attribute',
	description: 'Delete one attribute, with what all customers have of it',
	scope: 'customers:modify',
	fields: [...customerAttributeLocator],
	each: async ({ params: { attribute }, run: { client } }) => {
		const id = idOf(attribute, 'Attribute');
		return { deleted: await deleteAttribute(client, id), id };
	},
});

export const customerAttribute: Resource = {
	value: 'customerAttribute',
	name: 'Customer Attribute',
	description:
		'What the store keeps of customers beside their usual fields, such as loyalty points',
	operations: [
		create({
			description: 'Create an attribute, of which each customer may have a value',
			fields: [...nameField, ...typeField],
			body: ({ name, type }) => ({ name, type }),
			find: async ({ client, body: { name = '' } }) => await findAttribute(client, name),
		}),
		del,
		getAll({
			description: 'Retrieve a list of customer attributes',
			filters,
			queries: ({ filters: added }) => [
				{
					...plainFilters(added, { name: 'name', nameContains: 'name:like', type: 'type' }),
					...dateQuery(added),
				},
			],
		}),
		setValues,
	],
};
