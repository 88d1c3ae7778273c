import type { Action } from '../../api/action';
import { readRows, rowsIn } from '../../api/answers';
import type { Blame } from '../../api/blame';
import type { Client } from '../../api/client';
import { BigCommerceError, inFull } from '../../api/errors';
import { idChunks } from '../../api/idChunks';
import { writeOthers, type Outcome } from '../../api/outcomes';
import { readOrWalk } from '../../api/readOrWalk';
import { writeMany } from '../../api/writeMany';
import type { Records } from '../records';
import { blameAbsent } from './customerRefusals';
import { customers } from './customers';
import { customerIds, type CustomerRef } from './findCustomers';
import type { CustomerAddress } from './simplifyCustomer';

export const customerAddresses: Records = {
	path: '/v3/customers/addresses',
	paging: 'v3',
	pageSize: 250,
	task: 'list the customer addresses',
	noun: 'customer address',
	scope: 'customers:read',
	modify: 'customers:modify',
};

export type AddressFields = Partial<Omit<CustomerAddress, 'id' | 'customer_id' | 'country'>>;
export type WantedAddress = AddressFields & { ref: CustomerRef };
type OwnedAddress = AddressFields & { customer_id: number };
export type SavedAddress = CustomerAddress & { action: Action };

/** No cap is documented: as many as of customers. */
const MOST_ADDRESSES = 10;

/** What makes one address, the customer among it (API notes 7.6); what is left out is empty. */
const CORE = [
	'customer_id',
	'first_name',
	'last_name',
	'company',
	'phone',
	'address1',
	'address2',
	'city',
	'country_code',
	'state_or_province',
	'postal_code',
] as const;

const keyOf = (address: Partial<CustomerAddress>) =>
	JSON.stringify([
		...CORE.map((name) =>
			String(address[name] ?? '')
				.trim()
				.toLowerCase(),
		),
		address.address_type ?? 'residential',
	]);

type Found = (address: OwnedAddress) => CustomerAddress | undefined;

async function addressesOf(client: Client, wanted: readonly OwnedAddress[]): Promise<Found> {
	const ids = wanted.map(({ customer_id }) => customer_id);
	const byKey = new Map<string, CustomerAddress>();
	await readOrWalk<CustomerAddress>(client, customerAddresses, {
		filters: idChunks(ids).map((chunk) => ({ 'customer_id:in': chunk })),
		take: (row) => byKey.set(keyOf(row), row),
	});
	return (address) => byKey.get(keyOf(address));
}

/** An address that the customer has already is left out of the answer: it is looked up. */
const createBatches = async (client: Client, wanted: OwnedAddress[]) =>
	await writeMany(client, wanted, {
		call: {
			path: customerAddresses.path,
			task: 'create the customer addresses',
			scope: customerAddresses.modify,
		},
		taskOf: ({ customer_id }) => `create the address of customer ${customer_id}`,
		size: MOST_ADDRESSES,
		send: async (body, call) => {
			const made = await client.create<SavedAddress[]>({
				...call,
				body,
				read: (answer, path) =>
					readRows<CustomerAddress>(inFull(answer, call), path)?.map(marked('created')),
				isSame: () => true,
				find: async () => {
					const found = await addressesOf(client, body);
					const rows = body.flatMap((address) => found(address) ?? []);
					return rows.length === body.length ? rows.map(marked('created')) : undefined;
				},
			});
			const keys = new Set(made.map(keyOf));
			const left = body.filter((address) => !keys.has(keyOf(address)));
			const present = left.length > 0 ? await addressesOf(client, left) : () => undefined;
			const others = left.flatMap((address) => present(address) ?? []).map(marked('unchanged'));
			return { status: 200, headers: {}, body: [...made, ...others] };
		},
		resultOf: (body, address) =>
			rowsIn<SavedAddress>(body).find((row) => keyOf(row) === keyOf(address)),
		blame: blameAbsent(client, customers, ({ customer_id }) => customer_id),
	});

const marked =
	(action: Action) =>
	(address: CustomerAddress): SavedAddress => ({ ...address, action });

/**
 * Gives customers addresses; those that they have already stay as they are. What they have is read first: after a lost
 * answer nobody could tell it from what was made.
 */
export async function addAddresses(
	client: Client,
	wanted: readonly WantedAddress[],
): Promise<Array<Outcome<SavedAddress>>> {
	const idOf = await customerIds(
		client,
		wanted.map(({ ref }) => ref),
	);
	return await writeMany(client, wanted, {
		prepare: ({ ref, ...fields }): OwnedAddress => ({ ...fields, customer_id: idOf(ref) }),
		keyOf,
		write: async (distinct) => {
			const present = await addressesOf(client, distinct);
			const asItIs = (address: OwnedAddress) => {
				const found = present(address);
				return found && marked('unchanged')(found);
			};
			return await writeOthers(
				distinct,
				asItIs,
				async (others) => await createBatches(client, others),
			);
		},
	});
}

type AddressChange = AddressFields & { id: number };

/** Changes addresses by ID. One that would be the same as another one is left out of the answer, and not changed (API notes 7.6). */
export const updateAddresses = async (client: Client, changes: readonly AddressChange[]) =>
	await writeMany(client, changes, {
		keyOf: ({ id }) => id,
		merge: (earlier, later) => ({ ...earlier, ...later }),
		call: {
			path: customerAddresses.path,
			task: 'update the customer addresses',
			scope: customerAddresses.modify,
		},
		taskOf: ({ id }) => `update the customer address ${id}`,
		size: MOST_ADDRESSES,
		send: async (body, call) => {
			const answer = await client.call('PUT', { ...call, body });
			const isWhole = rowsIn(answer.body).length === body.length;
			return isWhole ? answer : { ...answer, status: 207 };
		},
		resultOf: (body, { id }) => {
			const row = rowsIn<CustomerAddress>(body).find((one) => one.id === id);
			return row && marked('updated')(row);
		},
		blame: blameUpdate(client),
	});

/** Of an answer that leaves addresses out those that are there are twins. */
function blameUpdate(client: Client): Blame<AddressChange, SavedAddress> {
	const blameGone = blameAbsent<AddressChange>(client, customerAddresses, ({ id }) => id);
	return async (refusal, batch, open) => {
		const { settled } = await blameGone(refusal, batch, open);
		if (refusal.status === 207)
			for (const change of batch)
				if (!settled.has(change)) settled.set(change, { error: twinOf(change.id) });
		return { settled };
	};
}

const twinOf = (id: number) =>
	new BigCommerceError({
		task: `update the customer address ${id}`,
		status: 409,
		title: 'The customer has just this address already, as another one',
		advice: 'Delete one of the two instead.',
	});
