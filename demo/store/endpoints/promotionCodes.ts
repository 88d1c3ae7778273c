import { isoOffset } from '../formats.ts';
import { data, noContent, refuseV3, type Answer } from '../http/answers.ts';
import { cursorPage, v3Page } from '../http/paging.ts';
import { numberOf, objectOf, textOf } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { PromotionCode } from '../records.ts';
import { byId, type StoreState } from '../state.ts';
import { codeIsTaken, isCode } from './couponFields.ts';
import { addCode, generate, LONGEST_CODE, MOST_CODES } from './promotionCodegen.ts';
import { invalidPromotion, MARKETING, promotionOf } from './promotions.ts';

const view = (code: PromotionCode): object => ({ ...code, created: isoOffset(code.created) });

function create(context: Context): Answer {
	const { state, now } = context;
	const promotion = promotionOf(context);
	const body = objectOf(context.body);
	const code = textOf(body.code);
	if (!code || code.length > LONGEST_CODE)
		return invalidPromotion(`code must be 1 to ${LONGEST_CODE} characters`);
	if (!isCode(code))
		return invalidPromotion(
			'code may hold letters, numbers, white space, underscores and hyphens alone',
		);
	if (promotion.redemption_type !== 'COUPON')
		return invalidPromotion('An automatic promotion has no codes');
	// A SINGLE promotion has one code (API notes 3.14).
	if (promotion.coupon_type === 'SINGLE' && promotion.codes.length > 0)
		return invalidPromotion('The promotion already has its code');
	if (codeIsTaken(state, code)) return invalidPromotion(`The code ${code} already exists`);
	return data(
		view(
			addCode(
				state,
				promotion,
				code,
				numberOf(body.max_uses) ?? 0,
				numberOf(body.max_uses_per_customer) ?? 0,
				now,
			),
		),
		{},
		201,
	);
}

function removeMany(context: Context): Answer {
	const promotion = promotionOf(context);
	const ids = context.query.numbers('id:in') ?? [];
	const code = context.query.text('code');
	if (ids.length === 0 && code === undefined) return invalidPromotion('id:in is required');
	if (ids.length > MOST_CODES)
		return invalidPromotion(`No more than ${MOST_CODES} codes can be deleted at once`);
	promotion.codes = promotion.codes.filter(
		(entry) => !ids.includes(entry.id) && entry.code !== code,
	);
	return noContent;
}

const everyCode = (state: StoreState): PromotionCode[] =>
	byId(state.promotions).flatMap(({ codes }) => codes);

const codeQuery = ({ query }: Context): string =>
	query.text('code') ?? refuseV3(422, 'The filter(s) are invalid.', { code: 'code is required' });

const route = (
	method: Route['method'],
	path: string,
	parallel: number,
	run: Route['run'],
): Route => ({ method, path, scope: MARKETING, parallel, run });

const CODES = '/v3/promotions/{promotion_id}/codes';

export const promotionCodeRoutes: Route[] = [
	// Ten at once for listing and generating, forty for the rest (API notes 3.15).
	route('GET', CODES, 10, (context) => {
		const code = context.query.text('code');
		return cursorPage(
			context.query,
			promotionOf(context).codes.filter((entry) => code === undefined || entry.code === code),
			view,
		);
	}),
	route('POST', CODES, 40, create),
	route('DELETE', CODES, 40, removeMany),
	route('DELETE', `${CODES}/{code_id}`, 40, (context) => {
		const promotion = promotionOf(context);
		promotion.codes = promotion.codes.filter(({ id }) => id !== Number(context.params.code_id));
		return noContent;
	}),
	route('POST', '/v3/promotions/{promotion_id}/codegen', 10, generate),
	route('GET', '/v3/promotions/codes', 40, (context) => {
		const wanted = codeQuery(context);
		return v3Page(
			context.query,
			everyCode(context.state).filter(({ code }) => code === wanted),
			{ render: view },
		);
	}),
	route('DELETE', '/v3/promotions/codes', 40, (context) => {
		const wanted = codeQuery(context);
		for (const promotion of context.state.promotions.values())
			promotion.codes = promotion.codes.filter(({ code }) => code !== wanted);
		return noContent;
	}),
];
