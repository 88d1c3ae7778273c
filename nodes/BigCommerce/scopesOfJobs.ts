import { accessInWords, mergeScopes, type ScopeNeed } from './api/scopes';
import type { Operation } from './operation/define';
import { resources } from './registry';

/** What somebody sets up an API account for. */
interface Job {
	name: string;
	/** Resources, or single operations of them: `order.getAll`. An operation counts for the first job that names it. */
	does: readonly string[];
}

const jobs: readonly Job[] = [
	{ name: 'Import listings', does: ['listing.import'] },
	{ name: 'Sync and publish listings', does: ['listing'] },
	{
		name: 'Read orders and shipments',
		does: [
			'order.count',
			'order.get',
			'order.getAll',
			'order.getStatuses',
			'orderShipment.get',
			'orderShipment.getAll',
		],
	},
	{ name: 'Change order statuses, sync shipments', does: ['order', 'orderShipment'] },
	{ name: 'Stock', does: ['inventory'] },
	{ name: 'Coupons', does: ['coupon'] },
	{
		name: 'Products and all that belongs to them, categories, brands, price lists',
		does: [
			'product',
			'productVariant',
			'productImage',
			'productVideo',
			'productOption',
			'productModifier',
			'productReview',
			'customField',
			'bulkPricingRule',
			'category',
			'brand',
			'priceList',
			'priceListRecord',
			'priceListAssignment',
		],
	},
	{ name: 'Channels and their listings', does: ['channel'] },
	{ name: 'Currencies', does: ['currency'] },
	{
		name: 'Customers, groups, newsletter subscribers',
		does: ['customer', 'customerAddress', 'customerAttribute', 'customerGroup', 'subscriber'],
	},
	{ name: 'Metafields, by the record', does: ['metafield'] },
	{ name: 'Skip Duplicates in BigCommerce, Mark as Done, by the record', does: ['event'] },
	{ name: 'Webhooks', does: ['webhook'] },
];

/** The triggers are no operations; what they read is what somebody chooses. */
const triggers = [
	{
		name: 'Trigger',
		scopes:
			'none; for full records the read-only scope of the record: Orders, Products, Customers, Carts',
	},
	{ name: 'Polling Trigger', scopes: 'the read-only scope of what it watches' },
];

const isRead = (need: ScopeNeed | 'none') => need.endsWith(':read');

/** All that the operations of a job need, and what only some choices of their forms do. */
function scopesOf(operations: readonly Operation[]): string {
	const needed = mergeScopes(operations.flatMap(({ scope }) => (scope === 'none' ? [] : [scope])));
	const chosen = mergeScopes(operations.flatMap(({ optionalScopes = [] }) => optionalScopes));
	const optional = chosen.filter((need) => !needed.some((other) => covers(other, need)));
	const reads = operations.some(({ scope }) => isRead(scope)) && !needed.every(isRead);
	return [
		needed.map(accessInWords).join(', ') || 'none',
		...(reads ? ['read-only is enough to read'] : []),
		...(optional.length > 0
			? [`for some choices also ${optional.map(accessInWords).join(', ')}`]
			: []),
	].join('; ');
}

const covers = (has: ScopeNeed, need: ScopeNeed) =>
	has === need || has === need.replace(/:read$/, ':modify');

/** The OAuth scopes that each job needs, as the control panel names them. */
export function scopesOfJobs(): Array<{ name: string; scopes: string }> {
	const left = new Map(
		resources.flatMap(({ value, operations }) =>
			operations.map((operation) => [`${value}.${operation.value}`, operation] as const),
		),
	);
	const rows = jobs.map(({ name, does }) => {
		const names = [...left.keys()].filter(
			(key) => does.includes(key) || does.includes(key.split('.')[0] ?? ''),
		);
		const operations = names.flatMap((key) => left.get(key) ?? []);
		for (const key of names) left.delete(key);
		return { name, scopes: scopesOf(operations) };
	});
	const others = [...left.values()];
	return [
		...rows,
		...(others.length > 0 ? [{ name: 'All else', scopes: scopesOf(others) }] : []),
		...triggers,
	];
}
