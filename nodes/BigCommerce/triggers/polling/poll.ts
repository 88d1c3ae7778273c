import {
	deepCopy,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';

import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { connect } from '../../operation/connect';
import { toNodeError } from '../../operation/errors';
import { upkeepRound } from './hookUpkeep';
import { takeDueEvents, withNewEvents, type UndoneEvents } from './undoneEvents';
import { firstCursor } from './firstCursor';
import type { Cursor } from './cursor';
import { readForm, type PollingForm } from './pollingForm';
import type { EventItem } from '../eventItem';
import { asItems } from './changeItems';
import { datedBy, type DatedRow, type ChangedRecord } from './sources/source';
import { sweep, type SweptRows } from './sweep';
import { finishedOnly, finishedSince } from './unfinished';

/** What n8n gives a poll where it does not say so itself: before 2.38. */
const USUAL_BUDGET_MS = 5 * 60_000;
/** Part of n8n's time for a round after which no further page is begun. */
const READING_SHARE = 0.7;
/** Part of it in which the store's webhooks are looked after: hooks that do not answer must not cost the round. */
const UPKEEP_SHARE = 0.1;
/** Recent records among which a test in the editor looks for one that passes the filters. */
const CANDIDATES = 25;

const budgetOf = (context: Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>) =>
	context.getPollBudgetMs?.() ?? USUAL_BUDGET_MS;

interface PollMemory extends IDataObject {
	cursor?: Cursor;
	open?: UndoneEvents;
}

/** The polling trigger's `poll`. */
export async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const startedAt = Date.now();
	const budgetMs = budgetOf(this);
	const signal = AbortSignal.timeout(budgetMs);
	try {
		const { client } = await connect(this, this.getNodeParameter('authentication'), signal);
		const form = await readForm(this, client);
		if (this.getMode() === 'manual') return asOutput(await sample(client, form));
		const reports = await upkeepRound(this, client.within(budgetMs * UPKEEP_SHARE), form.upkeep);
		const isOver = () => Date.now() - startedAt > budgetMs * READING_SHARE;
		return asOutput([...(await undoneAndNew(this, client, form, isOver)), ...reports]);
	} catch (error) {
		throw toNodeError(this.getNode(), signal.aborted ? tooSlow(budgetMs) : error);
	}
}

const tooSlow = (budgetMs: number) =>
	new BigCommerceError({
		task: `answer within ${Math.round(budgetMs / 1000)} seconds, the time that n8n gives a poll`,
		code: 'TIMEOUT',
		title: 'The store was too slow, or busy with other apps',
		advice: 'The next poll tries again, and nothing is lost. If it stays so, include less.',
	});

const asOutput = (items: IDataObject[]) =>
	items.length > 0 ? [items.map((json) => ({ json }))] : null;

const itemsOf = (
	{ source, simplifies }: PollingForm,
	records: ChangedRecord[],
	{ store: { storeHash } }: Client,
): EventItem[] =>
	records.flatMap((record) => asItems(source.resource, record, { storeHash, simplifies }));

/** A recent record, for the editor's test: nothing moves. */
async function sample(client: Client, form: PollingForm): Promise<IDataObject[]> {
	const { source } = form;
	const { rows } = await source.newest(client, CANDIDATES);
	for (const row of rows.filter((one) => !source.isUnfinished?.(one))) {
		const change = { row, kinds: { created: true, updated: false } };
		const [found] = await source.recordsOf(client, [change], { parts: {}, since: 0 });
		if (found) return itemsOf(form, [found], client);
	}
	return [];
}

const memoryOf = (context: IPollFunctions) => context.getWorkflowStaticData('node') as PollMemory;

/** What was never done comes again, before what is new. Nothing is kept of a round that fails. */
async function undoneAndNew(
	context: IPollFunctions,
	client: Client,
	form: PollingForm,
	isOver: () => boolean,
): Promise<IDataObject[]> {
	const memory = memoryOf(context);
	if (form.againAfterMs === undefined) {
		if (memory.open) delete memory.open;
		return await round(context, client, form, isOver);
	}
	const now = Date.now();
	const due = await takeDueEvents({ context, client, form, open: memory.open ?? {}, now });
	const fresh = await round(context, client, form, isOver);
	memory.open = withNewEvents(due.open, fresh, now, context);
	return [...due.items, ...fresh];
}

/** One round. The cursor that n8n keeps moves only over what goes out into the workflow. */
async function round(
	context: IPollFunctions,
	client: Client,
	form: PollingForm,
	isOver: () => boolean,
): Promise<EventItem[]> {
	const { source, overlap, pages, lookBack } = form;
	const updates = source.onlyNew ?? form.updates;
	const watch = { updates, feed: source.feed(updates) };
	const memory = memoryOf(context);
	const of = [client.store.storeHash, source.resource, updates ? 'updated' : 'new'].join(':');
	const cursor =
		memory.cursor?.of === of
			? deepCopy(memory.cursor)
			: await firstCursor(client, source, { of, watch, lookBack, overlap });
	const walk: SweptRows<DatedRow, ChangedRecord> = {
		readPage: async (window) => await source.readPage(client, window, watch),
		dated: datedBy,
		recordsOf: async (changes) =>
			await source.recordsOf(client, finishedOnly(cursor, changes, source), cursor),
	};
	const waited = await finishedSince(client, cursor, { source, feed: watch.feed });
	const records: ChangedRecord[] = await walk.recordsOf(waited);
	let done: Cursor | undefined;
	let refusal: { error: unknown } | undefined;
	try {
		const limits = { pages, overlap, isOver };
		for await (const page of sweep(cursor, walk, watch, limits)) {
			for (const one of page) records.push(one);
			done = deepCopy(cursor);
		}
	} catch (error) {
		refusal = { error };
	}
	// What was read before goes out; the next round meets the refusal first, and shows it.
	if (refusal && !done) throw refusal.error;
	if (refusal)
		context.logger.warn(
			`BigCommerce Polling Trigger ended a round early: ${String(refusal.error)}`,
		);
	if (done) memory.cursor = done;
	return itemsOf(form, records.sort(byTime), client);
}

const timeOf = ({ action, createdAt, modifiedAt }: ChangedRecord) =>
	action === 'created' ? createdAt : modifiedAt;

const byTime = (a: ChangedRecord, b: ChangedRecord) => timeOf(a) - timeOf(b);
