import { sleep } from 'n8n-workflow';

import { endpointCap } from './concurrency';

/** Header names as axios hands them over: lower case. */
export type ResponseHeaders = Record<string, unknown>;

/** What every response says about the store's quota (API notes 1.3); absent on overload and from proxies. */
interface QuotaReading {
	quota: number;
	left: number;
	resetInMs: number;
	windowMs: number;
}

/** What is believed of the current window. */
interface QuotaWindow {
	quota: number;
	left: number;
	/** It does not end before this. */
	resetsAfter: number;
	/** It has ended by then. */
	resetsAt: number;
}

interface Waiting {
	method: string;
	path: string;
	admit: () => void;
}

/** A request that may be sent. */
export interface RequestAdmission {
	/** To be called when it is over: answered (with its status and headers) or lost (with none). */
	over: (status?: number, headers?: ResponseHeaders) => void;
}

interface Ended {
	method: string;
	path: string;
	sentAt: number;
	status?: number;
	headers?: ResponseHeaders;
}

/** Enough to hide the latency of a TLS handshake a call, few enough for the smallest plan. */
export const MOST_PARALLEL = 10;
/** Answers without overload after which one more request may be under way again. */
const ANSWERS_TO_RECOVER = 20;

const number = (value: unknown) =>
	value === undefined || value === '' ? Number.NaN : Number(value);

export function readQuota(headers: ResponseHeaders): QuotaReading | undefined {
	const reading = {
		quota: number(headers['x-rate-limit-requests-quota']),
		left: number(headers['x-rate-limit-requests-left']),
		resetInMs: number(headers['x-rate-limit-time-reset-ms']),
		windowMs: number(headers['x-rate-limit-time-window-ms']),
	};
	return Object.values(reading).every(Number.isFinite) ? reading : undefined;
}

/** A little is left to the store's other apps, whose requests are seen only one answer later. */
const reserveOf = ({ quota }: QuotaWindow) => (quota > 10 ? Math.ceil(quota * 0.02) : 0);

/**
 * Answers arrive out of order and from two windows at once: the lowest count of the newest window holds. The store read
 * its clock at some time between `sentAt` and now, which lie far apart when the store is slow or this process was busy:
 * only what cannot be of the known window is of a newer or an older one, and a window is taken to end at the latest time
 * possible.
 */
function nextWindow(
	known: QuotaWindow | undefined,
	{ quota, left, resetInMs, windowMs }: QuotaReading,
	sentAt: number,
	refusal?: ResponseHeaders,
): QuotaWindow {
	const retryAfterMs = (number(refusal?.['x-retry-after']) || 0) * 1000;
	const resetsAt = Date.now() + (refusal ? Math.max(resetInMs, retryAfterMs) : resetInMs);
	const resetsAfter = sentAt + resetInMs;
	const reading = { quota, left: refusal ? 0 : left, resetsAfter, resetsAt };
	const tolerance = windowMs / 4;
	// Another quota is another plan, and a refusal is the store's last word.
	if (!known || refusal || quota !== known.quota || resetsAfter > known.resetsAt + tolerance)
		return reading;
	if (resetsAt < known.resetsAfter - tolerance) return known;
	return {
		quota,
		left: Math.min(known.left, reading.left),
		resetsAfter: Math.max(known.resetsAfter, resetsAfter),
		resetsAt: Math.max(known.resetsAt, resetsAt),
	};
}

/**
 * Holds requests back so that a store's quota is never overdrawn. The quota belongs to the store, so all nodes and
 * items of this process that speak to one store share one pacer; other apps and workers are seen through the headers.
 */
export class Pacer {
	private readonly queue: Waiting[] = [];
	private readonly underWayAt = new Map<string, number>();
	private underWay = 0;
	private parallel = MOST_PARALLEL;
	private answersSinceOverload = 0;
	private probed = false;
	private window?: QuotaWindow;
	private wakeUpAt?: number;

	/** Resolves when the request may be sent. */
	async admission(method: string, path: string, signal?: AbortSignal): Promise<RequestAdmission> {
		signal?.throwIfAborted();
		return await new Promise<RequestAdmission>((resolve, reject) => {
			const onAbort = () => {
				this.queue.splice(this.queue.indexOf(waiting), 1);
				reject(signal?.reason as Error);
			};
			const waiting: Waiting = {
				method,
				path,
				admit: () => {
					signal?.removeEventListener('abort', onAbort);
					const sentAt = Date.now();
					resolve({
						over: (status, headers) => this.over({ method, path, sentAt, status, headers }),
					});
				},
			};
			signal?.addEventListener('abort', onAbort, { once: true });
			this.queue.push(waiting);
			this.pump();
		});
	}

	private over({ method, path, sentAt, status, headers = {} }: Ended): void {
		this.underWay--;
		const cap = endpointCap(method, path);
		if (cap) this.underWayAt.set(cap.name, (this.underWayAt.get(cap.name) ?? 1) - 1);
		if (status !== undefined) {
			this.probed = true;
			this.learn(status, headers, sentAt);
		}
		this.pump();
	}

	private learn(status: number, headers: ResponseHeaders, sentAt: number): void {
		const reading = readQuota(headers);
		if (status === 429 && !reading) {
			this.parallel = Math.max(1, Math.floor(this.parallel / 2));
			this.answersSinceOverload = 0;
		} else if (++this.answersSinceOverload >= ANSWERS_TO_RECOVER) {
			this.parallel = Math.min(MOST_PARALLEL, this.parallel + 1);
			this.answersSinceOverload = 0;
		}
		if (reading)
			this.window = nextWindow(this.window, reading, sentAt, status === 429 ? headers : undefined);
	}

	private quotaAllows(): boolean {
		const { window } = this;
		if (!window) return true;
		if (Date.now() >= window.resetsAt) window.left = window.quota;
		const untouched = window.left === window.quota && this.underWay === 0;
		return untouched || window.left - reserveOf(window) - this.underWay > 0;
	}

	private pump(): void {
		for (let index = 0; index < this.queue.length;) {
			// Nothing is known of the quota before the first answer: one request finds out.
			if (this.underWay >= (this.probed ? this.parallel : 1)) return;
			if (!this.quotaAllows()) return this.wakeUpAtReset();
			const waiting = this.queue[index] as Waiting;
			const cap = endpointCap(waiting.method, waiting.path);
			const there = cap ? (this.underWayAt.get(cap.name) ?? 0) : 0;
			if (cap && there >= cap.atMost) {
				index++;
				continue;
			}
			if (cap) this.underWayAt.set(cap.name, there + 1);
			this.underWay++;
			this.queue.splice(index, 1);
			waiting.admit();
		}
	}

	private wakeUpAtReset(): void {
		const at = this.window?.resetsAt ?? 0;
		// Past the reset only requests under way hold others back, and their end pumps again.
		if (this.wakeUpAt === at || Date.now() >= at) return;
		this.wakeUpAt = at;
		// One millisecond more: the header counts in whole ones.
		void sleep(Math.max(0, at - Date.now()) + 1).then(() => {
			if (this.wakeUpAt === at) this.wakeUpAt = undefined;
			this.pump();
		});
	}
}

const pacers = new Map<string, Pacer>();

/** The one pacer of this process for a store. */
export function pacerFor(origin: string, storeHash: string): Pacer {
	const key = `${origin}/stores/${storeHash}`;
	const pacer = pacers.get(key) ?? new Pacer();
	pacers.set(key, pacer);
	return pacer;
}
