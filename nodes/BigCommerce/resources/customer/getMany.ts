import { pagesOfEach } from '../../api/pagesOfEach';
import { inOneOrder } from '../../forms/listFilters';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import { customers } from '../../store/customers/customers';
import { simplifyCustomer, type FullCustomer } from '../../store/customers/simplifyCustomer';
import { customerFilters, customerQueries } from './customerFilters';
import { includeField } from './includeField';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many customers',
	description: 'Retrieve a list of customers',
	scope: 'customers:read',
	fields: [
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [...customerFilters],
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				...includeField,
				{
					displayName: 'Sort',
					name: 'sort',
					type: 'options',
					options: [
						{ name: 'Last Name, A to Z', value: 'last_name:asc' },
						{ name: 'Last Name, Z to A', value: 'last_name:desc' },
						{ name: 'Modified First', value: 'date_modified:asc' },
						{ name: 'Modified Last', value: 'date_modified:desc' },
						{ name: 'Newest First', value: 'date_created:desc' },
						{ name: 'Oldest First', value: 'date_created:asc' },
					],
					default: 'date_created:desc',
					description: 'Order of the customers; without it that of their IDs',
				},
			],
		},
		...outputFields,
	],
	simplify: simplifyCustomer,
	each: ({ params, run: { client } }) => {
		const { sort, include } = params.options;
		const queries = customerQueries(params.filters, { sort, include });
		const ordered = inOneOrder(queries, sort !== undefined);
		return pagesOfEach<FullCustomer>(client, customers, ordered, limitOf(params));
	},
});
