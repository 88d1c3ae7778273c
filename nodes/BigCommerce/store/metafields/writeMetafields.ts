import { rowsIn } from '../../api/answers';
import type { Call, Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { InputError } from '../../api/inputError';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import { identityOf, lookUp, type MetafieldIdentity } from './lookUpMetafields';
import type { Metafield, PermissionSet } from './metafields';
import type { MetafieldOwner } from './metafieldOwners';
import { readPartial } from './metafieldRefusals';

/** The cap is not documented (API notes 2.4). */
const MOST_AT_ONCE = 10;

/** What is asked of the store. */
const writing = ({ noun, path, modify }: MetafieldOwner, verb: string): Call => ({
	path: `${path}/metafields`,
	task: `${verb} metafields of the kind ${noun}`,
	scope: modify,
});

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

/** In one batch the store could not tell two apart that have one name. */
function onceEach(): (given: NewMetafield) => NewMetafield {
	const seen = new Set<string>();
	return (given) => {
		const identity = identityOf(given);
		if (!seen.has(identity)) {
			seen.add(identity);
			return given;
		}
		throw new InputError(
			`An earlier item creates the metafield ${given.namespace}.${given.key} of the same ${given.record.owner.noun}`,
			"Use another key, or the operation 'Create or Update'.",
		);
	};
}

/** Creates metafields, kind by kind of records. */
export async function createMetafields(
	client: Client,
	given: readonly NewMetafield[],
): Promise<Array<Outcome<Metafield>>> {
	const resultOf = (body: unknown, one: NewMetafield) => rowsOf(body).find(isOf(one));
	/** Sent by a request without an answer: what is there with their values came of it. */
	const unsure = new Set<NewMetafield>();
	const madeAfterAll = async (some: NewMetafield[]): Promise<Metafield[]> => {
		const [{ record }] = some as [NewMetafield];
		const found = await lookUp(client, record.owner, some);
		return found.flatMap(({ result }) => {
			const { present, wanted } = result ?? {};
			return present && present.value === wanted?.value ? [present] : [];
		});
	};
	return await writeMany(client, given, {
		prepare: onceEach(),
		groupBy: ({ record }) => record.owner.name,
		call: ({ record }) => writing(record.owner, 'create'),
		size: MOST_AT_ONCE,
		send: async (some, call) =>
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

/** A change of one metafield, together with what an update has to bring along. */
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
	const resultOf = (body: unknown, { id }: MetafieldChange) =>
		rowsOf(body).find((row) => String(row.id) === String(id));
	return await writeMany(client, changes, {
		call: writing(owner, 'update'),
		size: MOST_AT_ONCE,
		send: async (some, call) => {
			const idOf = (id: number | string) => (owner.textIds ? String(id) : Number(id));
			const body = some.map(({ id, changes: row }) => ({ ...row, id: idOf(id) }));
			return await client.call('PUT', { ...call, body });
		},
		resultOf,
		blame: (refusal, some) =>
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
): Promise<Array<Outcome<boolean>>> {
	const resultOf = (body: unknown, id: number) =>
		rowsIn(body).map(Number).includes(id) || undefined;
	return await writeMany(client, ids, {
		call: writing(owner, 'delete'),
		size: MOST_AT_ONCE,
		send: async (some, call) => await client.delete({ ...call, body: some }),
		resultOf,
		blame: (refusal, some) => {
			const taskOf = (id: number) => `delete the metafield ${id}`;
			const { settled } = readPartial(refusal, some, resultOf, taskOf);
			// Gone already by an earlier try whose answer was lost.
			if (refusal.repeated)
				for (const [id, { error }] of settled)
					if (isAbsence(error)) settled.set(id, { result: true });
			return { settled };
		},
	});
}
