import {
	data,
	noContent,
	notFoundV3,
	refuseV3,
	STATUS_PAGE,
	type Answer,
} from '../http/answers.ts';
import { idTests, passing } from '../http/filters.ts';
import { numberOf, objectOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { PriceAssignmentRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';
import { priceListOf, pricePage, PRICES } from './priceLists.ts';

const MOST = 25;

const FIELDS = ['price_list_id', 'customer_group_id', 'channel_id'] as const;

const filtered = ({ state, query }: Context): PriceAssignmentRecord[] =>
	passing(byId(state.priceAssignments), [
		...idTests<PriceAssignmentRecord>(query, 'id', ({ id }) => id),
		...FIELDS.flatMap((name) =>
			idTests<PriceAssignmentRecord>(query, name, (assignment) => assignment[name]),
		),
	]);

/** A list goes to a group, a channel or a group on a channel: each of these has one list. */
const samePlace = (a: Partial<PriceAssignmentRecord>, b: Partial<PriceAssignmentRecord>): boolean =>
	a.customer_group_id === b.customer_group_id && a.channel_id === b.channel_id;

function problem({ state }: Context, row: JsonObject): string | undefined {
	const list = numberOf(row.price_list_id);
	const group = numberOf(row.customer_group_id);
	const channel = numberOf(row.channel_id);
	if (list === undefined) return 'price_list_id is required';
	if (!state.priceLists.has(list)) return `The price list ${list} does not exist`;
	if (group === undefined && channel === undefined)
		return 'One of customer_group_id or channel_id is required';
	if (group !== undefined && !state.customerGroups.has(group))
		return `The customer group ${group} does not exist`;
	if (channel !== undefined && !state.channels.has(channel))
		return `The channel ${channel} does not exist`;
	const place = { customer_group_id: group, channel_id: channel };
	return byId(state.priceAssignments).some((other) => samePlace(other, place))
		? 'This customer group and channel have a price list already'
		: undefined;
}

function assign(
	{ state, emit }: Context,
	given: Omit<PriceAssignmentRecord, 'id'>,
): PriceAssignmentRecord {
	const known = byId(state.priceAssignments).find((other) => samePlace(other, given));
	const assignment = { ...given, id: known?.id ?? nextId(state, 'priceAssignment') };
	state.priceAssignments.set(assignment.id, assignment);
	emit('store/priceList/assignment/updated', given);
	return assignment;
}

/** What can be saved is saved; the errors stand under the places of their rows. */
function createMany(context: Context): Answer {
	const { body } = context;
	if (!Array.isArray(body) || body.length === 0)
		return refuseV3(422, 'A list of price list assignments is expected');
	if (body.length > MOST) return refuseV3(422, `There can be no more than ${MOST} assignments`);
	const errors: Record<string, string> = {};
	let saved_records = 0;
	body.map(objectOf).forEach((row, place) => {
		const reason = problem(context, row);
		if (reason !== undefined) {
			errors[place] = reason;
			return;
		}
		const { customer_group_id, channel_id } = row;
		assign(context, {
			price_list_id: Number(row.price_list_id),
			...(customer_group_id === undefined ? {} : { customer_group_id: Number(customer_group_id) }),
			...(channel_id === undefined ? {} : { channel_id: Number(channel_id) }),
		});
		saved_records += 1;
	});
	// "200: No content", without a schema for a body (spec).
	if (Object.keys(errors).length === 0) return { status: 200 };
	const title = 'Some price list assignments were not saved';
	return {
		status: 422,
		body: { status: 422, title, type: STATUS_PAGE, errors, meta: { saved_records } },
	};
}

function upsert(context: Context): Answer {
	const { state } = context;
	const price_list_id = priceListOf(context).id;
	const { customer_group_id, channel_id } = objectOf(context.body);
	for (const [name, value] of Object.entries({ customer_group_id, channel_id }))
		if (!Number.isInteger(value))
			refuseV3(422, 'The assignment is not valid', { [name]: `${name} is required` });
	const group = Number(customer_group_id);
	const channel = Number(channel_id);
	if (!state.customerGroups.has(group)) notFoundV3('customer group');
	if (!state.channels.has(channel)) notFoundV3('channel');
	return data(assign(context, { price_list_id, customer_group_id: group, channel_id: channel }));
}

/** A filter is needed; the words are those of a live store (reported in bigcommerce/api-specs#1044). */
function removeMany(context: Context): Answer {
	const { state, query } = context;
	if (!['id', ...FIELDS, 'channel_id:in'].some((name) => query.has(name)))
		refuseV3(422, 'At least one filter must be set for a delete action.');
	for (const { id, ...given } of filtered(context)) {
		state.priceAssignments.delete(id);
		context.emit('store/priceList/assignment/deleted', given);
	}
	return noContent;
}

const ALL = '/v3/pricelists/assignments';

export const priceAssignmentRoutes: Route[] = [
	{
		method: 'GET',
		path: ALL,
		scope: PRICES,
		run: (context) =>
			pricePage(context.query, filtered(context), (assignment) => ({ ...assignment })),
	},
	{ method: 'POST', path: ALL, scope: PRICES, run: createMany },
	{ method: 'DELETE', path: ALL, scope: PRICES, run: removeMany },
	{
		method: 'PUT',
		path: '/v3/pricelists/{price_list_id}/assignments',
		scope: PRICES,
		parallel: 25,
		run: upsert,
	},
];
