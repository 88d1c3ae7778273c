import { sleep } from 'n8n-workflow';

import { isText, type Answer } from './answers';
import { readQuota } from './pacing';

/** How one attempt ended: an answer, or none at all (`lost`). */
export type Attempt =
	{ answer: Answer; lost?: undefined } | { answer?: undefined; lost: NetworkLoss };

export interface NetworkLoss {
	/** ECONNRESET, ETIMEDOUT, … */
	code: string;
	message: string;
}

/**
 * What to do about an attempt.
 * `later`: the store refused without doing anything, so that any request may be repeated.
 * `unsure`: it may have taken effect, so that only a repeatable request may be sent again.
 * `over`: the answer stands.
 */
export type AttemptVerdict = 'over' | 'later' | 'unsure';

const MOST_TRIES = 6;
const MOST_RATE_LIMITS = 20;
const LONGEST_MS = 5 * 60_000;
const FIRST_WAIT_MS = 500;
/** A window that ends at once did not hold anybody back. */
const SHORTEST_RESET_MS = 50;
const LONGEST_WAIT_MS = 20_000;
const TEMPORARY = new Set([500, 502, 503, 504]);
const NEVER_SENT = new Set(['ECONNREFUSED', 'EAI_AGAIN']);
const FINAL_LOSSES = new Set([
	'ENOTFOUND',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'ERR_CANCELED',
	'BLOCKED',
]);

/** A suspended store answers 503 as well, and no waiting mends that. */
const isSuspended = ({ body }: Answer) =>
	/suspended/i.test(typeof body === 'string' ? body : JSON.stringify(body ?? ''));

/** `isAnswer`: a success that does not hold what was asked for is none. */
export function judge(
	{ answer, lost }: Attempt,
	isAnswer: (answer: Answer) => boolean = () => true,
): AttemptVerdict {
	if (lost) {
		if (FINAL_LOSSES.has(lost.code)) return 'over';
		return NEVER_SENT.has(lost.code) ? 'later' : 'unsure';
	}
	// 423: the record is locked by someone else; like 429 the request was never carried out.
	if (answer.status === 429 || answer.status === 423) return 'later';
	if (TEMPORARY.has(answer.status))
		return answer.status === 503 && isSuspended(answer) ? 'over' : 'unsure';
	if (answer.status < 300 && (isText(answer) || !isAnswer(answer))) return 'unsure';
	return 'over';
}

/** Tries and time of one request, with waits in between that a cancelled execution ends at once. */
export class Retries {
	private readonly startedAt = Date.now();
	private readonly signal?: AbortSignal;
	private tries = 0;
	private rateLimits = 0;

	constructor(signal?: AbortSignal) {
		this.signal = signal;
	}

	/** False when it is time to give up; otherwise it has waited. */
	async waitBeforeNext({ answer }: Attempt): Promise<boolean> {
		const limited = answer?.status === 429 && readQuota(answer.headers) !== undefined;
		if (limited ? ++this.rateLimits > MOST_RATE_LIMITS : ++this.tries >= MOST_TRIES) return false;
		// With the quota headers the pacer knows when to go on, and holds back everyone else as well.
		const isHeldBack = limited && (readQuota(answer.headers)?.resetInMs ?? 0) >= SHORTEST_RESET_MS;
		const waitMs = isHeldBack ? 0 : (askedWaitMs(answer) ?? this.backOffMs());
		if (Date.now() + waitMs - this.startedAt > LONGEST_MS) return false;
		if (waitMs > 0) await sleep(waitMs, this.signal);
		return true;
	}

	private backOffMs(): number {
		const tries = this.tries + this.rateLimits;
		const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
		return ceiling * (0.5 + Math.random() / 2);
	}
}

/** A price list that is being deleted says in the body how long that takes (API notes 1.4). */
function askedWaitMs(answer: Answer | undefined): number | undefined {
	const seconds = Number(
		answer?.headers['x-retry-after'] ??
			answer?.headers['retry-after'] ??
			(answer?.body as { error?: { retry_after_seconds?: unknown } } | undefined)?.error
				?.retry_after_seconds,
	);
	return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}
