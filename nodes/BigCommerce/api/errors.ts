import { isObject, type Answer } from './answers';
import { scopeInWords, type ScopeNeed } from './scopes';
import { withShortValues } from './shortened';
import { plainText } from './values';

/** One problem that BigCommerce named, with the field it belongs to where it said so. */
export interface FieldProblem {
	field?: string;
	message: string;
}

/** What was asked, so that an error can say it. */
export interface Task {
	/** Completes "BigCommerce could not …": `create the coupon`. */
	task: string;
	scope?: ScopeNeed;
	/** An earlier try got no answer, and may have taken effect. */
	repeated?: boolean;
}

export interface BigCommerceErrorDetails extends Task {
	status?: number;
	title?: string;
	problems?: FieldProblem[];
	/** What the person can do about it; one or two sentences. */
	advice?: string;
	/** Network code such as ECONNRESET when there was no answer at all. */
	code?: string;
	/** The parsed body of the refusal; the batch code reads which record was meant. */
	body?: unknown;
}

/**
 * Every way in which the API says no, in one shape. The message is ours alone: n8n replaces messages that happen to
 * contain words like "exist" in an errno, so BigCommerce's own text stands in `reason`.
 */
export class BigCommerceError extends Error {
	override name = 'BigCommerceError';

	readonly status?: number;
	readonly code?: string;
	readonly problems: FieldProblem[];
	readonly advice: string;
	readonly title?: string;
	readonly reason: string;
	readonly body?: unknown;
	readonly task: string;
	readonly repeated: boolean;

	constructor({
		task,
		scope,
		repeated = false,
		status,
		title,
		problems = [],
		advice,
		code,
		body,
	}: BigCommerceErrorDetails) {
		super(`BigCommerce could not ${withShortValues(task)}${status ? ` (HTTP ${status})` : ''}`);
		this.task = task;
		this.repeated = repeated;
		this.title = title;
		this.status = status;
		this.code = code;
		this.problems = problems;
		this.body = body;
		this.reason = withShortValues(
			[title, ...problems.map(inWords)].filter((text) => text).join('. '),
		);
		this.advice = advice ?? adviceFor(status, scope);
	}
}

/** The same refusal, told of one record of those that were sent together. */
export const withTask = (error: BigCommerceError, task: string) =>
	new BigCommerceError({ ...error, task });

/** A record's place in the batch says nothing to the person whose item it is. */
const inWords = ({ field, message }: FieldProblem) =>
	field ? `${field.replace(/^\d+\./, '')}: ${message}` : message;

function adviceFor(status: number | undefined, scope: ScopeNeed | undefined): string {
	switch (status) {
		case 400:
		case 422:
			return 'Check the values of this item against the fields named here.';
		case 401:
			return 'The access token is not valid for this store. Check the Access Token and the Store Hash in the credential.';
		case 403:
			return `${
				scope
					? `The API account most likely lacks the OAuth scope "${scopeInWords(scope)}".`
					: 'The API account most likely lacks an OAuth scope.'
			} Create an API account with that scope in the control panel (Settings > Store-level API accounts) and use its token. If the scope is there, check the Store Hash, and whether the store's plan has reached a limit.`;
		case 404:
			return 'It may have been deleted, or the ID belongs to another store. Check the ID, and the Store Hash in the credential.';
		case 409:
			return 'It clashes with a record that the store already has, or names one that it does not have. Use another name, SKU or code, or update the present record.';
		case 413:
			return 'Send fewer records at once, or ask for a smaller page.';
		case 429:
			return 'The store is still busy after several waits. Run the workflow again later, or run fewer workflows on this store at once.';
		case 503:
			return 'The store is down, under maintenance or suspended. Look at it in the control panel.';
		default:
			return status && status >= 500
				? 'The service did not recover after several tries. Run the workflow again later.'
				: 'Check the values of this item.';
	}
}

/** The fields of BigCommerce's refusals that carry text, whatever their shape (API notes 1.6). */
interface RefusalBody {
	title?: unknown;
	message?: unknown;
	error?: unknown;
	errors?: unknown;
	batch_errors?: unknown;
	field_errors?: unknown;
	details?: unknown;
}

function problemsIn(value: unknown, field?: string): FieldProblem[] {
	if (value === undefined || value === null || value === '') return [];
	if (typeof value === 'string') return [{ field, message: value }];
	if (Array.isArray(value)) return value.flatMap((entry) => problemsIn(entry, field));
	if (!isObject(value)) return [{ field, message: plainText(value) }];
	const { title, message, errors, batch_errors, field_errors, details } = value as RefusalBody;
	if (title !== undefined || message !== undefined) {
		return [
			...problemsIn(message ?? title, field),
			...[errors, batch_errors, field_errors, details].flatMap((more) => problemsIn(more, field)),
		];
	}
	return Object.entries(value).flatMap(([key, inner]) =>
		problemsIn(inner, field ? `${field}.${key}` : key),
	);
}

/** Reads title and field problems out of a v2, v3, batch or partial refusal; HTML and XML give none. */
function readRefusal(body: unknown): { title?: string; problems: FieldProblem[] } {
	if (Array.isArray(body)) return { problems: problemsIn(body) };
	if (!isObject(body)) return { problems: [] };
	const { title, message, error, errors, batch_errors } = body as RefusalBody;
	const own = [title, message, typeof error === 'string' ? error : undefined].find(
		(text): text is string => typeof text === 'string' && text !== '',
	);
	const problems = [errors, batch_errors, isObject(error) ? error : undefined].flatMap((part) =>
		problemsIn(part),
	);
	return { title: own, problems: problems.filter(({ message: text }) => text !== own) };
}

/** The error for an answer that was a refusal; `note` is added to the advice. */
export function refused(status: number, body: unknown, task: Task, note = ''): BigCommerceError {
	const advice = `${adviceFor(status, task.scope)}${note}`;
	return new BigCommerceError({ ...task, status, body, advice, ...readRefusal(body) });
}

/** For answers that say nothing of single records: done in part (207), they are a refusal that names some of them. */
export function inFull(answer: Answer, task: Task): Answer {
	if (answer.status === 207) throw refused(answer.status, answer.body, task);
	return answer;
}

/** The id of the record that a partial answer saved all the same. */
function savedId(body: unknown): string | undefined {
	// Brands come as a list in a 207, although a 200 has the brand itself (brands_catalog.v3.yml).
	const [data] = isObject(body) ? [body.data].flat() : [];
	return isObject(data) ? plainText(data.id) || undefined : undefined;
}

/**
 * 207: the record is there, but a part of it is not (API notes 1.9). As a success it would hide that; sent once
 * more it would clash with itself.
 */
export function savedInPart(
	body: unknown,
	{ task }: Task,
	id: number | string | undefined = savedId(body),
): BigCommerceError {
	const { title, problems } = readRefusal(body);
	return new BigCommerceError({
		task: `${task} completely`,
		status: 207,
		body,
		title: [`It was saved${id === undefined ? '' : ` as ${id}`}, but a part of it was not`, title]
			.filter(Boolean)
			.join('. '),
		problems,
		advice: 'Correct what is named here and save that part with an update; do not create it again.',
	});
}
