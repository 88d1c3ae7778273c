import { readRows, rowsIn } from '../../api/answers';
import type { Client } from '../../api/client';
import { inFull } from '../../api/errors';
import { holdsSent } from '../../api/holdsSent';
import { InputError } from '../../api/inputError';
import { outcomesBy, writeOthers, type Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import { differing } from '../records';
import { groupFinder } from './customerGroups';
import { blameChanges, blameTaken, emailTaken } from './customerRefusals';
import { customers, emailKey } from './customers';
import { customerIds, customersByEmail, customersByRef, type CustomerRef } from './findCustomers';
import type { FullCustomer, SavedCustomer } from './simplifyCustomer';

/** What is written of a customer, under the API's names; a group may be named. */
export type CustomerFields = Partial<
	Omit<FullCustomer, 'id' | 'customer_group_id' | 'addresses' | 'form_fields'>
> & {
	group?: string | number;
	customer_group_id?: number;
	addresses?: object[];
	form_fields?: object[];
	authentication?: object;
	trigger_account_created_notification?: boolean;
};

export type NewCustomer = CustomerFields & { email: string };
export type CustomerChange = CustomerFields & { ref: CustomerRef };
type KnownChange = CustomerFields & { id: number };

/** The cap of all writes of customers (API notes 7.1). */
const MOST_CUSTOMERS = 10;

const rowOf = (body: unknown, isThis: (row: FullCustomer) => boolean) =>
	rowsIn<FullCustomer>(body).find(isThis);

/** Puts the ID of a group in the place of its name; a group that the store lacks fails its item alone. */
async function groupReader(client: Client, all: readonly CustomerFields[]) {
	const idOf = await groupFinder(
		client,
		all.map(({ group }) => group),
	);
	return <Fields extends CustomerFields>({ group, ...fields }: Fields) => ({
		...fields,
		...(group !== undefined && { customer_group_id: idOf(group) }),
	});
}

function checkNew({ email, first_name, last_name }: NewCustomer): void {
	const lacking = [
		...(first_name ? [] : ["'First Name'"]),
		...(last_name ? [] : ["'Last Name'"]),
	].join(' and ');
	if (lacking === '') return;
	throw new InputError(
		`${lacking} ${lacking.includes(' and ') ? 'are' : 'is'} empty, and BigCommerce makes no customer without`,
		`The store has no customer ${email} yet: give a new one a first and a last name.`,
	);
}

/** What answers to a look-up tell of: secrets and the like are written and never shown. */
const shownOf = ({
	authentication: _secret,
	store_credit_amounts: _credit,
	...shown
}: NewCustomer) => shown;

/** Creates customers, ten a request. `taken` says what becomes of one whose e-mail address another has. */
const createBatches = async (
	client: Client,
	wanted: NewCustomer[],
	taken: Parameters<typeof blameTaken<NewCustomer, SavedCustomer>>[1],
): Promise<Array<Outcome<SavedCustomer>>> =>
	await writeMany(client, wanted, {
		prepare: (customer) => (checkNew(customer), customer),
		call: { path: customers.path, task: 'create the customers', scope: customers.modify },
		taskOf: ({ email }) => `create the customer ${email}`,
		size: MOST_CUSTOMERS,
		send: async (body, call) => {
			const made = (rows: FullCustomer[]) => ({
				rows,
				// The oldest of them tells whether they were there before.
				date_created: rows.map(({ date_created = '' }) => date_created).sort()[0],
			});
			const { rows } = await client.create({
				...call,
				body,
				read: (answer, path) => {
					const read = readRows<FullCustomer>(inFull(answer, call), path);
					return read && made(read);
				},
				find: async () => {
					const byEmail = await customersByEmail(
						client,
						body.map(({ email }) => email),
					);
					const found = body.flatMap(({ email }) => byEmail(email) ?? []);
					return found.length === body.length ? made(found) : undefined;
				},
				isSame: ({ rows: found }) =>
					body.every((sent, at) => holdsSent(found[at] as FullCustomer, shownOf(sent))),
			});
			return { status: 200, headers: {}, body: rows };
		},
		resultOf: (body, { email }) => {
			const row = rowOf(body, (one) => emailKey(one.email) === emailKey(email));
			return row && { ...row, action: 'created' };
		},
		blame: blameTaken(client, taken),
	});

/** Changes customers, ten a request; several changes of one are one. */
const changeBatches = async (
	client: Client,
	changes: KnownChange[],
): Promise<Array<Outcome<SavedCustomer>>> =>
	await writeMany(client, changes, {
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({ ...earlier, ...later }),
		call: { path: customers.path, task: 'update the customers', scope: customers.modify },
		taskOf: ({ id }) => `update the customer ${id}`,
		size: MOST_CUSTOMERS,
		send: async (body, call) => await client.call('PUT', { ...call, body }),
		resultOf: (body, { id }) => {
			const row = rowOf(body, (one) => one.id === id);
			return row && { ...row, action: 'updated' };
		},
		blame: blameChanges(client),
	});

/** Creates customers; an e-mail address that another has is an error that names its ID. */
export async function createCustomers(client: Client, wanted: readonly NewCustomer[]) {
	const withGroup = await groupReader(client, wanted);
	return await writeMany(client, wanted, {
		prepare: (fields): NewCustomer => withGroup(fields),
		write: async (all) =>
			await createBatches(client, all, (_record, customer, refusal) => ({
				error: emailTaken(refusal, customer),
			})),
	});
}

/** Changes customers that are named by ID or e-mail address. */
export async function updateCustomers(client: Client, changes: readonly CustomerChange[]) {
	const refs = changes.map(({ ref }) => ref);
	const [idOf, withGroup] = await Promise.all([
		customerIds(client, refs),
		groupReader(client, changes),
	]);
	return await writeMany(client, changes, {
		prepare: ({ ref, ...fields }): KnownChange => ({ ...withGroup(fields), id: idOf(ref) }),
		write: async (all) => await changeBatches(client, all),
	});
}

/** Puts customers into groups, those alone that are not in them yet. */
export async function assignGroups(
	client: Client,
	wanted: ReadonlyArray<{ ref: CustomerRef; group: string | number }>,
) {
	const refs = wanted.map(({ ref }) => ref);
	const [read, withGroup] = await Promise.all([
		customersByRef(client, refs),
		groupReader(client, wanted),
	]);
	return await writeMany(client, wanted, {
		prepare: ({ ref, group }): Present => {
			const present = read(ref);
			return { fields: { ...withGroup({ group }), email: present.email }, present };
		},
		keyOf: ({ present }) => present.id,
		write: async (all) => await changeDiffering(client, all),
	});
}

/** Makes customers what the rows say: those that the store lacks are created, and what differs is changed. */
export async function upsertCustomers(client: Client, wanted: readonly NewCustomer[]) {
	const withGroup = await groupReader(client, wanted);
	return await writeMany(client, wanted, {
		prepare: (fields): NewCustomer => withGroup(fields),
		keyOf: ({ email }) => emailKey(email),
		merge: (earlier, later) => ({ ...earlier, ...later }),
		write: async (distinct) => await upsertDistinct(client, distinct),
	});
}

async function upsertDistinct(client: Client, wanted: NewCustomer[]) {
	const hasCredit = wanted.some(({ store_credit_amounts }) => store_credit_amounts);
	const emails = wanted.map(({ email }) => email);
	const query = hasCredit ? { include: 'storecredit' } : {};
	const presentOf = await customersByEmail(client, emails, query);
	return await writeMany(client, wanted, {
		prepare: (fields) => ({ fields, present: presentOf(fields.email) }),
		groupBy: ({ present }) => present !== undefined,
		write: async (group) =>
			group.every(isPresent)
				? await changeDiffering(client, group)
				: await createOrChange(
						client,
						group.map(({ fields }) => fields),
					),
	});
}

/** What a customer shall be, and as it is. */
interface Present {
	fields: NewCustomer;
	present: FullCustomer;
}

const isPresent = (one: Partial<Present>): one is Present => one.present !== undefined;

/** The e-mail address stays as it is written in the store; welcome mails are for new customers. */
function differenceOf({ fields, present }: Present): CustomerFields {
	const { email: _key, trigger_account_created_notification: _mail, ...others } = fields;
	return differing<object>(present, others);
}

const asItIs = ({ fields, present }: Present): SavedCustomer | undefined =>
	Object.keys(differenceOf({ fields, present })).length === 0
		? { ...present, action: 'unchanged' }
		: undefined;

const changeDiffering = async (client: Client, wishes: Present[]) =>
	await writeOthers(
		wishes,
		asItIs,
		async (others) =>
			await changeBatches(
				client,
				others.map((wish) => ({ ...differenceOf(wish), id: wish.present.id })),
			),
	);

/** Somebody may have been faster since the look-up: then it is a change. */
async function createOrChange(client: Client, wanted: NewCustomer[]) {
	const overtaken = new Map<NewCustomer, FullCustomer>();
	const made = await createBatches(client, wanted, (fields, customer) => {
		overtaken.set(fields, customer);
		return { result: { ...customer, action: 'unchanged' } };
	});
	const late = [...overtaken].map(([fields, present]) => ({ fields, present }));
	const changed = outcomesBy([...overtaken.keys()], await changeDiffering(client, late));
	return made.map((outcome, at) => changed.get(wanted[at] as NewCustomer) ?? outcome);
}
