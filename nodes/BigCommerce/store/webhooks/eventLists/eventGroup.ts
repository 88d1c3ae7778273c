/** An event by the name that people choose it by; `value` is its scope, or the end of one. */
export interface WebhookEvent {
	name: string;
	value: string;
	description?: string;
}

/** What happened, the end of its scope, and what surprises people about it. */
type EventRow = [name: string, end: string, description?: string];

/** The events of one kind: all of their names begin with it, so that typing it in the form finds them. */
export const group = (kind: string, path: string, rows: EventRow[]): WebhookEvent[] =>
	rows.map(([name, end, description]) => ({
		name: `${kind}: ${name}`,
		value: `${path}/${end}`,
		...(description && { description }),
	}));

const CHANGES: EventRow[] = [
	['Created', 'created'],
	['Deleted', 'deleted'],
	['Updated', 'updated'],
];

export const changes = (kind: string, path: string) => group(kind, path, CHANGES);

/** Where BigCommerce offers a `*` for all of them as well. */
export const changesAndAll = (kind: string, path: string) => [
	...group(kind, path, [['All Events', '*']]),
	...changes(kind, path),
];
