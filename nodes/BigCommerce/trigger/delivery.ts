import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { subjectOf, type Subject } from './subject';

const data = z.record(z.string(), z.unknown());

/** The body of a delivery (fact sheet 6.4); whatever else it holds goes through untouched. */
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

/** Undefined for anything that is not a delivery of BigCommerce. */
export const readDelivery = (body: unknown): Delivery | undefined => schema.safeParse(body).data;

/** Whether the store that speaks is the credential's one; a delivery that names none is not doubted. */
export const isOfStore = ({ producer }: Delivery, storeHash: string) =>
	producer === undefined || producer.toLowerCase() === `stores/${storeHash}`;

/** One event: what the item says of it, and what it is about. */
export interface Event {
	json: IDataObject;
	subject: Subject;
}

function toIsoTime(seconds: number | undefined): string | null {
	const time = new Date((seconds ?? Number.NaN) * 1000);
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** One event a delivery, or one for each of its entries where `data` is a list. */
export function eventsIn(delivery: Delivery, storeHash: string): Event[] {
	const { scope, hash, created_at: seconds } = delivery;
	return [delivery.data ?? {}].flat().map((entry) => {
		const subject = subjectOf(scope, entry);
		const { resource, resourceId, ids } = subject;
		const json = {
			event: scope,
			resource,
			resourceId,
			...ids,
			storeHash,
			occurredAt: toIsoTime(seconds),
			hash: hash ?? null,
			payload: { ...delivery, data: entry },
		} as IDataObject;
		return { json, subject };
	});
}
