import type { Client } from '../../api/client';
import { list, type Collection } from '../../api/pagination';
import { options, optionsOrNone, search, type Named } from './build';

export const customerGroups: Collection = {
	path: '/v2/customer_groups',
	paging: 'v2',
	pageSize: 250,
	doing: 'list the customer groups',
	scope: 'customers:read',
};

async function listGroups(client: Client) {
	const rows = await list<Named>(client, customerGroups);
	return rows.map(({ id, name }) => ({ name, value: id }));
}

export const customerOptions = {
	getCustomerGroups: options(listGroups),
	getCustomerGroupsOrAll: optionsOrNone('All Customer Groups', listGroups),
};

interface Customer {
	id: number;
	email: string;
	first_name: string;
	last_name: string;
}

export const customerSearches = {
	searchCustomers: search<Customer>(
		{
			path: '/v3/customers',
			paging: 'cursor',
			pageSize: 250,
			doing: 'search the customers',
			scope: 'customers:read',
		},
		// Addresses are found whole only (customers.v3.yml).
		(text) => (text.includes('@') ? { 'email:in': text } : { 'name:like': text }),
		({ id, email, first_name, last_name }) => ({
			name: [`${first_name} ${last_name}`.trim(), email].filter(Boolean).join(' · '),
			value: id,
		}),
	),
};
