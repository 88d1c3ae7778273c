import { pagesOfEach } from '../../api/pagesOfEach';
import { idsIn, queriesFor, textsIn } from '../../forms/listFilters';
import { defineOperation } from '../../operation/define';
import { limitOf, outputFields, returnAllOrLimit } from '../../operation/fields';
import { customerAddresses } from '../../store/customers/customerAddresses';
import { simplifyAddress, type CustomerAddress } from '../../store/customers/simplifyCustomer';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many customer addresses',
	description: 'Retrieve a list of addresses, of many customers or of some',
	scope: 'customers:read',
	fields: [
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Companies',
					name: 'companies',
					type: 'string',
					default: '',
					placeholder: 'e.g. Berg & Co',
					description: 'Only addresses of these companies, separated by commas',
				},
				{
					displayName: 'Customer IDs',
					name: 'customerIds',
					type: 'string',
					default: '',
					placeholder: 'e.g. 42, 43',
					description: 'Only addresses of these customers: one ID, or several separated by commas',
				},
				{
					displayName: 'IDs',
					name: 'ids',
					type: 'string',
					default: '',
					placeholder: 'e.g. 7, 8',
					description: 'Only these addresses: one ID, or several separated by commas',
				},
				{
					displayName: 'Names',
					name: 'names',
					type: 'string',
					default: '',
					placeholder: 'e.g. Ada Berg, Ben Carter',
					description: 'Only addresses with these first and last names, separated by commas',
				},
			],
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Include Form Fields',
					name: 'includeFormFields',
					type: 'boolean',
					default: true,
					description: 'Whether to return the custom fields of the address form as well',
				},
			],
		},
		...outputFields,
	],
	simplify: simplifyAddress,
	each: ({ params, run: { client } }) => {
		const { companies, customerIds, ids, names } = params.filters;
		const queries = queriesFor(
			{ include: params.options.includeFormFields ? 'formfields' : undefined },
			{
				'id:in': idsIn(ids, 'IDs'),
				'customer_id:in': idsIn(customerIds, 'Customer IDs'),
				'company:in': textsIn(companies, 'Companies'),
				'name:in': textsIn(names, 'Names'),
			},
		);
		return pagesOfEach<CustomerAddress>(client, customerAddresses, queries, limitOf(params));
	},
});
