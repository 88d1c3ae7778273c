import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import { toItem, type Event, type EventItem } from '../eventItem';
import { isAboutItself } from '../eventSubject';
import {
	categoriesOf,
	factsOfEvent,
	fits,
	judgeOrder,
	orderIdOf,
	toOrderFilter,
	type FilterParams,
	type OrderFilter,
} from '../orderFilter';
import { sharedOrder, type ReadingWish } from '../recordReaders';
import { fullRecord, inWords, isGone, type Reading } from '../fullRecord';
import { remembering } from '../sharedReads';

export interface Admission extends ReadingWish {
	client: Client;
	filters: FilterParams;
	skipsIncomplete: boolean;
	fetchesRecord: boolean;
	simplifies: boolean;
}

/** An item to start the workflow with. `unread` says that the store did not give what was asked of it. */
export interface Admitted {
	item: EventItem;
	unread: boolean;
}

/** Whether the order is wanted, at the lowest cost; what the event itself decides costs no request. */
async function isWanted(
	{ scope, subject }: Event,
	orderId: number | string,
	filter: OrderFilter,
	admission: Admission,
): Promise<boolean> {
	const { client, share } = admission;
	const eventFacts = factsOfEvent(scope, subject);
	const verdict = judgeOrder(filter, eventFacts);
	if (verdict !== 'open') return verdict === 'fits';
	return await fits(filter, eventFacts, {
		client,
		order: async () => await sharedOrder(client, orderId, admission),
		categories: async (_client, ids) =>
			await share(`categories of ${ids.join()}`, async () => await categoriesOf(client, ids)),
	});
}

const GONE =
	'The order is not in the store any more, so that it could not be compared with Order Filters and Skip Incomplete Orders.';

/** What the filters say; `doubt` says why they could not be applied, `unread` that the store may still give the order. */
interface FilterResult {
	isWanted: boolean;
	doubt?: string;
	unread?: true;
}

/** A payment, a refund or a message of a checkout is told whether or not the shopper finishes it. */
const skips = ({ scope, subject }: Event, { skipsIncomplete }: Admission) =>
	skipsIncomplete && subject.resource === 'order' && isAboutItself(scope);

async function filterFor(event: Event, admission: Admission): Promise<OrderFilter | undefined> {
	const filter = await toOrderFilter(admission.client, admission.filters);
	return skips(event, admission) ? { ...filter, complete: true } : filter;
}

async function applyFilters(event: Event, admission: Admission): Promise<FilterResult> {
	const orderId = orderIdOf(event.subject);
	if (orderId === null) return { isWanted: true };
	return await filterFor(event, admission)
		.then(async (filter) => ({
			isWanted: !filter || (await isWanted(event, orderId, filter, admission)),
		}))
		.catch((error: unknown) => {
			// The form is wrong, which no waiting mends.
			if (error instanceof InputError) throw error;
			return isGone(error)
				? { isWanted: true, doubt: GONE }
				: { isWanted: true, doubt: inWords(error, admission.client), unread: true };
		});
}

/** Undefined for an event that the filters leave out. What cannot be decided is let through. */
export async function admit(event: Event, given: Admission): Promise<Admitted | undefined> {
	const admission = { ...given, share: remembering(given.share) };
	const { client, fetchesRecord, simplifies } = admission;
	const { isWanted: passes, doubt, unread = false } = await applyFilters(event, admission);
	if (!passes) return undefined;
	// What was asked for a moment ago is not asked for again.
	const reading: Reading = unread
		? { state: 'unread' }
		: fetchesRecord
			? await fullRecord(client, event.scope, event.subject, admission)
			: { state: 'none' };
	const told = doubt === undefined ? reading : { ...reading, error: doubt };
	return { item: toItem(event, told, simplifies), unread: reading.state === 'unread' };
}
