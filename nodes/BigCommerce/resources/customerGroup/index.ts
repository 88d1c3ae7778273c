import { compact } from '../../api/values';
import { dateFilters, dateQuery } from '../../forms/dateFilters';
import { plainFilters } from '../../forms/listFilters';
import { customerGroupLocator } from '../../forms/locators/customerGroup';
import { recordOperations } from '../../forms/recordOperations';
import { defineFields, type Resource } from '../../operation/define';
import {
	customerGroups,
	findGroup,
	simplifyGroup,
	type CustomerGroup,
} from '../../store/customers/customerGroups';
import { assignCustomers } from './assignCustomers';
import { groupBody, groupFields, nameField } from './groupFields';

const filters = defineFields([
	...dateFilters,
	{
		displayName: 'Default for New Customers',
		name: 'isDefault',
		type: 'boolean',
		default: true,
		description: 'Whether to return the group alone that new customers join, or all but that one',
	},
	{
		displayName: 'Group for Guests',
		name: 'isGroupForGuests',
		type: 'boolean',
		default: true,
		description: 'Whether to return the group of guests alone, or all but that one',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Wholesale',
		description: 'Only groups with exactly this name',
	},
	{
		displayName: 'Name Contains',
		name: 'nameContains',
		type: 'string',
		default: '',
		placeholder: 'e.g. whole',
		description: 'Only groups whose name holds this text',
	},
]);

const FILTERS = {
	isDefault: 'is_default',
	isGroupForGuests: 'is_group_for_guests',
	name: 'name',
	nameContains: 'name:like',
};

const { create, del, get, getAll, update } = recordOperations<CustomerGroup>({
	records: customerGroups,
	noun: 'customer group',
	locator: customerGroupLocator,
	simplify: simplifyGroup,
	key: 'name',
});

export const customerGroup: Resource = {
	value: 'customerGroup',
	name: 'Customer Group',
	description: 'Groups of customers with prices, discounts and categories of their own',
	operations: [
		assignCustomers,
		create({
			description: 'Create a customer group; customers are put into it by Assign Customers',
			fields: nameField,
			additionalFields: groupFields,
			body: ({ name, additionalFields }) => ({ name, ...groupBody(additionalFields) }),
			find: async ({ client, body: { name = '' } }) => await findGroup(client, name),
		}),
		del({ description: 'Delete one customer group; its customers are in none then' }),
		get(),
		getAll({
			description: 'Retrieve a list of customer groups',
			filters,
			queries: ({ filters: added }) => [{ ...plainFilters(added, FILTERS), ...dateQuery(added) }],
		}),
		update({
			description: 'Change a customer group; whatever is not added below stays as it is',
			updateFields: [...groupFields, ...nameField],
			body: ({ name, ...others }) => ({ ...groupBody(others), ...compact({ name }) }),
		}),
	],
};
