import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../api/client';
import { BigCommerceError } from '../api/errors';
import { sentences } from '../operation/errors';
import { recordReaders } from './recordReaders';
import { unshared, type Share } from './sharedReads';
import { isAboutItself, type Subject } from './eventSubject';

/** BigCommerce waits for its answer meanwhile, and is said to give up after ten seconds. */
export const RECORD_TIME_MS = 5_000;

export interface Enrichment {
	/** Null when it has been deleted, or could not be read. */
	record?: IDataObject | null;
	enrichmentError?: string;
	/** The record's own date of its last change. */
	modifiedAt?: string;
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Orders, products and customers have the one date, carts the other (orders.v2.oas2.yml, carts.v3.yml). */
const modifiedAtOf = (record: IDataObject) =>
	textOf(record.date_modified) ?? textOf(record.updated_time);

/** The record behind an event. What keeps it from being read is told in the item: the event itself must not be lost. */
export async function fullRecord(
	client: Client,
	event: string,
	subject: Subject,
	share: Share = unshared,
): Promise<Enrichment> {
	const { resource, resourceId, ids } = subject;
	const reading = Object.hasOwn(recordReaders, resource) ? recordReaders[resource] : undefined;
	const id = reading?.by ? ids[reading.by] : resourceId;
	if (!reading || id === undefined || id === null) return {};
	const isDeleted = event.endsWith('/deleted') && isAboutItself(event);
	if (isDeleted && !reading.by) return { record: null };
	try {
		const read = async () => await reading.read(client, id, { scope: event, subject, share });
		const found = reading.inPieces ? await read() : await share(`${resource} ${id}`, read);
		const record = (found ?? null) as IDataObject | null;
		if (!record) return { record };
		const modifiedAt = reading.by ? undefined : modifiedAtOf(record);
		return { record, ...(modifiedAt && { modifiedAt }) };
	} catch (error) {
		return isGone(error)
			? { record: null }
			: { record: null, enrichmentError: inWords(error, client) };
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
