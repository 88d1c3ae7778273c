import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { eventKey } from './eventKey';
import { eventName } from '../store/webhooks/events';
import type { Reading } from './fullRecord';
import { isAboutItself, subjectOf, type Subject } from './eventSubject';
import { simplifyRecord } from './recordReaders';

const data = z.record(z.string(), z.unknown());

/** The body of a delivery (API notes 5.5); whatever else it holds goes through untouched. */
const schema = z
	.object({
		scope: z.string().regex(/^store\/.+/),
		data: z.union([data, z.array(data)]).nullish(),
		hash: z.string().optional(),
		created_at: z.number().optional(),
		producer: z.string().optional(),
	})
	.passthrough();

export type Delivery = z.infer<typeof schema>;

/** Read from the very bytes that were signed. Undefined for anything that is not a delivery of BigCommerce. */
export function readBody(rawBody: Uint8Array): Delivery | undefined {
	try {
		return readDelivery(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody)));
	} catch {
		return undefined;
	}
}

export const readDelivery = (body: unknown): Delivery | undefined => schema.safeParse(body).data;

/** Whether the store that speaks is the credential's one; a delivery that names none is not doubted. */
export const isOfStore = ({ producer }: Delivery, storeHash: string) =>
	producer === undefined || producer.toLowerCase() === `stores/${storeHash}`;

/** One event: what it is about, and what its item says beside the record. */
export interface Event {
	scope: string;
	subject: Subject;
	storeHash: string;
	occurredAt: string | null;
	hash: string | null;
	payload: IDataObject & { data: Record<string, unknown> };
	/** Its place among the events of one delivery. */
	position: number;
}

function toIsoTime(seconds: number | undefined): string | null {
	const time = new Date((seconds ?? Number.NaN) * 1000);
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** One event a delivery, or one for each of its entries where `data` is a list. */
export function eventsIn(delivery: Delivery, storeHash: string): Event[] {
	const { scope, hash, created_at: seconds } = delivery;
	return [delivery.data ?? {}].flat().map((entry, position) => ({
		scope,
		subject: subjectOf(scope, entry),
		storeHash,
		occurredAt: toIsoTime(seconds),
		hash: hash ?? null,
		payload: { ...delivery, data: entry },
		position,
	}));
}

/** Changes that a record's own date of its last change tells apart. */
const DATED = new Set(['archived', 'statusUpdated', 'updated']);

/**
 * The key that a poll gives the same change. An event about something in a record (a message, a refund, a price) says
 * "created" as well, and more than once: it is known by its hash alone, as is one that names no record.
 */
function keyOf(event: Event, { modifiedAt, record }: Reading): string {
	const { scope, storeHash, subject, position } = event;
	const { resource, resourceId } = subject;
	const hash = event.hash ?? createHash('sha1').update(JSON.stringify(event.payload)).digest('hex');
	const action = scope.split('/').at(-1) ?? '';
	const change = { storeHash, event: scope, hash };
	if (!isAboutItself(scope) || resourceId === null) {
		const part = scope.split('/').slice(1, -1).join('/');
		return eventKey({ ...change, resource: part, resourceId: `${hash}.${position}` });
	}
	return eventKey({
		...change,
		resource,
		resourceId,
		modifiedAt: DATED.has(action) ? modifiedAt : undefined,
		statusId: record?.status_id,
	});
}

/** What an item says of its event, beside the record. */
export interface EventNote extends IDataObject {
	/** As the form calls it. */
	name: string;
	scope: string;
	key: string;
	resourceId: number | string | null;
	/** Whether the item holds the record that the event is about. */
	record: Reading['state'];
}

export interface EventItem extends IDataObject {
	event: EventNote;
}

/** Without a record the item holds what the event itself knows. */
function shown({ subject, payload }: Event, { record }: Reading, simplify: boolean): object {
	if (record) return simplify ? simplifyRecord(subject.resource, record) : record;
	const { resourceId, ids } = subject;
	return simplify ? { ...(resourceId !== null && { id: resourceId }), ...ids } : payload.data;
}

export function toItem(event: Event, reading: Reading, simplify: boolean): EventItem {
	const { scope, subject, storeHash, occurredAt, hash, payload } = event;
	return {
		...shown(event, reading, simplify),
		event: {
			name: eventName(scope),
			scope,
			key: keyOf(event, reading),
			occurredAt,
			resource: subject.resource,
			resourceId: subject.resourceId,
			...subject.ids,
			record: reading.state,
			...(reading.error !== undefined && { error: reading.error }),
			storeHash,
			hash,
			payload,
		},
	};
}
