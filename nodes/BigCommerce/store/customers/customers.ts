import type { Collection } from '../../api/pagination';

export const customerGroups: Collection = {
	path: '/v2/customer_groups',
	paging: 'v2',
	pageSize: 250,
	task: 'list the customer groups',
	scope: 'customers:read',
};

export interface Customer {
	id: number;
	email: string;
	first_name: string;
	last_name: string;
}

export const customers: Collection = {
	path: '/v3/customers',
	paging: 'cursor',
	pageSize: 250,
	task: 'search the customers',
	scope: 'customers:read',
};
