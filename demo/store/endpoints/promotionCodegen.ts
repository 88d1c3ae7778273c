import { randomInt } from 'node:crypto';
import { isoOffset } from '../formats.ts';
import { data, Refusal, STATUS_PAGE, type Answer } from '../http/answers.ts';
import { objectOf } from '../http/reading.ts';
import type { Context } from '../http/routes.ts';
import type { PromotionCode, PromotionRecord } from '../records.ts';
import { byId, nextId, type StoreState } from '../state.ts';
import { invalidPromotion, promotionOf } from './promotions.ts';

export const MOST_CODES = 250;
export const LONGEST_CODE = 50;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export function addCode(
	state: StoreState,
	promotion: PromotionRecord,
	code: string,
	maxUses: number,
	perCustomer: number,
	now: number,
): PromotionCode {
	const made: PromotionCode = {
		id: nextId(state, 'promotionCode'),
		code,
		current_uses: 0,
		max_uses: maxUses,
		max_uses_per_customer: perCustomer,
		created: now,
	};
	promotion.codes.push(made);
	return made;
}

interface Batch {
	size: number;
	maxUses: number;
	perCustomer: number;
	prefix: string;
	suffix: string;
	delimiter: string;
	letters: string;
	length: number;
}

function batchOf(body: unknown): Batch {
	const from = objectOf(body);
	const size = from.batch_size;
	if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > MOST_CODES) {
		return invalidPromotion(`batch_size must be a whole number from 1 to ${MOST_CODES}`);
	}
	const whole = (name: string, fallback: number, low: number, high: number): number => {
		const value = from[name] ?? fallback;
		return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
			? value
			: invalidPromotion(`${name} must be from ${low} to ${high}`);
	};
	const fixed = (name: string): string => {
		const value = from[name] ?? '';
		return typeof value === 'string' && /^[A-Z0-9_-]{0,20}$/.test(value)
			? value
			: invalidPromotion(`${name} must be at most 20 capital letters, digits, _ or -`);
	};
	const delimiter = from.delimiter ?? '';
	if (delimiter !== '' && delimiter !== '-' && delimiter !== '_')
		invalidPromotion('delimiter must be - or _');
	const excluded = new Set(
		Array.isArray(from.exclude_characters) ? from.exclude_characters.map(String) : [],
	);
	const batch: Batch = {
		size,
		maxUses: whole('max_uses', 1, 0, 100_000),
		perCustomer: whole('max_uses_per_customer', 1, 0, 100_000),
		prefix: fixed('prefix'),
		suffix: fixed('suffix'),
		delimiter: String(delimiter),
		letters: [...ALPHABET].filter((letter) => !excluded.has(letter)).join(''),
		length: whole('code_length', 16, 6, 16),
	};
	if (batch.letters === '') invalidPromotion('exclude_characters leaves no characters');
	if (codeText(batch).length > LONGEST_CODE)
		invalidPromotion(`A code must be at most ${LONGEST_CODE} characters`);
	return batch;
}

function codeText(batch: Batch): string {
	const middle = Array.from(
		{ length: batch.length },
		() => batch.letters[randomInt(batch.letters.length)] ?? '',
	).join('');
	return [batch.prefix, middle, batch.suffix].filter((part) => part !== '').join(batch.delimiter);
}

/** So many random codes for a BULK promotion (API notes 3.15). */
export function generate(context: Context): Answer {
	const { state, now } = context;
	const promotion = promotionOf(context);
	if (promotion.redemption_type !== 'COUPON' || promotion.coupon_type !== 'BULK') {
		// The status is a string in this shape (API notes 3.16).
		throw new Refusal({
			status: 405,
			body: {
				status: '405',
				title: 'Method not allowed',
				error:
					'Codes are generated for promotions of redemption_type COUPON and coupon_type BULK alone.',
			},
		});
	}
	const batch = batchOf(context.body);
	const used = new Set(
		byId(state.promotions).flatMap(({ codes }) => codes.map(({ code }) => code)),
	);
	const codes: Array<{ code: string }> = [];
	for (let tries = 0; codes.length < batch.size; tries += 1) {
		if (tries > batch.size * 100)
			throw new Refusal({
				status: 400,
				body: {
					status: '400',
					title: 'Bad request',
					type: STATUS_PAGE,
					detail: 'There are not enough codes of this length.',
				},
			});
		const code = codeText(batch);
		if (used.has(code)) continue;
		used.add(code);
		addCode(state, promotion, code, batch.maxUses, batch.perCustomer, now);
		codes.push({ code });
	}
	return data(
		{
			created: isoOffset(now),
			max_uses: batch.maxUses,
			max_uses_per_customer: batch.perCustomer,
			batch_size: batch.size,
			codes,
		},
		{},
		201,
	);
}
