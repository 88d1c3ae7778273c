import { dateFilters, dateQuery } from '../../forms/dateFilters';
import { idsIn, queriesFor, textsIn } from '../../forms/listFilters';
import type { Query } from '../../api/client';
import { defineFields } from '../../operation/define';
import type { ParamsOf } from '../../operation/params';
import { textsOf } from '../../operation/values';

export const customerFilters = defineFields([
	{
		displayName: 'Companies',
		name: 'companies',
		type: 'string',
		default: '',
		placeholder: 'e.g. Berg & Co',
		description: 'Only customers of these companies, separated by commas',
	},
	...dateFilters,
	{
		displayName: 'Customer Group Names or IDs',
		name: 'groups',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getCustomerGroups' },
		default: [],
		description:
			'Only customers of these groups. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Emails',
		name: 'emails',
		type: 'string',
		default: '',
		placeholder: 'e.g. ada@example.com, ben@example.com',
		description: 'Only customers with these email addresses, separated by commas',
	},
	{
		displayName: 'IDs',
		name: 'ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 42, 43',
		description: 'Only these customers: one ID, or several separated by commas',
	},
	{
		displayName: 'Name Contains',
		name: 'nameContains',
		type: 'string',
		default: '',
		placeholder: 'e.g. berg',
		description: 'Only customers whose first and last name hold this text',
	},
	{
		displayName: 'Names',
		name: 'names',
		type: 'string',
		default: '',
		placeholder: 'e.g. Ada Berg, Ben Carter',
		description: 'Only customers with exactly these first and last names, separated by commas',
	},
	{
		displayName: 'Phones',
		name: 'phones',
		type: 'string',
		default: '',
		placeholder: 'e.g. 555-0110',
		description: 'Only customers with these phone numbers, separated by commas',
	},
	{
		displayName: 'Registration IP Addresses',
		name: 'ipAddresses',
		type: 'string',
		default: '',
		placeholder: 'e.g. 203.0.113.10',
		description:
			'Only customers who registered from these addresses, separated by commas; of those whom the API made none is known',
	},
]);

/** As many queries as it takes to ask for all that the filters list. */
export const customerQueries = (
	filters: Partial<ParamsOf<typeof customerFilters>>,
	query: Query,
): Query[] =>
	queriesFor(
		{ ...query, ...dateQuery(filters), 'name:like': filters.nameContains },
		{
			'id:in': idsIn(filters.ids, 'IDs'),
			'email:in': textsIn(filters.emails, 'Emails'),
			'company:in': textsIn(filters.companies, 'Companies'),
			'customer_group_id:in':
				filters.groups && idsIn(textsOf(filters.groups), 'Customer Group Names or IDs'),
			'name:in': textsIn(filters.names, 'Names'),
			'phone:in': textsIn(filters.phones, 'Phones'),
			'registration_ip_address:in': textsIn(filters.ipAddresses, 'Registration IP Addresses'),
		},
	);
