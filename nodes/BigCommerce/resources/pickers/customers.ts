import { list } from '../../api/pagination';
import { options, type Named } from './build';

export const customerOptions = {
	getCustomerGroups: options(async (client) => {
		const rows = await list<Named>(client, {
			path: '/v2/customer_groups',
			paging: 'v2',
			pageSize: 250,
			doing: 'list the customer groups',
			scope: 'customers:read',
		});
		return rows.map(({ id, name }) => ({ name, value: id }));
	}),
};
