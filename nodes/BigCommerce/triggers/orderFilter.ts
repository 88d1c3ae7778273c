import type { Client } from '../api/client';
import { idChunks } from '../api/idChunks';
import type { ParamsOf } from '../operation/params';
import { named, textsOf, toIds } from '../operation/values';
import { InputError } from '../api/inputError';
import type { Order, OrderProduct } from '../store/orders/orders';
import { withParts } from '../store/orders/orderParts';
import { INCOMPLETE, toStatusIds } from '../store/orders/orderStatuses';
import type { eventFilters } from './orderFilterFields';
import type { Subject } from './eventSubject';

/** The form's collection; only what was added to it is there. */
export type FilterParams = Partial<ParamsOf<typeof eventFilters>>;

/** What an order has to be like; everything that is given must fit. */
export interface OrderFilter {
	/** Not a checkout that nobody finished. */
	complete?: true;
	oldStatuses?: Set<number>;
	newStatuses?: Set<number>;
	channels?: Set<number>;
	minTotal?: number;
	/** In lower case. */
	skus?: Set<string>;
	categories?: Set<number>;
}

/** What is known of an order so far. Undefined: not known yet; null: there is no such thing. */
export interface OrderFacts {
	oldStatus?: number | null;
	newStatus?: number;
	channel?: number;
	total?: number;
	skus?: string[];
	categories?: number[];
}

export type Verdict = 'fits' | 'fails' | 'open';

const filled = <T>(values: Iterable<T>): Set<T> | undefined => {
	const set = new Set(values);
	return set.size > 0 ? set : undefined;
};

function toTotal(given: unknown): number | undefined {
	if (given === undefined || given === null || given === '') return undefined;
	const total = Number(given);
	if (!Number.isFinite(total)) {
		throw new InputError(
			`'Minimum Total' is ${named(given)}, which is not a number`,
			"Give 'Minimum Total' as a number such as 100 or 99.90.",
		);
	}
	return total;
}

const statusNames = (given: unknown) => textsOf(given, /[,;\n]/);

const skuOf = (sku: unknown) => String(sku).trim().toLowerCase();

/** Undefined where nothing is filtered. Names of statuses are looked up in the store, ids cost no request. */
export async function toOrderFilter(
	client: Client,
	{ category, channels, minTotal, newStatuses, oldStatuses, skus }: FilterParams,
): Promise<OrderFilter | undefined> {
	const filter: OrderFilter = {
		oldStatuses: filled(
			await toStatusIds(client, statusNames(oldStatuses), 'Old Status Names or IDs'),
		),
		newStatuses: filled(
			await toStatusIds(client, statusNames(newStatuses), 'New Status Names or IDs'),
		),
		channels: filled(toIds(channels, 'Channel Names or IDs')),
		minTotal: toTotal(minTotal),
		skus: filled(
			[skus ?? '']
				.flat()
				.join()
				.split(/[,;\n]/)
				.map(skuOf)
				.filter(Boolean),
		),
		// A locator in a collection is read as it stands.
		categories: filled(toIds(category?.value, 'Category')),
	};
	return Object.values(filter).some((wanted) => wanted !== undefined) ? filter : undefined;
}

const among = <T>(wanted: Set<T> | undefined, has: T | null | undefined): Verdict =>
	!wanted
		? 'fits'
		: has === undefined
			? 'open'
			: has !== null && wanted.has(has)
				? 'fits'
				: 'fails';

const anyAmong = <T>(wanted: Set<T> | undefined, has: T[] | undefined): Verdict =>
	!wanted ? 'fits' : !has ? 'open' : has.some((one) => wanted.has(one)) ? 'fits' : 'fails';

const completeness = ({ complete }: OrderFilter, { newStatus }: OrderFacts): Verdict =>
	!complete
		? 'fits'
		: newStatus === undefined
			? 'open'
			: newStatus === INCOMPLETE
				? 'fails'
				: 'fits';

/** Pure: what does not fit decides at once, whatever else is not known yet. */
export function judgeOrder(filter: OrderFilter, facts: OrderFacts): Verdict {
	const { minTotal } = filter;
	const verdicts = [
		completeness(filter, facts),
		among(filter.oldStatuses, facts.oldStatus),
		among(filter.newStatuses, facts.newStatus),
		among(filter.channels, facts.channel),
		minTotal === undefined
			? 'fits'
			: facts.total === undefined
				? 'open'
				: facts.total >= minTotal
					? 'fits'
					: 'fails',
		anyAmong(filter.skus, facts.skus),
		anyAmong(filter.categories, facts.categories),
	] satisfies Verdict[];
	if (verdicts.includes('fails')) return 'fails';
	return verdicts.includes('open') ? 'open' : 'fits';
}

/** The order that an event names, whatever the event is about. */
export const orderIdOf = ({ resource, resourceId, ids }: Subject) =>
	resource === 'order' ? resourceId : (ids.orderId ?? null);

const numberIn = (id: number | string | undefined) => (typeof id === 'number' ? id : undefined);

/** What the event itself tells, at no cost. */
export const factsOfEvent = (scope: string, { ids }: Subject): OrderFacts => ({
	oldStatus: scope.endsWith('/order/statusUpdated') ? numberIn(ids.previousStatusId) : null,
	newStatus: numberIn(ids.newStatusId),
	channel: numberIn(ids.channelId),
});

const factsOfOrder = ({ status_id, channel_id, total_inc_tax }: Order): OrderFacts => ({
	newStatus: Number(status_id),
	channel: Number(channel_id),
	total: Number(total_inc_tax),
});

/** The categories of each product, in one request for a hundred or so of them. */
export async function categoriesByProduct(
	client: Client,
	productIds: number[],
): Promise<Map<number, number[]>> {
	const chunks = idChunks(productIds.filter((id) => id > 0));
	const found = await Promise.all(
		chunks.map(
			async (ids) =>
				await client.getRows<{ id: number; categories?: number[] }>({
					path: '/v3/catalog/products',
					query: { 'id:in': ids, include_fields: 'categories', limit: ids.length },
					task: 'read the categories of the ordered products',
					scope: 'products:read',
				}),
		),
	);
	return new Map(found.flatMap((rows) => rows.map(({ id, categories = [] }) => [id, categories])));
}

export const categoriesOf = async (client: Client, productIds: number[]): Promise<number[]> =>
	[...(await categoriesByProduct(client, productIds)).values()].flat();

/** Where the facts come from that an event does not tell. */
export interface FactSources {
	client: Client;
	order: () => Promise<Order>;
	categories?: typeof categoriesOf;
}

/** Mostly with the order already. */
export const linesOf = async (client: Client, order: Order): Promise<OrderProduct[]> =>
	(await withParts(client, [order], ['lineItems']))[0]?.lineItems ?? [];

/** Reads only what is still needed to decide: the order, its lines (mostly with it), their products' categories. */
export async function fits(
	filter: OrderFilter,
	eventFacts: OrderFacts,
	{ client, order: readOrder, categories = categoriesOf }: FactSources,
): Promise<boolean> {
	let facts = eventFacts;
	const open = () => judgeOrder(filter, facts) === 'open';
	if (open()) {
		const order = await readOrder();
		const known = Object.entries(eventFacts).filter(([, fact]) => fact !== undefined);
		facts = { ...factsOfOrder(order), ...Object.fromEntries(known) };
		// A status change that does not say what the status was.
		facts.oldStatus ??= null;
		if (open()) {
			const lines = await linesOf(client, order);
			facts.skus = lines.map(({ sku }) => skuOf(sku));
			if (open())
				facts.categories = await categories(
					client,
					lines.map((line) => line.product_id),
				);
		}
	}
	return judgeOrder(filter, facts) === 'fits';
}
