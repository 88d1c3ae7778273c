import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { assertNotWholeCollection } from './danger';
import { BigCommerceError, refused, savedInPart, type Doing } from './errors';
import { pacerFor, type ResponseHeaders } from './pacing';
import {
	isUnreadable,
	judge,
	Patience,
	type Answer,
	type Attempt,
	type NetworkLoss,
} from './retry';
import type { StoreAddress } from './store';
import { VERSION } from './version';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Values as the API reads them: lists travel as `1,2,3`; what is undefined or empty is left out. */
export type Query = Record<
	string,
	string | number | boolean | readonly (string | number)[] | undefined
>;

/** One HTTP exchange with the credential's token; in n8n this is `httpRequestWithAuthentication`. */
export type Send = (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

export interface Call extends Doing {
	/** Below the store: `/v2/orders`, built with `at` where it holds an id. */
	path: string;
	query?: Query;
	/** Sent as JSON, or as it is where it is a form with a file in it (`multipart`). */
	body?: object;
}

export interface Creation<T> extends Call {
	/** Looks whether the record is there after all, when the answer to its creation was lost. */
	find: () => Promise<T | undefined>;
	/** Reads an answer that says more than its `data`: a 207 tells what was not done. */
	read?: (answer: Answer) => T;
}

export interface ClientOptions {
	store: StoreAddress;
	send: Send;
	/** The API account, which owns what it made: metafields and webhooks. */
	clientId?: string;
	/** Ends every wait and every request at once. */
	signal?: AbortSignal;
	timeoutMs?: number;
}

/** What work of many requests goes by: when it is over, and whom to tell how far it is. */
export type Worker = Pick<Client, 'signal' | 'wrote'>;

const TIMEOUT_MS = 60_000;

/** Builds a path, each inserted part encoded: at`/v2/orders/${orderId}/shipments`. */
export const at = (parts: TemplateStringsArray, ...inserted: Array<string | number>) =>
	String.raw({ raw: parts }, ...inserted.map((part) => encodeURIComponent(part)));

function encodeQuery(query: Query = {}): IDataObject {
	const given = Object.entries(query).flatMap(([name, value]) => {
		if (value === undefined || value === '') return [];
		return [[name, Array.isArray(value) ? value.join(',') : value] as const];
	});
	return Object.fromEntries(given) as IDataObject;
}

function networkLoss(thrown: unknown): NetworkLoss {
	const chain: unknown[] = [];
	for (let at: unknown = thrown; at instanceof Error && !chain.includes(at); at = at.cause)
		chain.push(at);
	const code = chain
		.map((error) => (error as { code?: unknown }).code)
		.find((value) => typeof value === 'string');
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	return { code: (code as string | undefined) ?? 'UNKNOWN', message };
}

/** Speaks to one store: paced, repeated where that is safe, with every refusal in one shape. */
export class Client {
	readonly store: StoreAddress;
	readonly clientId?: string;
	readonly signal?: AbortSignal;
	/** Told how many records more are written; set by those who watch a long run. */
	wrote: (records: number) => void = () => undefined;
	private readonly options: ClientOptions;
	private readonly send: Send;
	private readonly timeoutMs: number;
	private readonly made = new Map<string, unknown>();

	constructor(options: ClientOptions) {
		const { store, send, clientId, signal, timeoutMs = TIMEOUT_MS } = options;
		this.options = options;
		this.store = store;
		this.clientId = clientId;
		this.send = send;
		this.signal = signal;
		this.timeoutMs = timeoutMs;
	}

	/** What is looked up once and holds as long as the client does: one run of a node. */
	once<Value>(name: string, make: () => Value): Value {
		if (!this.made.has(name)) this.made.set(name, make());
		return this.made.get(name) as Value;
	}

	/** The same, with nobody told of what is written: for steps that are a part of what is counted. */
	unwatched(): Client {
		return new Client(this.options);
	}

	/** The same, with whatever is still under way after so many milliseconds given up. */
	within(milliseconds: number): Client {
		const ownTime = AbortSignal.timeout(milliseconds);
		const signal = this.signal ? AbortSignal.any([this.signal, ownTime]) : ownTime;
		return new Client({ ...this.options, signal });
	}

	/** The answer's payload: `data` of a v3 answer, the whole of a v2 one, undefined when there is none (204). */
	async get<T>(call: Call): Promise<T | undefined> {
		return payload<T>(await this.call('GET', call));
	}

	async put<T>(call: Call): Promise<T | undefined> {
		return payload<T>(whole(await this.call('PUT', call), call));
	}

	/** For calls that change nothing or that may be sent again only when they were never carried out. */
	async post<T>(call: Call): Promise<T | undefined> {
		return payload<T>(await this.call('POST', call));
	}

	/** A record that is gone already counts as deleted when the first answer was lost. */
	async delete(call: Call): Promise<Answer> {
		assertNotWholeCollection(call);
		return await this.call('DELETE', call);
	}

	/** Creates a record once: after a lost answer it looks first, and sends again only if the record is not there. */
	async create<T>({ find, read, ...call }: Creation<T>): Promise<T> {
		const patience = new Patience(this.signal);
		for (let repeated = false; ; repeated = true) {
			const attempt = await this.attempt('POST', call);
			const verdict = judge(attempt);
			const goOn = verdict !== 'over' && (await patience.waitBeforeNext(attempt));
			// A refusal after an earlier try may be a clash with the very record that this try made.
			const clash = repeated && verdict === 'over' && (attempt.answer?.status ?? 0) >= 400;
			if (verdict === 'unsure' || clash) {
				const found = await find();
				if (found !== undefined) return found;
			}
			if (goOn) continue;
			const answer = accepted(attempt, call);
			return read ? read(answer) : (payload<T>(whole(answer, call)) as T);
		}
	}

	/** One request, repeated where that is safe; the answer is a success or this throws. */
	async call(method: Method, call: Call): Promise<Answer> {
		const patience = new Patience(this.signal);
		for (let lostBefore = false; ;) {
			const attempt = await this.attempt(method, call);
			const verdict = judge(attempt);
			if (method === 'DELETE' && lostBefore && attempt.answer?.status === 404)
				return attempt.answer;
			const repeatable = verdict === 'later' || (verdict === 'unsure' && method !== 'POST');
			if (!repeatable || !(await patience.waitBeforeNext(attempt))) {
				const asked = { ...call, repeated: lostBefore };
				return accepted(attempt, asked, method === 'POST' && verdict === 'unsure');
			}
			lostBefore ||= verdict === 'unsure';
		}
	}

	private async attempt(method: Method, { path, query, body }: Call): Promise<Attempt> {
		const pacer = pacerFor(this.store.origin, this.store.storeHash);
		const admission = await pacer.admission(method, path, this.signal);
		let answer: Answer | undefined;
		try {
			const response = await this.send({
				method,
				url: `${this.store.origin}/stores/${this.store.storeHash}${path}`,
				qs: encodeQuery(query),
				...(body && { body: body as IDataObject }),
				headers: { Accept: 'application/json', 'User-Agent': `n8n-nodes-bigcommerce/${VERSION}` },
				json: true,
				timeout: this.timeoutMs,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				...(this.signal && { abortSignal: this.signal }),
			});
			answer = {
				status: response.statusCode,
				headers: response.headers as ResponseHeaders,
				body: response.body as unknown,
			};
			return { answer };
		} catch (error) {
			this.signal?.throwIfAborted();
			return { lost: networkLoss(error) };
		} finally {
			admission.over(answer?.status, answer?.headers);
		}
	}
}

/** `data` of a v3 answer, the whole of a v2 one, undefined where there is none (204). */
export function payload<T>({ body }: Answer): T | undefined {
	if (body === undefined || body === null || body === '') return undefined;
	return (typeof body === 'object' && 'data' in body ? body.data : body) as T;
}

/** A record that was saved in part only is no success of a call that writes one record. */
function whole(answer: Answer, doing: Doing): Answer {
	if (answer.status === 207) throw savedInPart(answer.body, doing);
	return answer;
}

/** The answer of an attempt that succeeded; everything else becomes a BigCommerceError. */
function accepted({ answer, lost }: Attempt, call: Call, unsure = false): Answer {
	const doing = { doing: call.doing, scope: call.scope, repeated: call.repeated };
	const mayHaveHappened = unsure
		? ' It may have taken effect all the same: look in the store before you run this item again.'
		: '';
	if (lost) {
		throw new BigCommerceError({
			...doing,
			code: lost.code,
			title: `No answer from the store (${lost.code})`,
			advice: `Check the connection of this n8n to the store's API, and the API Path in the credential.${mayHaveHappened}`,
		});
	}
	if (answer.status >= 300) throw refused(answer.status, answer.body, doing, mayHaveHappened);
	if (isUnreadable(answer)) {
		throw new BigCommerceError({
			...doing,
			status: answer.status,
			title:
				'The answer was not JSON: it was cut off, or came from something in between such as a proxy',
			advice: `Run this item again later; if it stays so, check the API Path in the credential.${mayHaveHappened}`,
		});
	}
	return answer;
}
