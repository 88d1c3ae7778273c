import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import { toItem, type Event } from '../eventItem';
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
import { sharedOrder } from '../recordReaders';
import { fullRecord, inWords, isGone, type Enrichment } from '../fullRecord';
import { remembering, type Share } from '../sharedReads';

export interface Admission {
	client: Client;
	filters: FilterParams;
	fetchesRecord: boolean;
	share: Share;
}

/** An item to start the workflow with. `unread` says that the store did not give what was asked of it. */
export interface Admitted {
	item: IDataObject;
	unread: boolean;
}

/** Whether the order is wanted, at the lowest cost; what the event itself decides costs no request. */
async function isWanted(
	{ scope, subject }: Event,
	orderId: number | string,
	filter: OrderFilter,
	{ client, share }: Admission,
): Promise<boolean> {
	const eventFacts = factsOfEvent(scope, subject);
	const verdict = judgeOrder(filter, eventFacts);
	if (verdict !== 'open') return verdict === 'fits';
	return await fits(filter, eventFacts, {
		client,
		order: async () => await sharedOrder(client, orderId, share),
		categories: async (_client, ids) =>
			await share(`categories of ${ids.join()}`, async () => await categoriesOf(client, ids)),
	});
}

const GONE = 'The order is not in the store any more, so that the Order Filters were not applied.';

/** What the filters say; `doubt` says why they could not be applied, `unread` that the store may still give the order. */
interface FilterResult {
	isWanted: boolean;
	doubt?: string;
	unread?: true;
}

async function applyFilters(event: Event, admission: Admission): Promise<FilterResult> {
	const { client, filters } = admission;
	const orderId = orderIdOf(event.subject);
	if (orderId === null) return { isWanted: true };
	return await toOrderFilter(client, filters)
		.then(async (filter) => ({
			isWanted: !filter || (await isWanted(event, orderId, filter, admission)),
		}))
		.catch((error: unknown) => {
			// The form is wrong, which no waiting mends.
			if (error instanceof InputError) throw error;
			return isGone(error)
				? { isWanted: true, doubt: GONE }
				: { isWanted: true, doubt: inWords(error, client), unread: true };
		});
}

/** Undefined for an event that the filters leave out. What cannot be decided is let through. */
export async function admit(event: Event, admission: Admission): Promise<Admitted | undefined> {
	const { client, fetchesRecord } = admission;
	const share = remembering(admission.share);
	const {
		isWanted: passes,
		doubt,
		unread = false,
	} = await applyFilters(event, { ...admission, share });
	if (!passes) return undefined;
	const doubtOfFilters: Enrichment = doubt === undefined ? {} : { enrichmentError: doubt };
	if (!fetchesRecord) return { item: toItem(event, doubtOfFilters), unread };
	// What was asked for a moment ago is not asked for again.
	const enrichment = unread
		? { record: null }
		: await fullRecord(client, event.scope, event.subject, share);
	return {
		item: toItem(event, { ...enrichment, ...doubtOfFilters }),
		unread: unread || enrichment.enrichmentError !== undefined,
	};
}
