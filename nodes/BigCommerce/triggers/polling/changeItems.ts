import type { IDataObject } from 'n8n-workflow';

import { eventsIn, toItem, type EventItem } from '../eventItem';
import type { ChangedRecord } from './sources/source';

/** A change as the webhook tells it, with the record; `payload` is what BigCommerce would have sent, but for its hash. */
export function asItems(
	resource: string,
	{ action, id, createdAt, modifiedAt, record, ids = {} }: ChangedRecord,
	storeHash: string,
): EventItem[] {
	const delivery = {
		scope: `store/${resource}/${action}`,
		data: { type: resource, id, ...ids },
		created_at: action === 'created' ? createdAt : modifiedAt,
		producer: `stores/${storeHash}`,
	};
	const enrichment = {
		record: record as IDataObject,
		modifiedAt: new Date(modifiedAt * 1000).toISOString(),
	};
	return eventsIn(delivery, storeHash).map((event) => toItem(event, enrichment));
}
