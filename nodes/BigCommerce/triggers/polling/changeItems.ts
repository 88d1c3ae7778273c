import { eventsIn, toItem, type EventItem } from '../eventItem';
import type { Reading } from '../fullRecord';
import type { ChangedRecord } from './sources/source';

/** A change as the webhook tells it, with the record; `payload` is what BigCommerce would have sent, but for its hash. */
export function asItems(
	resource: string,
	{ action, id, createdAt, modifiedAt, record, ids = {} }: ChangedRecord,
	{ storeHash, simplifies }: { storeHash: string; simplifies: boolean },
): EventItem[] {
	const delivery = {
		scope: `store/${resource}/${action}`,
		data: { type: resource, id, ...ids },
		created_at: action === 'created' ? createdAt : modifiedAt,
		producer: `stores/${storeHash}`,
	};
	const reading: Reading = {
		state: 'full',
		record: record as Record<string, unknown>,
		modifiedAt: new Date(modifiedAt * 1000).toISOString(),
	};
	return eventsIn(delivery, storeHash).map((event) => toItem(event, reading, simplifies));
}
