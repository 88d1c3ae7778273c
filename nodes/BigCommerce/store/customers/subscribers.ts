import type { Action } from '../../api/action';
import type { Client } from '../../api/client';
import { attempt, type Outcome } from '../../api/outcomes';
import { list } from '../../api/pagination';
import { presentIds } from '../../api/presentIds';
import { several } from '../../api/several';
import { compact, inCamelCase, toIso } from '../../api/values';
import { writeMany } from '../../api/writeMany';
import {
	createOrFind,
	createRecord,
	deleteRecord,
	differing,
	updateRecord,
	type Records,
} from '../records';
import { deleteByIds, type DeletedIds } from '../deleteByIds';
import { emailKey, type Customer } from './customers';
import { rowsByEmail } from './findCustomers';

/** Somebody who receives the newsletter (subscribers.v3.yml). */
export interface Subscriber extends Customer {
	source?: string;
	order_id?: number | null;
	channel_id?: number;
	consents?: string[];
	date_created?: string;
	date_modified?: string;
}

export type SavedSubscriber = Subscriber & { action: Action };
export type WantedSubscriber = Partial<Subscriber> & { email: string };

export const subscribers: Records = {
	path: '/v3/customers/subscribers',
	paging: 'v3',
	pageSize: 250,
	task: 'list the subscribers',
	noun: 'subscriber',
	scope: 'customers:read',
	modify: 'customers:modify',
};

export const simplifySubscriber = ({
	date_created,
	date_modified,
	action,
	...own
}: Subscriber & { action?: Action }) => ({
	...(inCamelCase(own) as Record<string, unknown>),
	...compact({ dateCreated: toIso(date_created), dateModified: toIso(date_modified), action }),
});

/** Subscribers by e-mail address: the list is asked for one address at a time, or read whole where that is shorter. */
const subscribersByEmail = async (client: Client, emails: readonly string[]) =>
	await rowsByEmail<Subscriber>(client, subscribers, emails, {
		filters: (distinct) => distinct.map((email) => ({ email })),
	});

const findSubscriber = async (client: Client, email: string): Promise<Subscriber | undefined> =>
	(await list<Subscriber>(client, subscribers, { query: { email }, limit: 1 })).find(
		(found) => emailKey(found.email) === emailKey(email),
	);

/** Makes subscribers what the rows say, several requests at a time: each writes one. */
export const upsertSubscribers = async (client: Client, wanted: readonly WantedSubscriber[]) =>
	await writeMany(client, wanted, {
		keyOf: ({ email }) => emailKey(email),
		merge: (earlier, later) => ({ ...earlier, ...later }),
		write: async (distinct) => {
			const present = await subscribersByEmail(
				client,
				distinct.map(({ email }) => email),
			);
			return await several(
				distinct,
				async (fields) =>
					await attempt(async () => {
						const [found] = present.get(emailKey(fields.email)) ?? [];
						const saved = await saveSubscriber(client, fields, found);
						client.wrote(1);
						return saved;
					}),
			);
		},
	});

async function saveSubscriber(
	client: Client,
	fields: WantedSubscriber,
	present?: Subscriber,
): Promise<SavedSubscriber> {
	const find = async () => await findSubscriber(client, fields.email);
	const { record, created } = present
		? { record: present, created: false }
		: await createOrFind(
				async () => await createRecord<Subscriber>(client, subscribers, fields, find),
				find,
			);
	if (created) return { ...record, action: 'created' };
	const { email: _key, ...others } = fields;
	const changes = differing<object>(record, others);
	if (Object.keys(changes).length === 0) return { ...record, action: 'unchanged' };
	const updated = await updateRecord<Subscriber>(client, subscribers, record.id, changes);
	return { ...updated, action: 'updated' };
}

/** Who is to be deleted, in the way that the item names them. */
export type DoomedSubscribers = { ids: number[] } | { emails: string[] };

export interface DeletedSubscribers extends Omit<DeletedIds, 'notFound'> {
	/** What the store did not have: IDs or e-mail addresses. */
	notFound?: Array<number | string>;
}

/** Deletes subscribers one by one: a DELETE of the list with a filter that does not count wipes it (API notes 7.4). */
export async function deleteSubscribers(
	client: Client,
	items: readonly DoomedSubscribers[],
): Promise<Array<Outcome<DeletedSubscribers>>> {
	const emailsOf = (item: DoomedSubscribers) => ('emails' in item ? item.emails : []);
	const byEmail = await subscribersByEmail(client, items.flatMap(emailsOf));
	const rowsOf = (email: string) => byEmail.get(emailKey(email)) ?? [];
	const idsOf = (item: DoomedSubscribers) =>
		'ids' in item ? item.ids : item.emails.flatMap((email) => rowsOf(email).map(({ id }) => id));
	const named = items.flatMap((item) => ('ids' in item ? item.ids : []));
	const present = await presentIds(client, subscribers, named, { filter: 'id:in' });
	for (const rows of byEmail.values()) for (const { id } of rows) present.add(id);
	const remove = async (id: number) => {
		if (present.has(id)) await deleteRecord(client, subscribers, id);
		return present.has(id);
	};
	const deleted = await deleteByIds(
		items.map(idsOf),
		async (ids) => await several(ids, async (id) => await attempt(async () => await remove(id))),
	);
	return deleted.map((outcome, at): Outcome<DeletedSubscribers> => {
		const lacking = emailsOf(items[at] as DoomedSubscribers).filter(
			(email) => rowsOf(email).length === 0,
		);
		return outcome.result && lacking.length > 0
			? { result: { ...outcome.result, notFound: lacking } }
			: outcome;
	});
}
