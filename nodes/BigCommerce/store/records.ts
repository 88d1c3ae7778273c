import type { Client, Query } from '../api/client';
import { BigCommerceError } from '../api/errors';
import type { Collection } from '../api/pagination';
import type { ScopeNeed } from '../api/scopes';

/** One kind of record, at the address of its collection: what get, create, update and delete of most resources share. */
export interface Records extends Collection {
	/** As it stands in a sentence: `custom field`. */
	noun: string;
	/** Whose part it is, as it stands behind a record: `of product 80`. */
	of?: string;
	/** What writing needs. */
	modify: ScopeNeed;
}

const one = ({ path }: Records, id: number) => `${path}/${id}`;

const called = ({ noun, of }: Records, which: string | number) =>
	[noun, which, of].filter(Boolean).join(' ');

/** What people know a record by, whatever the API calls it. */
const NAMES = ['name', 'display_name', 'label', 'title', 'sku', 'email', 'image_url'];

function nameIn(body: object): string {
	const found = NAMES.map((name) => (body as Record<string, unknown>)[name]).find(Boolean);
	return typeof found === 'string' ? `"${found}"` : '';
}

/** One record by its id; what the store does not have is an error, never an empty result. */
export async function readRecord<T extends object>(
	client: Client,
	records: Records,
	id: number,
	query?: Query,
): Promise<T> {
	const found = await client.get<T>({
		path: one(records, id),
		query,
		task: `read the ${called(records, id)}`,
		scope: records.scope,
	});
	return found ?? missing(records, id);
}

export async function createRecord<T extends object>(
	client: Client,
	records: Records,
	body: object,
	/** Looks for the record when the answer to its creation was lost. */
	find: () => Promise<T | undefined>,
	isSame?: (found: T) => boolean,
): Promise<T> {
	const { path, modify } = records;
	const task = `create the ${called(records, nameIn(body))}`;
	return await client.create<T>({ path, body, task, scope: modify, find, isSame });
}

/** What a creation made, or what was there already: somebody may have made the same record meanwhile. */
export interface CreatedOrFound<T> {
	record: T;
	created: boolean;
}

export async function createOrFind<T>(
	create: () => Promise<T>,
	find: () => Promise<T | undefined>,
	/** Refusals that may be a clash with the record that `find` looks for. */
	clashes: ReadonlySet<number> = new Set([409]),
): Promise<CreatedOrFound<T>> {
	const [creation] = await Promise.allSettled([create()]);
	if (creation.status === 'fulfilled') return { record: creation.value, created: true };
	const refusal: unknown = creation.reason;
	const isClash = refusal instanceof BigCommerceError && clashes.has(refusal.status ?? 0);
	const record = isClash ? await find() : undefined;
	if (record === undefined) throw refusal;
	return { record, created: false };
}

/** Changes what `changes` names; everything else stays as it is. */
export async function updateRecord<T extends object>(
	client: Client,
	records: Records,
	id: number,
	changes: object,
): Promise<T> {
	const updated = await client.put<T>({
		path: one(records, id),
		body: changes,
		task: `update the ${called(records, id)}`,
		scope: records.modify,
	});
	return updated ?? (await readRecord<T>(client, records, id));
}

export async function deleteRecord(
	client: Client,
	records: Records,
	id: number,
): Promise<{ deleted: true; id: number }> {
	const task = `delete the ${called(records, id)}`;
	await client.delete({ path: one(records, id), task, scope: records.modify });
	return { deleted: true, id };
}

export const absent = ({ noun }: Pick<Records, 'noun'>, id: number | string) =>
	new BigCommerceError({
		task: `find the ${noun} ${id}`,
		status: 404,
		title: `The store has no such ${noun}`,
		...(typeof id === 'string' && {
			advice: 'Check how it is written, and the Store Hash in the credential.',
		}),
	});

/** There are collections without a read by id: an empty list means that the record is not there. */
export function missing(records: Pick<Records, 'noun'>, id: number | string): never {
	throw absent(records, id);
}

/** The changes that make a difference to the record as it is. */
export const differing = <T extends object>(present: T, changes: Partial<T>): Partial<T> =>
	Object.fromEntries(
		Object.entries(changes).filter(
			([name, value]) => JSON.stringify(value) !== JSON.stringify(present[name as keyof T]),
		),
	) as Partial<T>;
