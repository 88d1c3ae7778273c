import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { Client } from '../../api/client';
import { doneName, EventMarks, MOST_TRIES } from '../../store/webhooks/eventMarks';
import type { ChangeKinds } from './cursor';
import type { PollingForm } from './pollingForm';
import type { EventItem } from '../eventItem';
import { asItems } from './changeItems';

/** An event that went out, and of which it is not known whether its work was done. */
export interface UndoneEvent extends IDataObject {
	id: number;
	/** Whether it was about a new record, or about a change. */
	created: boolean;
	/** When it went out first, and last; milliseconds since 1970. */
	first: number;
	last: number;
	times: number;
}

/** By event key. */
export type UndoneEvents = Record<string, UndoneEvent>;

/** So many are read again in one round; the rest waits for the next one. */
const MOST_A_ROUND = 200;
/** The clocks of n8n and the store may differ. */
const CLOCK_MS = 60 * 60_000;

interface PollingRound {
	context: IPollFunctions;
	client: Client;
	form: PollingForm;
	open: UndoneEvents;
	now: number;
}

/** All of it is one JSON text in n8n's database, which every round reads and writes. */
const MOST_OPEN = 5_000;

/** Adds what goes out now. Beyond the bound the oldest are waited for no longer: they went out, and may well be done. */
export function withNewEvents(
	open: UndoneEvents,
	items: EventItem[],
	now: number,
	{ logger }: Pick<IPollFunctions, 'logger'>,
): UndoneEvents {
	const added = items.map(({ event: { key, resourceId, scope } }) => {
		const created = scope.endsWith('/created');
		return [key, { id: Number(resourceId), created, first: now, last: now, times: 1 }];
	});
	const all = Object.entries({ ...open, ...(Object.fromEntries(added) as UndoneEvents) });
	const surplus = all.length - MOST_OPEN;
	if (surplus <= 0) return Object.fromEntries(all);
	logger.warn(
		`BigCommerce: more than ${MOST_OPEN} events wait to be marked as done; the ${surplus} oldest do not come again. Is Event: Mark as Done at the end of the workflow?`,
	);
	return Object.fromEntries(all.sort(([, a], [, b]) => a.first - b.first).slice(surplus));
}

/** Items that are due once more, and what stays open after them. */
export async function takeDueEvents({ context, client, form, open, now }: PollingRound): Promise<{
	items: EventItem[];
	open: UndoneEvents;
}> {
	const { source, againAfterMs = 0 } = form;
	const due = Object.keys(open).filter((key) => now - (open[key]?.last ?? now) >= againAfterMs);
	if (due.length === 0 || !source.readOnceMore) return { items: [], open };
	const left = { ...open };
	const oldest = due.reduce((first, key) => Math.min(first, open[key]?.first ?? now), now);
	const place = { workflowId: String(context.getWorkflow().id ?? ''), nodeId: '', run: '' };
	const marks = new EventMarks(client, { place, scope: 'workflow' });
	const done = await marks.doneSince('order', new Date(oldest - CLOCK_MS));
	const undone = due.filter((key) => {
		const isOver = done.has(doneName(key)) || isGivenUp(key, open[key], context);
		if (isOver) delete left[key];
		return !isOver;
	});
	const tried = undone.slice(0, MOST_A_ROUND);
	const items = await readDueEvents(client, form, tried, open);
	const found = new Set(items.map(({ event: { key } }) => key));
	for (const key of tried) {
		const waiting = open[key];
		// One that is gone, or that was changed since and so has another key.
		if (!waiting || !found.has(key)) delete left[key];
		else left[key] = { ...waiting, last: now, times: waiting.times + 1 };
	}
	return { items, open: left };
}

function isGivenUp(
	key: string,
	waiting: UndoneEvent | undefined,
	{ logger }: IPollFunctions,
): boolean {
	if (!waiting || waiting.times <= MOST_TRIES) return !waiting;
	logger.warn(
		`BigCommerce: the event ${key} came ${waiting.times} times and was never marked as done; it does not come again`,
	);
	return true;
}

async function readDueEvents(
	client: Client,
	{ source, simplifies }: PollingForm,
	keys: string[],
	open: UndoneEvents,
): Promise<EventItem[]> {
	const wanted = new Set(keys);
	const changes = new Map<number, ChangeKinds>();
	for (const key of keys) {
		const { id = 0, created = false } = open[key] ?? {};
		const known = changes.get(id) ?? { created: false, updated: false };
		changes.set(id, {
			created: known.created || created,
			updated: known.updated || !created,
		});
	}
	const records = (await source.readOnceMore?.(client, changes)) ?? [];
	const { storeHash } = client.store;
	return records
		.flatMap((entry) => asItems(source.resource, entry, { storeHash, simplifies }))
		.filter(({ event: { key } }) => wanted.has(key));
}
