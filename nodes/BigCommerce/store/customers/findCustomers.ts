import type { Client, Query } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { InputError } from '../../api/inputError';
import { groupedBy } from '../../api/grouped';
import { attempt } from '../../api/outcomes';
import type { Collection } from '../../api/pagination';
import { readOrWalk } from '../../api/readOrWalk';
import { several } from '../../api/several';
import { writeMany } from '../../api/writeMany';
import { missing } from '../records';
import { customers, emailKey } from './customers';
import type { FullCustomer } from './simplifyCustomer';

/** How an item names a customer. */
export type CustomerRef = { id: number } | { email: string };

type Found = (email: string) => FullCustomer | undefined;

/** Rows of a list by the e-mail addresses that are looked for; several may have one. */
export async function rowsByEmail<Row extends { email: string }>(
	client: Client,
	collection: Collection,
	emails: readonly string[],
	{ filters, query }: { filters: (emails: string[]) => Query[]; query?: Query },
): Promise<ReadonlyMap<string, Row[]>> {
	const wanted = new Map(emails.map((email) => [emailKey(email), email.trim()]));
	const rows: Row[] = [];
	if (wanted.size > 0)
		await readOrWalk<Row>(client, collection, {
			query,
			filters: filters([...wanted.values()]),
			take: (row) => {
				if (wanted.has(emailKey(row.email))) rows.push(row);
			},
		});
	return groupedBy(rows, ({ email }) => emailKey(email));
}

/** Customers by e-mail address, many in one request. */
export async function customersByEmail(
	client: Client,
	emails: readonly string[],
	query: Query = {},
): Promise<Found> {
	const byEmail = await rowsByEmail<FullCustomer>(client, customers, emails, {
		query,
		filters: (distinct) => idChunks(distinct).map((chunk) => ({ 'email:in': chunk })),
	});
	return (email) => {
		const [found, ...others] = byEmail.get(emailKey(email)) ?? [];
		if (others.length === 0) return found;
		const ids = [found, ...others].map((customer) => customer?.id);
		throw new InputError(
			`${ids.length} customers have the email address ${email}: ${ids.join(', ')}`,
			'Customers of different channels may share one. Name the customer by ID.',
		);
	};
}

/** Customers by e-mail address or ID, in the fewest requests; one that is not there is an error. */
export async function customersByRef(
	client: Client,
	refs: readonly CustomerRef[],
	query: Query = {},
): Promise<(ref: CustomerRef) => FullCustomer> {
	const byEmail = await customersByEmail(
		client,
		refs.flatMap((ref) => ('email' in ref ? [ref.email] : [])),
		query,
	);
	const ids = new Set(refs.flatMap((ref) => ('id' in ref ? [ref.id] : [])));
	const byId = new Map<number, FullCustomer>();
	if (ids.size > 0)
		await readOrWalk<FullCustomer>(client, customers, {
			query,
			filters: idChunks(ids).map((chunk) => ({ 'id:in': chunk })),
			take: (row) => {
				if (ids.has(row.id)) byId.set(row.id, row);
			},
		});
	return (ref) =>
		'email' in ref
			? (byEmail(ref.email) ?? missing(customers, ref.email))
			: (byId.get(ref.id) ?? missing(customers, ref.id));
}

/** The ids alone: what is named by ID is not looked up. */
export async function customerIds(
	client: Client,
	refs: readonly CustomerRef[],
): Promise<(ref: CustomerRef) => number> {
	const byEmail = await customersByRef(
		client,
		refs.filter((ref) => 'email' in ref),
	);
	return (ref) => ('id' in ref ? ref.id : byEmail(ref).id);
}

interface Reading {
	ref: CustomerRef;
	include?: readonly string[];
}

/** Reads customers with what is asked for of each. */
export const readCustomers = async (client: Client, readings: readonly Reading[]) =>
	await writeMany(client, readings, {
		groupBy: ({ include }) => String(include),
		write: async (group) => {
			const refs = group.map(({ ref }) => ref);
			const read = await customersByRef(client, refs, { include: group[0]?.include });
			return await several(refs, async (ref) => await attempt(() => read(ref)));
		},
	});
