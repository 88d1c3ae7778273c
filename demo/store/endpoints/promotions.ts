import { isoOffset } from '../formats.ts';
import { data, noContent, refuseV3, Refusal } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import { isObject, numberOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { PromotionRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';

export const MARKETING = 'store_v2_marketing';
const CAP = 40;
const MOST_DELETED = 50;

/** Promotions tell what is wrong in a list (API notes 3.16). */
export const invalidPromotion = (...titles: string[]): never => {
	throw new Refusal({
		status: 422,
		body: { errors: titles.map((title) => ({ status: 422, title })) },
	});
};

/** `errors` is a list here, where most of v3 has an object (API notes 3.16). */
export const promotionOf = ({ state, params }: Context): PromotionRecord =>
	state.promotions.get(Number(params.promotion_id)) ??
	refuseV3(404, 'The promotion was not found.', []);

const OWN = new Set([
	'id',
	'redemption_type',
	'coupon_type',
	'name',
	'rules',
	'status',
	'current_uses',
	'start_date',
	'created_from',
	'codes',
	'multiple_codes',
]);

export function promotionView(promotion: PromotionRecord): object {
	return {
		id: promotion.id,
		redemption_type: promotion.redemption_type,
		name: promotion.name,
		channels: [],
		customer: { group_ids: [], minimum_order_count: 0, excluded_group_ids: [] },
		rules: promotion.rules,
		current_uses: promotion.current_uses,
		max_uses: null,
		status: promotion.status,
		start_date: isoOffset(promotion.start_date),
		end_date: null,
		stop: false,
		can_be_used_with_other_promotions: true,
		currency_code: 'USD',
		notifications: [],
		shipping_address: null,
		schedule: null,
		created_from: promotion.created_from,
		...(promotion.redemption_type === 'COUPON'
			? {
					coupon_type: promotion.coupon_type,
					coupon_overrides_other_promotions: false,
					coupon_overrides_automatic_when_offering_higher_discounts: false,
					multiple_codes: { has_multiple_codes: promotion.coupon_type === 'BULK' },
				}
			: {}),
		...promotion.more,
	};
}

function filtered({ state, query }: Context): PromotionRecord[] {
	const id = query.number('id');
	const search = query.text('query')?.toLowerCase();
	const same = (name: string, value: string): boolean =>
		!query.has(name) || query.text(name)?.toLowerCase() === value.toLowerCase();
	const rows = byId(state.promotions).filter(
		(promotion) =>
			(id === undefined || promotion.id === id) &&
			same('name', promotion.name) &&
			same('redemption_type', promotion.redemption_type) &&
			same('status', promotion.status) &&
			same('currency_code', 'USD') &&
			(!query.has('code') || promotion.codes.some(({ code }) => code === query.text('code'))) &&
			(!search || promotion.name.toLowerCase().includes(search)),
	);
	const sort = query.text('sort') ?? 'id';
	if (!['id', 'name', 'priority', 'start_date'].includes(sort))
		invalidPromotion(`It is not possible to sort by ${sort}`);
	if (sort === 'name') rows.sort((a, b) => a.name.localeCompare(b.name));
	if (sort === 'start_date') rows.sort((a, b) => a.start_date - b.start_date);
	return query.text('direction') === 'desc' ? rows.reverse() : rows;
}

function others(body: JsonObject): Record<string, unknown> {
	return Object.fromEntries(Object.entries(body).filter(([name]) => !OWN.has(name)));
}

function create({ state, body, now }: Context): PromotionRecord {
	const from = objectOf(body);
	const type = textOf(from.redemption_type)?.toUpperCase();
	const name = textOf(from.name);
	const problems: string[] = [];
	if (type !== 'AUTOMATIC' && type !== 'COUPON')
		problems.push('redemption_type must be AUTOMATIC or COUPON');
	if (!name) problems.push('name is required');
	if (
		!Array.isArray(from.rules) ||
		from.rules.length === 0 ||
		!from.rules.every((rule) => isObject(rule) && isObject(rule.action))
	) {
		problems.push('rules must be a list of rules with an action');
	}
	const coupon = textOf(from.coupon_type) ?? 'SINGLE';
	if (type === 'COUPON' && coupon !== 'SINGLE' && coupon !== 'BULK')
		problems.push('coupon_type must be SINGLE or BULK');
	if (problems.length > 0) invalidPromotion(...problems);
	const start = textOf(from.start_date);
	const promotion: PromotionRecord = {
		id: nextId(state, 'coupon'),
		redemption_type: type === 'COUPON' ? 'COUPON' : 'AUTOMATIC',
		// Fixed from now on (API notes 3.14).
		coupon_type: type === 'COUPON' ? (coupon === 'BULK' ? 'BULK' : 'SINGLE') : null,
		name: name ?? '',
		rules: Array.isArray(from.rules) ? from.rules : [],
		status: from.status === 'DISABLED' ? 'DISABLED' : 'ENABLED',
		current_uses: 0,
		start_date: start === undefined || Number.isNaN(Date.parse(start)) ? now : Date.parse(start),
		created_from: 'api',
		codes: [],
		more: others(from),
	};
	state.promotions.set(promotion.id, promotion);
	return promotion;
}

function update(context: Context): PromotionRecord {
	const promotion = promotionOf(context);
	const body = objectOf(context.body);
	if (body.coupon_type !== undefined && body.coupon_type !== promotion.coupon_type)
		invalidPromotion('coupon_type cannot be changed');
	promotion.name = textOf(body.name) ?? promotion.name;
	if (Array.isArray(body.rules)) promotion.rules = body.rules;
	if (body.status === 'ENABLED' || body.status === 'DISABLED') promotion.status = body.status;
	Object.assign(promotion.more, others(body));
	return promotion;
}

/** Fails while codes are attached (API notes 3.14). */
function remove({ state }: Context, ids: number[]): void {
	const withCodes = ids.find((id) => (state.promotions.get(id)?.codes.length ?? 0) > 0);
	if (withCodes !== undefined)
		invalidPromotion(`Promotion ${withCodes} has coupon codes; delete them first`);
	for (const id of ids) state.promotions.delete(id);
}

const route = (method: Route['method'], path: string, run: Route['run']): Route => ({
	method,
	path,
	scope: MARKETING,
	parallel: CAP,
	run,
});

export const promotionRoutes: Route[] = [
	route('GET', '/v3/promotions', (context) =>
		v3Page(context.query, filtered(context), { render: promotionView }),
	),
	route('POST', '/v3/promotions', (context) => data(promotionView(create(context)), {}, 201)),
	route('DELETE', '/v3/promotions', (context) => {
		const ids = context.query.numbers('id:in') ?? [];
		if (ids.length === 0) invalidPromotion('id:in is required');
		if (ids.length > MOST_DELETED)
			invalidPromotion(`No more than ${MOST_DELETED} promotions can be deleted at once`);
		remove(context, ids);
		return noContent;
	}),
	route('GET', '/v3/promotions/{promotion_id}', (context) =>
		data(promotionView(promotionOf(context))),
	),
	route('PUT', '/v3/promotions/{promotion_id}', (context) => data(promotionView(update(context)))),
	route('DELETE', '/v3/promotions/{promotion_id}', (context) => {
		remove(context, [numberOf(context.params.promotion_id) ?? 0]);
		return noContent;
	}),
];
