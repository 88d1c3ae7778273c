import type { ResponseHeaders } from './pacing';

export interface Answer {
	status: number;
	headers: ResponseHeaders;
	body: unknown;
}

/**
 * Reads what a call needs of its answer. Undefined says that it is not there: the answer then is none to this call, and
 * what became of the request is not known.
 */
export type Reader<T> = (answer: Answer, path: string) => T | undefined;

type JsonFields = { [field: string]: unknown };

export const isObject = (value: unknown): value is JsonFields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = ({ body }: Answer) => body === undefined || body === null || body === '';

/** `data` of a v3 answer, the whole of a v2 one; undefined where there is none (204). */
export function payload(answer: Answer): unknown {
	if (isEmpty(answer)) return undefined;
	const { body } = answer;
	return isObject(body) && 'data' in body ? body.data : body;
}

/** JSON is parsed by the transport; a text that is left over is HTML, XML, or was cut off on the way. */
export const isText = ({ body }: Answer) => typeof body === 'string' && body !== '';

/** The lists of v3 that answer 204 where they are empty (products_catalog.v3.yml, orders.v3.yml). */
const NOTHING_BY_204 =
	/^\/v3\/(?:catalog\/products\/\d+\/(?:images|reviews)|orders\/\d+\/transactions)$/;

/** v2 says "nothing" with 204 and without a body (API notes 1.7); a read of v3 answers with `data` but for three lists. */
export const isNothing = (answer: Answer, path: string) =>
	answer.status === 204 &&
	isEmpty(answer) &&
	(path.startsWith('/v2/') || NOTHING_BY_204.test(path));

/** One record. */
export function readRecord<T>(answer: Answer): T | undefined {
	const record = payload(answer);
	return isObject(record) && Object.keys(record).length > 0 ? (record as T) : undefined;
}

/** One record that the store has given its id. */
export function readCreated<T>(answer: Answer): T | undefined {
	const record = readRecord<{ id?: unknown }>(answer);
	return record?.id === undefined || record.id === null ? undefined : (record as T);
}

/** All rows of a list; done in part (207) is no list. */
export function readRows<T>(answer: Answer, path: string): T[] | undefined {
	if (isNothing(answer, path)) return [];
	const rows = payload(answer);
	return Array.isArray(rows) && answer.status !== 207 ? (rows as T[]) : undefined;
}

/** What is read, together with the answer it was read from, whose headers bear the store's own time. */
export const withAnswer =
	<T>(read: Reader<T>): Reader<{ value: T; answer: Answer }> =>
	(answer, path) => {
		const value = read(answer, path);
		return value === undefined ? undefined : { value, answer };
	};

/** The rows that the answer to a batch tells of; none where it tells of none. */
export function rowsIn<T>(body: unknown): T[] {
	const rows = isObject(body) ? body.data : body;
	return Array.isArray(rows) ? (rows as T[]) : [];
}
