import type { Action } from '../../api/action';
import type { Client } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { groupedBy } from '../../api/grouped';
import { attempt, type Outcome } from '../../api/outcomes';
import { list } from '../../api/pagination';
import { readOrWalk } from '../../api/readOrWalk';
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
import { emailKey, type Customer } from './customers';

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
async function subscribersByEmail(client: Client, emails: readonly string[]) {
	const wanted = new Map(emails.map((email) => [emailKey(email), email]));
	const rows: Subscriber[] = [];
	await readOrWalk<Subscriber>(client, subscribers, {
		filters: [...wanted.values()].map((email) => ({ email })),
		take: (row) => {
			if (wanted.has(emailKey(row.email))) rows.push(row);
		},
	});
	return groupedBy(rows, ({ email }) => emailKey(email));
}

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

export interface DeletedSubscribers {
	deleted: boolean;
	ids: number[];
	/** What the store did not have: IDs or e-mail addresses. */
	notFound?: Array<number | string>;
}

/** Deletes subscribers one by one: a DELETE of the list with a filter that does not count wipes it (API notes 7.4). */
export async function deleteSubscribers(
	client: Client,
	items: readonly DoomedSubscribers[],
): Promise<Array<Outcome<DeletedSubscribers>>> {
	const emails = items.flatMap((item) => ('emails' in item ? item.emails : []));
	const ids = new Set(items.flatMap((item) => ('ids' in item ? item.ids : [])));
	const present = new Set<number>();
	const byEmail = emails.length > 0 ? await subscribersByEmail(client, emails) : new Map();
	if (ids.size > 0)
		await readOrWalk<Subscriber>(client, subscribers, {
			filters: idChunks(ids).map((chunk) => ({ 'id:in': chunk })),
			take: ({ id }) => present.add(id),
		});
	const idsOf = (email: string) =>
		((byEmail.get(emailKey(email)) ?? []) as Subscriber[]).map(({ id }) => id);
	const begun = new Map<number, Promise<unknown>>();
	const remove = async (id: number) => {
		const deleting = begun.get(id) ?? deleteRecord(client, subscribers, id);
		begun.set(id, deleting);
		await deleting;
	};
	return await several(
		items,
		async (item) =>
			await attempt(async () => {
				const named: Array<[number | string, number[]]> =
					'ids' in item
						? item.ids.map((id) => [id, present.has(id) ? [id] : []])
						: item.emails.map((email) => [email, idsOf(email)]);
				const own = named.flatMap(([, found]) => found);
				for (const id of own) await remove(id);
				const notFound = named.flatMap(([name, found]) => (found.length === 0 ? [name] : []));
				const deleted = { deleted: own.length > 0, ids: own };
				return notFound.length > 0 ? { ...deleted, notFound } : deleted;
			}),
	);
}
