import { decimal, isoZulu } from '../formats.ts';
import { bare } from '../http/answers.ts';
import { v2Page } from '../http/paging.ts';
import type { Route } from '../http/routes.ts';
import type { CustomerGroupRecord } from '../records.ts';
import { byId } from '../state.ts';

const CUSTOMERS = 'store_v2_customers';

const groupView = (group: CustomerGroupRecord): object => ({
	id: group.id,
	name: group.name,
	is_default: group.is_default,
	category_access: { type: 'all' },
	discount_rules:
		group.discount_percent === 0
			? []
			: [{ type: 'all', method: 'percent', amount: decimal(group.discount_percent) }],
	is_group_for_guests: group.is_group_for_guests,
	date_created: isoZulu(group.date_created).replace('T', ' ').replace('Z', ''),
	date_modified: isoZulu(group.date_created).replace('T', ' ').replace('Z', ''),
});

export const customerGroupRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v2/customer_groups',
		scope: CUSTOMERS,
		parallel: 40,
		run: ({ state, query }) => {
			const like = query.text('name:like')?.toLowerCase();
			const isDefault = query.flag('is_default');
			const rows = byId(state.customerGroups).filter(
				(group) =>
					(!query.has('name') || group.name === query.text('name')) &&
					(!like || group.name.toLowerCase().includes(like)) &&
					(isDefault === undefined || group.is_default === isDefault),
			);
			return v2Page(query, rows, groupView);
		},
	},
	{
		method: 'GET',
		path: '/v2/customer_groups/count',
		scope: CUSTOMERS,
		parallel: 40,
		run: ({ state }) => bare({ count: state.customerGroups.size }),
	},
];
