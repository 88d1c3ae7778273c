import { rowsIn } from '../../api/answers';
import type { Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { lookUp, type MetafieldIdentity } from './lookUpMetafields';
import type { Metafield, PermissionSet } from './metafields';
import type { MetafieldOwner } from './metafieldOwners';
import { readPartial } from './metafieldRefusals';

/** The cap is not documented (API notes 2.4). */
const MOST_AT_ONCE = 10;

/** What the three ways to write have in common. */
const writing = (client: Client, { noun, path, modify }: MetafieldOwner, verb: string) => {
	const task = { task: `${verb} metafields of the kind ${noun}`, scope: modify };
	return {
		batch: { ...task, size: MOST_AT_ONCE, client },
		call: { ...task, path: `${path}/metafields` },
	};
};

/** A metafield as the form gives it. */
export interface NewMetafield extends MetafieldIdentity {
	value: string;
	permission_set?: PermissionSet;
	description?: string;
}

const inWords = ({ record, namespace, key }: MetafieldIdentity) =>
	`the metafield ${namespace}.${key} of the ${record.owner.noun} ${record.id}`;

const rowsOf = (body: unknown) => rowsIn<Metafield>(body);

const isOf =
	({ record, namespace, key }: MetafieldIdentity) =>
	(row: Metafield) =>
		String(row.resource_id) === String(record.id) && row.namespace === namespace && row.key === key;

/** Creates metafields of records of one kind, all with different identities. */
export async function createMetafields(
	client: Client,
	owner: MetafieldOwner,
	given: NewMetafield[],
): Promise<Array<Outcome<Metafield>>> {
	const { batch, call } = writing(client, owner, 'create');
	const resultOf = (body: unknown, one: NewMetafield) => rowsOf(body).find(isOf(one));
	/** Sent by a request without an answer: what is there with their values came of it. */
	const unsure = new Set<NewMetafield>();
	const madeAfterAll = async (some: NewMetafield[]): Promise<Metafield[]> => {
		const found = await lookUp(client, owner, some);
		return found.flatMap(({ result }) => {
			const { present, wanted } = result ?? {};
			return present && present.value === wanted?.value ? [present] : [];
		});
	};
	return await sendInBatches<NewMetafield, Metafield>(given, {
		...batch,
		send: async (some) =>
			await client.create({
				...call,
				body: some.map(({ record, ...row }) => ({
					permission_set: 'app_only',
					...row,
					resource_id: record.id,
				})),
				isSame: () => true,
				find: async () => {
					for (const one of some) unsure.add(one);
					const data = await madeAfterAll(some);
					return data.length === some.length
						? { status: 200, headers: {}, body: { data } }
						: undefined;
				},
				read: (answer) => answer,
			}),
		resultOf,
		blame: async (refusal, some) => {
			const { settled } = readPartial(refusal, some, resultOf, (one) => `create ${inWords(one)}`);
			const doubtful = some.filter((one) => unsure.has(one) && !settled.get(one)?.result);
			const data = doubtful.length > 0 ? await madeAfterAll(doubtful) : [];
			for (const one of doubtful) {
				const result = resultOf({ data }, one);
				if (result) settled.set(one, { result });
			}
			return { settled };
		},
	});
}

/** A change of one metafield, together with what an update has to bring again. */
export interface MetafieldChange {
	id: number | string;
	changes: Partial<Metafield>;
}

/** Changes metafields of one kind, each once. */
export async function changeMetafields(
	client: Client,
	owner: MetafieldOwner,
	changes: MetafieldChange[],
): Promise<Array<Outcome<Metafield>>> {
	const { batch, call } = writing(client, owner, 'update');
	const resultOf = (body: unknown, { id }: MetafieldChange) =>
		rowsOf(body).find((row) => String(row.id) === String(id));
	return await sendInBatches<MetafieldChange, Metafield>(changes, {
		...batch,
		send: async (some) =>
			await client.call('PUT', {
				...call,
				body: some.map(({ id, changes: row }) => ({
					...row,
					id: owner.textIds ? String(id) : Number(id),
				})),
			}),
		resultOf,
		blame: async (refusal, some) =>
			readPartial(refusal, some, resultOf, ({ id }) => `update the metafield ${id}`),
	});
}

/** How a batch tells of an id that is not there (examples of all nine spec files). */
const isAbsence = (error: unknown) =>
	error instanceof BigCommerceError && /does not exist/i.test(error.reason);

/** Deletes metafields of one kind by their ids. */
export async function deleteMetafields(
	client: Client,
	owner: MetafieldOwner,
	ids: number[],
): Promise<Array<Outcome<number>>> {
	const { batch, call } = writing(client, owner, 'delete');
	const resultOf = (body: unknown, id: number) => {
		return rowsIn(body).map(Number).includes(id) ? id : undefined;
	};
	return await sendInBatches<number, number>(ids, {
		...batch,
		send: async (some) =>
			await client.delete({
				...call,
				body: some,
			}),
		resultOf,
		blame: async (refusal, some) => {
			const { settled } = readPartial(
				refusal,
				some,
				resultOf,
				(id) => `delete the metafield ${id}`,
			);
			// Gone already by an earlier try whose answer was lost.
			if (refusal.repeated)
				for (const [id, { error }] of settled)
					if (isAbsence(error)) settled.set(id, { result: id });
			return { settled };
		},
	});
}
