import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { list, type Collection } from '../../api/pagination';
import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import type { OpenPromotion, Promotion } from './promotions';

/** Codes that one request generates at the most (promotions.v3.yml). */
const BATCH = 250;
/** The API's own alphabet is A-Z and 0-9; these are taken for others when read out or typed. */
const LOOK_ALIKES = [...'0O1IL2Z5S8B'];

export interface CodeShape {
	prefix?: string;
	suffix?: string;
	delimiter?: string;
	codeLength?: number;
	maxUses?: number;
	maxUsesPerCustomer?: number;
}

interface CouponCode {
	id: number;
	code: string;
	created: string;
}

interface Generated {
	created?: string;
	codes: Array<{ code: string }>;
}

const codesOf = ({ id, name }: Promotion): Collection => ({
	path: at`/v3/promotions/${id}/codes`,
	paging: 'cursor',
	pageSize: 250,
	doing: `list the codes of the promotion ${name}`,
	scope: 'marketing:read',
});

/** The part of each request that says how codes look; bad input is told before anything is made. */
export function codegenBody({
	prefix,
	suffix,
	delimiter,
	codeLength,
	maxUses = 1,
	maxUsesPerCustomer = 1,
}: CodeShape) {
	const part = (text: string | undefined, label: string) => {
		const given = text?.trim().toUpperCase();
		if (given && !/^[A-Z0-9_-]{1,20}$/.test(given)) {
			throw new InputError(
				`'${label}' is "${given}"`,
				`'${label}' takes up to 20 letters, digits, _ and -.`,
			);
		}
		return given || undefined;
	};
	return compact({
		prefix: part(prefix, 'Prefix'),
		suffix: part(suffix, 'Suffix'),
		delimiter: delimiter || undefined,
		code_length: codeLength,
		max_uses: maxUses,
		max_uses_per_customer: maxUsesPerCustomer,
		exclude_characters: LOOK_ALIKES,
	});
}

/**
 * Generates codes 250 a request, several requests at a time. Requests whose answer was lost are not repeated: the
 * codes that they made are read from the promotion, and only what is missing is asked for again.
 */
export async function* generateCodes(
	client: Client,
	{ promotion, startedAt }: OpenPromotion,
	count: number,
	body: object,
): AsyncGenerator<string[]> {
	const known = new Set<string>();
	while (known.size < count) {
		const missing = count - known.size;
		const requests = Array.from(
			{ length: Math.ceil(missing / BATCH) },
			async (_, index) =>
				await generate(client, promotion, Math.min(BATCH, missing - index * BATCH), body),
		);
		const outcomes = await Promise.allSettled(requests);
		const codes = outcomes.flatMap((outcome) =>
			outcome.status === 'fulfilled' ? outcome.value : [],
		);
		const losses = outcomes.flatMap((outcome) =>
			outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
		);
		for (const code of codes) known.add(code);
		yield codes;
		if (losses.length === 0) continue;
		const refusal = losses.find((loss) => !mayHaveHappened(loss));
		if (refusal) throw refusal;
		const unheard = (await codesSince(client, promotion, startedAt)).filter(
			(code) => !known.has(code),
		);
		if (unheard.length === 0) throw losses[0];
		const made = unheard.slice(0, count - known.size);
		for (const code of made) known.add(code);
		yield made;
	}
}

/** The codes made since a moment of the store's own clock. */
async function codesSince(
	client: Client,
	promotion: Promotion,
	startedAt: Date,
): Promise<string[]> {
	const codes = await list<CouponCode>(client, codesOf(promotion));
	return codes
		.filter(({ created }) => Date.parse(created) >= startedAt.getTime())
		.map(({ code }) => code);
}

async function generate(
	client: Client,
	{ id, name }: Promotion,
	size: number,
	shape: object,
): Promise<string[]> {
	const answer = await client.post<Generated>({
		path: at`/v3/promotions/${id}/codegen`,
		body: { ...shape, batch_size: size },
		doing: `generate codes for the promotion ${name}`,
		scope: 'marketing:modify',
	});
	return (answer?.codes ?? []).map(({ code }) => code);
}

const mayHaveHappened = (error: unknown) =>
	error instanceof BigCommerceError &&
	(error.status === undefined || error.status >= 500 || error.status < 300);
