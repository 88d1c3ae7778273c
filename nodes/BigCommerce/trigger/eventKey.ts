/** What a change is told apart by, whether a webhook or a poll saw it. */
export interface Change {
	storeHash: string;
	/** The scope, such as `store/order/created`. */
	event: string;
	resource: string;
	resourceId: number | string | null;
	/** The record's own date of its last change, where the record is known; any format that Date reads. */
	modifiedAt?: string | null;
	/** BigCommerce's hash of the event: the same for each delivery of it. */
	hash?: string | null;
}

const secondsOf = (date: string | null | undefined) => {
	const time = Date.parse(date ?? '');
	return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
};

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
	hash,
}: Change): string {
	const action = event.split('/').at(-1) ?? '';
	const version =
		action === 'created' || action === 'deleted'
			? action
			: (secondsOf(modifiedAt) ?? `${action}:${hash ?? ''}`);
	return [storeHash, resource, resourceId ?? '', version].join(':');
}
