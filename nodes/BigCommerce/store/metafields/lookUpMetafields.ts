import type { Client, Query } from '../../api/client';
import { groupedBy } from '../../api/grouped';
import { idChunks } from '../../api/idChunks';
import { attempt, outcomesBy, type Outcome } from '../../api/outcomes';
import { list, pages } from '../../api/pagination';
import { several } from '../../api/several';
import { metafieldsOf, metafieldsOfAll, PAGE, type Metafield } from './metafields';
import type { MetafieldOwner, MetafieldRecord } from './metafieldOwners';

/** What makes a metafield one: on a record, an app has each key of a namespace once (API notes 2.12). */
export interface MetafieldIdentity {
	record: MetafieldRecord;
	namespace: string;
	key: string;
}

const identityKey = (recordId: number | string, namespace: string, key: string) =>
	JSON.stringify([String(recordId), namespace, key]);

export const identityOf = ({ record, namespace, key }: MetafieldIdentity) =>
	`${record.owner.name} ${identityKey(record.id, namespace, key)}`;

export interface LookedUp<Wanted extends MetafieldIdentity> {
	wanted: Wanted;
	present?: Metafield;
}

/** Up to so many records are asked one by one; beyond, those of all records are walked through. */
const FEW = 8;
/** The walk is given up where it takes more requests than this part of what asking one by one takes. */
const WORTH = 1 / 4;

const unique = <Value>(values: Value[]) => [...new Set(values)];

/** Filters that find all of the wanted at least, where they fit one request. */
function filterOf(wanted: MetafieldIdentity[]): Query | undefined {
	const namespaces = unique(wanted.map(({ namespace }) => namespace));
	const keys = unique(wanted.map(({ key }) => key));
	const names = [...namespaces, ...keys];
	// A comma would end the name in a list.
	if (names.some((name) => name.includes(',')) || idChunks(names).length > 1) return undefined;
	return { 'namespace:in': namespaces, 'key:in': keys };
}

/** The wanted ones among the metafields of all records, and whether all of them were seen. */
async function walk(
	client: Client,
	owner: MetafieldOwner,
	wanted: MetafieldIdentity[],
	mostPages: number,
): Promise<{ rows: Metafield[]; isComplete: boolean }> {
	const query = filterOf(wanted);
	const rows: Metafield[] = [];
	if (!query) return { rows, isComplete: false };
	let left = mostPages;
	for await (const page of pages<Metafield>(client, metafieldsOfAll(owner), { query })) {
		for (const row of page) rows.push(row);
		if (page.length === PAGE && --left <= 0) return { rows, isComplete: false };
	}
	return { rows, isComplete: true };
}

/** All that one record has of the wanted names; a name that all of them share narrows the search. */
async function readOne(client: Client, wanted: MetafieldIdentity[]): Promise<Metafield[]> {
	const [first] = wanted as [MetafieldIdentity];
	const shared = (name: 'key' | 'namespace') =>
		wanted.every((one) => one[name] === first[name]) ? first[name] : undefined;
	const query = { namespace: shared('namespace'), key: shared('key') };
	return await list<Metafield>(client, metafieldsOf(first.record), { query });
}

/**
 * Of several with one name, the one that may be written: this app's own, or another app's that is open for it. A name
 * that only another app holds for itself is free. What is private and yet seen is this app's own, whatever the
 * credential's Client ID says; `isTaken`: the store refused the name, so that one of them is.
 */
function writableOne(
	candidates: Metafield[],
	clientId: string | undefined,
	isTaken: boolean,
): Metafield | undefined {
	const own = candidates.find(({ owner_client_id }) => owner_client_id === clientId);
	const isOpen = ({ permission_set }: Metafield) => /^(write|app_only)/.test(permission_set);
	return own ?? candidates.find(isOpen) ?? (clientId && !isTaken ? undefined : candidates[0]);
}

/** Looks for metafields of records of one kind; a record that cannot be asked fails all that is wanted of it. */
export async function lookUp<Wanted extends MetafieldIdentity>(
	client: Client,
	owner: MetafieldOwner,
	wanted: Wanted[],
	{ isTaken = false } = {},
): Promise<Array<Outcome<LookedUp<Wanted>>>> {
	const byRecord = groupedBy(wanted, ({ record }) => record.id);
	const seen =
		byRecord.size > FEW
			? await walk(client, owner, wanted, Math.ceil(byRecord.size * WORTH))
			: { rows: [], isComplete: false };
	const asked = seen.isComplete ? [] : [...byRecord];
	const answers = await several(
		asked,
		async ([, identities]) => await attempt(async () => await readOne(client, identities)),
	);
	const rows = [...seen.rows, ...answers.flatMap(({ result = [] }) => result)];
	const found = groupedBy(rows, ({ resource_id, namespace, key }) =>
		identityKey(resource_id, namespace, key),
	);
	const answerOf = outcomesBy(
		asked.map(([id]) => id),
		answers,
	);
	return wanted.map((one) => {
		const { record, namespace, key } = one;
		const error = answerOf.get(record.id)?.error;
		if (error !== undefined) return { error };
		const candidates = found.get(identityKey(record.id, namespace, key)) ?? [];
		return { result: { wanted: one, present: writableOne(candidates, client.clientId, isTaken) } };
	});
}
