/** What a change is told apart by, whether a webhook or a poll saw it. */
export interface KeyedChange {
	storeHash: string;
	/** The scope, such as `store/order/created`. */
	event: string;
	resource: string;
	resourceId: number | string | null;
	/** The record's own date of its last change, where the record is known; any format that Date reads. */
	modifiedAt?: string | null;
	/** The status that an order's record bears: it may move twice within one second. */
	statusId?: unknown;
	/** BigCommerce's hash of the event: the same for each delivery of it. */
	hash?: string | null;
}

const secondsOf = (date: string | null | undefined) => {
	const time = Date.parse(date ?? '');
	return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
};

/** Named by the second of the change, and by the status where there is one. */
function versionOf({
	modifiedAt,
	statusId,
}: Pick<KeyedChange, 'modifiedAt' | 'statusId'>): string | undefined {
	const seconds = secondsOf(modifiedAt);
	if (seconds === undefined) return undefined;
	return typeof statusId === 'number' ? `${seconds}/${statusId}` : String(seconds);
}

/**
 * A key that is the same for every view of one change. A record is created and deleted once; every other change is
 * named by the second in which the record says that it was changed, which a poll and a webhook with the full record
 * both know. Without the record the event's hash is left: the same for repeats, but unknown to a poll.
 */
export function eventKey({
	storeHash,
	event,
	resource,
	resourceId,
	modifiedAt,
	statusId,
	hash,
}: KeyedChange): string {
	const action = event.split('/').at(-1) ?? '';
	const version =
		action === 'created' || action === 'deleted'
			? action
			: (versionOf({ modifiedAt, statusId }) ?? `${action}:${hash ?? ''}`);
	return [storeHash, resource, resourceId ?? '', version].join(':');
}
