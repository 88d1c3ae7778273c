import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import {
	isNothing,
	isText,
	payload,
	readCreated,
	readRecord,
	readRows,
	type Answer,
	type Reader,
} from './answers';
import { assertNotWholeCollection } from './deleteGuard';
import { BigCommerceError, refused, savedInPart, type Task } from './errors';
import { holdsSent, isOlder } from './holdsSent';
import { InputError } from './inputError';
import { pacerFor } from './pacing';
import { judge, Retries, type Attempt, type NetworkLoss } from './retry';
import { shortened } from './shortened';
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

export interface Call extends Task {
	/** Below the store: `/v2/orders`, built with `at` where it holds an id. */
	path: string;
	query?: Query;
	/** Sent as JSON, or as it is where it is a form with a file in it (`multipart`). */
	body?: object;
}

export interface CreateCall<T> extends Call {
	/** Looks for the record after a try whose outcome is not known. */
	find: () => Promise<T | undefined>;
	/** Whether what was found is what was sent; without it the fields that were sent are compared. */
	isSame?: (found: T) => boolean;
	/** Reads an answer that is no record with an id; a 207 tells what was not done. */
	read?: Reader<T>;
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
/** Of the text with which a connection failed. */
const LONGEST_REASON = 200;

/** n8n itself refused to send the request: its guard against SSRF, or the credential's list of domains. */
const BLOCKED = 'BLOCKED';

/** Builds a path, each inserted part encoded: at`/v2/orders/${orderId}/shipments`. */
export const at = (parts: TemplateStringsArray, ...inserted: Array<string | number>) =>
	String.raw({ raw: parts }, ...inserted.map(pathPart));

/** An empty part, `.` and `..` would make another path of it, encoded or not: `/v3/carts/..` reads `/v3/`. */
function pathPart(given: string | number): string {
	const text = String(given);
	if (/^(?:\.|%2e){0,2}$/i.test(text.trim()))
		throw new InputError(`"${text}" is no ID`, 'Give the ID of a record as BigCommerce shows it.');
	return encodeURIComponent(text);
}

function encodeQuery(query: Query = {}): IDataObject {
	const given = Object.entries(query).flatMap(([name, value]) => {
		if (value === undefined || value === '') return [];
		return [[name, Array.isArray(value) ? value.join(',') : value] as const];
	});
	return Object.fromEntries(given);
}

function networkLoss(thrown: unknown): NetworkLoss {
	const chain: Error[] = [];
	for (let at: unknown = thrown; at instanceof Error && !chain.includes(at); at = at.cause)
		chain.push(at);
	const code = chain
		.map((error) => (error as { code?: unknown }).code)
		.find((value) => typeof value === 'string');
	// n8n wraps what it refused to send: the innermost error says why.
	const blocked = chain.some(({ message }) =>
		/\b(?:blocked|restricted|not allowed)\b/i.test(message),
	);
	const message = chain.at(-1)?.message ?? String(thrown);
	return { code: code ?? (blocked ? BLOCKED : 'UNKNOWN'), message };
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
	/** How much the store's clock is ahead of this one's. */
	private clockDifferenceMs = 0;

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

	/** One record; undefined where v2 says that there is none (204). */
	async get<T extends object>(call: Call): Promise<T | undefined> {
		const read: Reader<T | null> = (answer, path) =>
			isNothing(answer, path) ? null : (whole(answer, call), readRecord<T>(answer));
		return (await this.request('GET', call, read)) ?? undefined;
	}

	/** All rows of a list that is one answer. */
	async getRows<T>(call: Call): Promise<T[]> {
		return await this.request<T[]>('GET', call, readRows);
	}

	/** The record as it is now; undefined where the store does not show it (204). */
	async put<T extends object>(call: Call): Promise<T | undefined> {
		const read: Reader<T | null> = (answer) =>
			answer.status === 204 ? null : readRecord<T>(whole(answer, call));
		return (await this.request('PUT', call, read)) ?? undefined;
	}

	/** For calls that make no record; sent again only when they were never carried out. */
	async post<T extends object>(call: Call): Promise<T> {
		return await this.request<T>('POST', call, (answer) => {
			const made = payload(answer);
			return typeof made === 'object' && made !== null ? (made as T) : undefined;
		});
	}

	/** A record that is gone already counts as deleted when the first answer was lost. */
	async delete(call: Call): Promise<Answer> {
		assertNotWholeCollection(call);
		return await this.call('DELETE', call);
	}

	/**
	 * Creates a record once. After a try whose outcome is not known it looks first, and takes for its own what holds all
	 * that was sent; otherwise it sends again.
	 */
	async create<T extends object>({ find, isSame, read, ...call }: CreateCall<T>): Promise<T> {
		const readAnswer: Reader<T> = read ?? ((answer) => readCreated<T>(whole(answer, call)));
		const startedAt = Date.now();
		const isOurs = (found: T) =>
			!isOlder(found, startedAt + this.clockDifferenceMs) &&
			(isSame ? isSame(found) : holdsSent(found, recordIn(call.body)));
		const retries = new Retries(this.signal);
		for (let isDoubtful = false; ;) {
			const attempt = await this.attempt('POST', call);
			const verdict = judge(attempt, isRead(readAnswer, call));
			isDoubtful ||= verdict === 'unsure';
			const repeat = verdict !== 'over' && (await retries.waitBeforeNext(attempt));
			// A refusal after such a try may be a clash with the very record that it made.
			const isClash = isDoubtful && verdict === 'over' && (attempt.answer?.status ?? 0) >= 400;
			if (verdict === 'unsure' || isClash) {
				const found = await this.lookUp(find, attempt, call);
				if (found !== undefined && isOurs(found)) return found;
			}
			if (repeat) continue;
			return readAnswer(accepted(attempt, call, isRead(readAnswer, call), isClash), call.path) as T;
		}
	}

	/** Where neither the request nor the look-up has an answer, both are told. */
	private async lookUp<T>(
		find: () => Promise<T | undefined>,
		attempt: Attempt,
		call: Call,
	): Promise<T | undefined> {
		const [looking] = await Promise.allSettled([find()]);
		if (looking.status === 'fulfilled') return looking.value;
		this.signal?.throwIfAborted();
		throw notLookedUp(errorOf(attempt, call, true), looking.reason);
	}

	/** One request, repeated where that is safe; the answer is a success or this throws. */
	async call(method: Method, call: Call): Promise<Answer> {
		return await this.request(method, call, (answer) => answer);
	}

	/** As `call`, with what is read of the answer. */
	async request<T>(method: Method, call: Call, read: Reader<T>): Promise<T> {
		const isAnswer = isRead(read, call);
		const retries = new Retries(this.signal);
		for (let lostBefore = false; ;) {
			const attempt = await this.attempt(method, call);
			const verdict = judge(attempt, isAnswer);
			if (method === 'DELETE' && lostBefore && attempt.answer?.status === 404)
				return read(attempt.answer, call.path) as T;
			const repeatable = verdict === 'later' || (verdict === 'unsure' && method !== 'POST');
			if (!repeatable || !(await retries.waitBeforeNext(attempt))) {
				const asked = { ...call, repeated: lostBefore };
				const answer = accepted(
					attempt,
					asked,
					isAnswer,
					method === 'POST' && verdict === 'unsure',
				);
				return read(answer, call.path) as T;
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
				...(body && { body }),
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
				headers: response.headers,
				body: response.body as unknown,
			};
			const now = Date.parse(String(answer.headers.date));
			if (Number.isFinite(now)) this.clockDifferenceMs = now - Date.now();
			return { answer };
		} catch (error) {
			this.signal?.throwIfAborted();
			return { lost: networkLoss(error) };
		} finally {
			admission.over(answer?.status, answer?.headers);
		}
	}
}

/** A record that was saved in part only is no success of a call that writes one record. */
function whole(answer: Answer, task: Task): Answer {
	if (answer.status === 207) throw savedInPart(answer.body, task);
	return answer;
}

/** Of a request for one record, whether it is sent bare or as a list of one. */
const recordIn = (body: object = {}): object =>
	body instanceof FormData
		? {}
		: Array.isArray(body) && body.length === 1
			? (body[0] as object)
			: body;

/** Whether an answer holds what a call needs; a record that was saved in part is an answer, which is told when it is read. */
const isRead =
	<T>(read: Reader<T>, { path }: Call) =>
	(answer: Answer) => {
		try {
			return read(answer, path) !== undefined;
		} catch {
			return true;
		}
	};

/** The answer of an attempt that succeeded; everything else becomes a BigCommerceError. */
function accepted(
	attempt: Attempt,
	call: Call,
	isAnswer: (answer: Answer) => boolean,
	isDoubtful = false,
): Answer {
	const { answer } = attempt;
	if (answer && answer.status < 300 && !isText(answer) && isAnswer(answer)) return answer;
	throw errorOf(attempt, call, isDoubtful);
}

function errorOf({ answer, lost }: Attempt, call: Call, isDoubtful: boolean): BigCommerceError {
	const task = { task: call.task, scope: call.scope, repeated: call.repeated };
	const mayHaveHappened = isDoubtful
		? ' It may have taken effect all the same: look in the store before you run this item again.'
		: '';
	if (lost) {
		return new BigCommerceError({
			...task,
			code: lost.code,
			title: `No answer from the store (${lost.code}): ${shortened(lost.message, LONGEST_REASON)}`,
			advice: `${lost.code === BLOCKED ? "This n8n did not send the request: allow the store's API where it restricts what nodes may reach, or in the credential's 'Allowed HTTP Request Domains'." : "Check the connection of this n8n to the store's API, and the API Path in the credential."}${mayHaveHappened}`,
		});
	}
	if (answer.status >= 300) return refused(answer.status, answer.body, task, mayHaveHappened);
	return new BigCommerceError({
		...task,
		status: answer.status,
		body: answer.body,
		title: isText(answer)
			? 'The answer was not JSON: it was cut off, or came from something in between such as a proxy'
			: 'The answer did not hold what was asked for',
		advice: `Run this item again later; if it stays so, check the API Path in the credential.${mayHaveHappened}`,
	});
}

function notLookedUp(error: BigCommerceError, reason: unknown): BigCommerceError {
	const why =
		reason instanceof BigCommerceError
			? [reason.message, reason.reason].filter(Boolean).join(': ')
			: String(reason);
	return new BigCommerceError({
		...error,
		title: [error.title, `Whether it took effect could not be looked up. ${why}`]
			.filter(Boolean)
			.join('. '),
	});
}
