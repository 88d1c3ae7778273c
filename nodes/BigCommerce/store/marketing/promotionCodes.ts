import { sleep } from 'n8n-workflow';

import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { list, type Collection } from '../../api/pagination';
import type { OpenPromotion, Promotion } from './promotions';

/** Codes that one request generates at the most (promotions.v3.yml). */
const BATCH = 250;
/** Requests that the endpoint works on at the same time (promotions.v3.yml). */
const AT_ONCE = 10;
/** Rounds of requests in a row that bring no code, before it is given up. */
const MOST_FRUITLESS = 5;
const FIRST_WAIT_MS = 250;
interface CouponCode {
	id: number;
	code: string;
	created: string;
}

const codesOf = ({ id, name }: Promotion): Collection => ({
	path: at`/v3/promotions/${id}/codes`,
	paging: 'cursor',
	pageSize: 250,
	task: `list the codes of the promotion ${name}`,
	scope: 'marketing:read',
});

/**
 * Generates codes 250 a request, several requests at a time. A request whose answer was lost is not repeated blindly: the
 * codes that it made are read from the promotion, and only what is missing is asked for again. Where it ends early, what
 * was made so far has been handed out before the error, which says where the codes are.
 */
export async function* generateCodes(
	client: Client,
	{ promotion, startedAt }: OpenPromotion,
	count: number,
	shape: object,
	/** What this run has handed out already, of this or another promotion. */
	handedOut = new Set<string>(),
): AsyncGenerator<string[]> {
	let made = 0;
	for (let fruitless = 0; ;) {
		const round = await generateSeveral(client, promotion, count - made, shape);
		const isDoubtful = round.failures.some(mayHaveHappened) || round.codes.length === 0;
		const [looking] = await Promise.allSettled([
			isDoubtful ? codesSince(client, promotion, startedAt) : [],
		]);
		const there = looking.status === 'fulfilled' ? looking.value : [];
		const codes = [...new Set([...round.codes, ...there])]
			.filter((code) => !handedOut.has(code))
			.slice(0, count - made);
		for (const code of codes) handedOut.add(code);
		made += codes.length;
		if (codes.length > 0) yield codes;
		if (made >= count) return;
		fruitless = codes.length > 0 ? 0 : fruitless + 1;
		const refusal = round.failures.find((failure) => !mayHaveHappened(failure));
		if (refusal !== undefined || looking.status === 'rejected' || fruitless >= MOST_FRUITLESS) {
			const unread = looking.status === 'rejected' ? (looking.reason as unknown) : undefined;
			throw endedEarly(promotion, refusal ?? round.failures[0], { made, count, unread });
		}
		if (round.failures.length > 0 || codes.length === 0)
			await sleep(FIRST_WAIT_MS * 2 ** fruitless, client.signal);
	}
}

interface Round {
	codes: string[];
	failures: unknown[];
}

/** As many requests as the endpoint works on at the same time; each either gives codes or fails. */
async function generateSeveral(
	client: Client,
	promotion: Promotion,
	missing: number,
	shape: object,
): Promise<Round> {
	const sizes = Array.from({ length: Math.min(AT_ONCE, Math.ceil(missing / BATCH)) }, (_, index) =>
		Math.min(BATCH, missing - index * BATCH),
	);
	const outcomes = await Promise.allSettled(
		sizes.map(async (size) => await generate(client, promotion, size, shape)),
	);
	const codes: string[] = [];
	const failures: unknown[] = [];
	for (const outcome of outcomes) {
		if (outcome.status === 'fulfilled') codes.push(...outcome.value);
		else failures.push(outcome.reason);
	}
	return { codes, failures };
}

interface GenerationProgress {
	made: number;
	count: number;
	/** Why the codes of a lost answer could not be read. */
	unread?: unknown;
}

/** Codes that exist can be used at the checkout: the error says how many there are, and where. */
function endedEarly(
	{ id, name }: Promotion,
	reason: unknown,
	{ made, count, unread }: GenerationProgress,
): unknown {
	if (reason !== undefined && !(reason instanceof BigCommerceError)) return reason;
	const asked = count.toLocaleString('en');
	const task = `generate ${asked} codes for the promotion ${name} (ID ${id})`;
	const lookUp =
		unread instanceof Error
			? ` Whether the last requests made more could not be read (${unread.message}).`
			: '';
	const place = `in the control panel under Marketing > Promotions > ${name}`;
	const advice = `${made.toLocaleString('en')} of them were made and are live in the store, ${place}.${lookUp} To go on, choose that promotion under 'Use a Present One' and ask for what is missing. ${reason?.advice ?? ''}`;
	if (reason) return new BigCommerceError({ ...reason, task, advice });
	return new BigCommerceError({ task, advice, title: 'The store answered without any code' });
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
	const answer = await client.post<{ codes?: unknown }>({
		path: at`/v3/promotions/${id}/codegen`,
		body: { ...shape, batch_size: size },
		task: `generate codes for the promotion ${name}`,
		scope: 'marketing:modify',
	});
	const codes: unknown[] = Array.isArray(answer?.codes) ? answer.codes : [];
	return codes.flatMap((row) => {
		const code = (row as { code?: unknown } | null)?.code;
		return typeof code === 'string' ? code : [];
	});
}

const mayHaveHappened = (error: unknown) =>
	error instanceof BigCommerceError &&
	(error.status === undefined || error.status >= 500 || error.status < 300);
