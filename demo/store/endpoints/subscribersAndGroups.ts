import { decimal, isoZulu } from '../formats.ts';
import { bare } from '../http/answers.ts';
import { v2Page, v3Page } from '../http/paging.ts';
import type { Route } from '../http/routes.ts';
import type { CustomerGroupRecord, SubscriberRecord } from '../records.ts';
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

const subscriberView = (subscriber: SubscriberRecord): object => ({
	...subscriber,
	consents: ['marketing_newsletter'],
	date_created: isoZulu(subscriber.date_created),
	date_modified: isoZulu(subscriber.date_modified),
});

export const subscriberAndGroupRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/customers/subscribers',
		scope: CUSTOMERS,
		run: ({ state, query }) => {
			// The spec's `id` is not really required (API notes 3.18).
			const id = query.number('id');
			const ids = query.numbers('id:in');
			const order = query.number('order_id');
			const from = query.date('date_created:min') ?? -Infinity;
			const to = query.date('date_created:max') ?? Infinity;
			return v3Page(
				query,
				byId(state.subscribers).filter(
					(subscriber) =>
						(id === undefined || subscriber.id === id) &&
						(!ids || ids.includes(subscriber.id)) &&
						(order === undefined || subscriber.order_id === order) &&
						(['email', 'first_name', 'last_name', 'source'] as const).every(
							(name) => !query.has(name) || subscriber[name] === query.text(name),
						) &&
						subscriber.date_created >= from &&
						subscriber.date_created <= to,
				),
				{ render: subscriberView },
			);
		},
	},
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
