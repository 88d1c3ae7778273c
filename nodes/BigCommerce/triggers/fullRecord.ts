import type { Client } from '../api/client';
import { BigCommerceError } from '../api/errors';
import { sentences } from '../operation/errors';
import { readerOf, type ReadingWish } from './recordReaders';
import { isAboutItself, type Subject } from './eventSubject';

/** BigCommerce waits for its answer meanwhile, and is said to give up after ten seconds. */
export const RECORD_TIME_MS = 5_000;

/** What became of the record behind an event. */
export interface Reading {
	/** `none`: nobody asked for it, or the API has no such records. `unread`: the store did not give it. */
	state: 'full' | 'gone' | 'none' | 'unread';
	record?: Record<string, unknown>;
	error?: string;
	/** The record's own date of its last change. */
	modifiedAt?: string;
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Orders, products and customers have the one date, carts the other (orders.v2.oas2.yml, carts.v3.yml). */
const modifiedAtOf = (record: Record<string, unknown>) =>
	textOf(record.date_modified) ?? textOf(record.updated_time);

/** The record behind an event. What keeps it from being read is told in the item: the event itself must not be lost. */
export async function fullRecord(
	client: Client,
	event: string,
	subject: Subject,
	how: ReadingWish,
): Promise<Reading> {
	const { resource, resourceId, ids } = subject;
	const reading = readerOf(resource);
	const id = reading?.by ? ids[reading.by] : resourceId;
	if (!reading || id === undefined || id === null) return { state: 'none' };
	const isDeleted = event.endsWith('/deleted') && isAboutItself(event);
	if (isDeleted && !reading.by) return { state: 'gone' };
	try {
		const read = async () => await reading.read(client, id, { scope: event, subject, ...how });
		const found = reading.inPieces ? await read() : await how.share(`${resource} ${id}`, read);
		if (!found) return { state: 'gone' };
		const record = found as Record<string, unknown>;
		const modifiedAt = reading.by ? undefined : modifiedAtOf(record);
		return { state: 'full', record, ...(modifiedAt && { modifiedAt }) };
	} catch (error) {
		return isGone(error) ? { state: 'gone' } : { state: 'unread', error: inWords(error, client) };
	}
}

export const isGone = (error: unknown) => error instanceof BigCommerceError && error.status === 404;

/** Why a record could not be read, for the item. */
export function inWords(error: unknown, { signal }: Client): string {
	if (signal?.aborted) {
		return `The store took longer than ${RECORD_TIME_MS / 1000} seconds to give the full record. Read it with the BigCommerce node.`;
	}
	if (error instanceof BigCommerceError)
		return sentences(error.message, error.reason, error.advice);
	return error instanceof Error ? error.message : String(error);
}
