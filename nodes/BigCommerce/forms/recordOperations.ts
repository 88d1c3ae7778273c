import type { Action } from '../api/action';
import type { Client, Query } from '../api/client';
import { pagesOfEach } from '../api/pagesOfEach';
import { withoutNull, plainText } from '../api/values';
import { defineOperation, type Operation, type Output } from '../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../operation/fields';
import type { Field, Locator, ParamsOf } from '../operation/params';
import { idOf, someChange } from '../operation/values';
import {
	createOrFind,
	createRecord,
	deleteRecord,
	differing,
	readRecord,
	updateRecord,
	type Records,
} from '../store/records';

type Fields = readonly Field[];

/** A kind of record whose operations are the usual ones. */
interface Kind<Row> {
	/** Where the records stand; of those below another record, given its id. */
	records: Records | ((parent: number) => Records);
	/** As the actions name it: `product review`. */
	noun: string;
	/** Several of them, where that is not the noun with an s. */
	nouns?: string;
	/** What a form picks one from. */
	locator?: Fields;
	/** What a form picks the record from that they stand below. */
	below?: Fields;
	/** Makes a record short and flat; without it the form has no Simplify. */
	simplify?: (row: Row & { action?: Action }) => Output;
	/** What an answer lacks, such as the id of the record that it stands below. */
	complete?: (parent: number) => (row: Row) => Row;
	/** Creates a record, where that takes more than one request that is looked for when its answer is lost. */
	create?: (client: Client, body: Partial<Row>) => Promise<Row>;
	/** The field by which no two are alike. */
	key?: 'name';
	/** What the API wants in each change, changed or not. */
	always?: ReadonlyArray<keyof Row>;
}

interface Texts {
	description: string;
}

export interface Lookup<Row> {
	client: Client;
	records: Records;
	body: Partial<Row>;
}

type WithAdded<Form extends Fields, Added extends Fields> = ParamsOf<Form> & {
	additionalFields: Partial<ParamsOf<Added>>;
};

interface Creation<Row, Form extends Fields, Added extends Fields> extends Texts {
	fields: Form;
	additionalFields: Added;
	body: (params: WithAdded<Form, Added>) => Partial<Row>;
	/** Finds the record that was created when the answer was lost, or the one that an upsert means. */
	find: (given: Lookup<Row>) => Promise<Row | undefined>;
}

interface Listing<Filters extends Fields, Options extends Fields> extends Texts {
	filters: Filters;
	options: Options;
	/** The requests that it takes to find what the form asks for. */
	queries: (given: {
		filters: Partial<ParamsOf<Filters>>;
		options: Partial<ParamsOf<Options>>;
	}) => Query[];
}

interface Change<Row, Changed extends Fields> extends Texts {
	updateFields: Changed;
	body: (added: Partial<ParamsOf<Changed>>) => Partial<Row>;
}

type Given = Record<string, unknown>;

const added = (displayName: string, name: string, options: Fields = []): Field[] =>
	options.length === 0
		? []
		: [
				{
					displayName,
					name,
					type: 'collection',
					placeholder: `Add ${displayName.split(' ').at(-1)?.replace(/s$/, '')}`,
					default: {},
					options: [...options],
				},
			];

/**
 * The operations that plain records have in common: each says its fields and how they become the API's, and the rest
 * follows from the kind of record. A resource takes those that it wants, beside operations of its own.
 */
export function recordOperations<Row extends { id: number }>(kind: Kind<Row>) {
	const { noun, nouns = `${noun}s`, locator = [], below = [], simplify, key, always = [] } = kind;
	const { scope = 'none', modify } =
		typeof kind.records === 'function' ? kind.records(0) : kind.records;
	const simplified = simplify ? outputFields : [];
	const form = { simplify, scope: modify };

	const pickedIn = (params: Given, [field]: Fields): number =>
		field ? idOf(params[field.name] as Locator, field.displayName) : 0;
	const place = (params: Given) => {
		const parent = pickedIn(params, below);
		return {
			records: typeof kind.records === 'function' ? kind.records(parent) : kind.records,
			complete: kind.complete?.(parent) ?? ((row: Row) => row),
		};
	};
	/** Items for one parent are written in order: some parts stand in the order in which they came. */
	const writes = (params: Given, ...names: unknown[]) =>
		below.length > 0 ? pickedIn(params, below) : names.map(plainText);
	const nameIn = (given: unknown) => (key ? (given as Given | undefined)?.[key] : undefined);
	const ownId = (params: Given) => (params[locator[0]?.name ?? ''] as Locator).value;

	async function make(
		given: Lookup<Row>,
		find: (given: Lookup<Row>) => Promise<Row | undefined>,
	): Promise<Row> {
		const { client, records, body } = given;
		if (kind.create) return await kind.create(client, body);
		return await createRecord<Row>(client, records, body, async () => await find(given));
	}

	/** Changes a record, with what the API wants each time as the store has it. */
	async function change(
		client: Client,
		records: Records,
		id: number,
		changes: Partial<Row>,
		present?: Row,
	): Promise<Row> {
		const missing = always.filter((name) => !(name in changes));
		const row =
			missing.length > 0 ? (present ?? (await readRecord<Row>(client, records, id))) : undefined;
		const kept = Object.fromEntries(missing.map((name) => [name, row?.[name]]));
		return await updateRecord<Row>(client, records, id, { ...kept, ...changes });
	}

	return {
		get: ({ description }: Texts = { description: `Retrieve one ${noun}` }): Operation =>
			defineOperation({
				value: 'get',
				name: 'Get',
				action: `Get ${noun}`,
				description,
				fields: [...below, ...locator, ...simplified] as Fields,
				simplify,
				scope,
				each: async ({ params, run: { client } }) => {
					const { records, complete } = place(params);
					return complete(await readRecord<Row>(client, records, pickedIn(params, locator)));
				},
			}),

		getAll: <const Filters extends Fields = [], const Options extends Fields = []>({
			description,
			filters,
			options,
			queries = () => [{}],
		}: Texts & Partial<Listing<Filters, Options>>): Operation =>
			defineOperation({
				value: 'getAll',
				name: 'Get Many',
				action: `Get many ${nouns}`,
				description,
				fields: [
					...below,
					...returnAllOrLimit,
					...added('Filters', 'filters', filters),
					...added('Options', 'options', options),
					...simplified,
				] as Fields,
				simplify,
				scope,
				async *each({ params, run: { client } }) {
					const { records, complete } = place(params);
					const given = { filters: {}, options: {}, ...params };
					const limit = limitOf(params as { returnAll: boolean; limit: number });
					for await (const rows of pagesOfEach<Row>(client, records, queries(given), limit))
						yield rows.map(complete);
				},
			}),

		create: <const Form extends Fields, const Added extends Fields = []>({
			description,
			fields,
			additionalFields,
			body: bodyOf,
			find,
		}: Omit<Creation<Row, Form, Added>, 'additionalFields'> & {
			additionalFields?: Added;
		}): Operation =>
			defineOperation({
				...form,
				value: 'create',
				name: 'Create',
				action: `Create ${noun}`,
				description,
				fields: [
					...below,
					...fields,
					...added('Additional Fields', 'additionalFields', additionalFields),
					...simplified,
				] as Fields,
				writes: (params: Given) => writes(params, nameIn(params)),
				each: async ({ params, run: { client } }) => {
					const { records, complete } = place(params);
					const body = bodyOf({ additionalFields: {}, ...params } as never);
					return complete(await make({ client, records, body }, find));
				},
			}),

		update: <const Changed extends Fields>({
			description,
			updateFields,
			body,
		}: Change<Row, Changed>): Operation =>
			defineOperation({
				...form,
				value: 'update',
				name: 'Update',
				action: `Update ${noun}`,
				description,
				fields: [
					...below,
					...locator,
					...added('Update Fields', 'updateFields', updateFields),
					...simplified,
				] as Fields,
				writes: (params: Given) => writes(params, ownId(params), nameIn(params.updateFields)),
				each: async ({ params, run: { client } }) => {
					const { records, complete } = place(params);
					const given = withoutNull((params as Given).updateFields as object);
					const changes = someChange(body(given));
					return complete(await change(client, records, pickedIn(params, locator), changes));
				},
			}),

		upsert: <const Form extends Fields, const Added extends Fields>({
			fields,
			additionalFields,
			body: bodyOf,
			find,
		}: Omit<Creation<Row, Form, Added>, 'description'>): Operation =>
			defineOperation({
				...form,
				value: 'upsert',
				name: 'Create or Update',
				action: `Create or update ${noun}`,
				description: 'Create a new record, or update the current one if it already exists (upsert)',
				fields: [
					...below,
					...fields,
					...added('Additional Fields', 'additionalFields', additionalFields),
					...simplified,
				] as Fields,
				writes: (params: Given) => writes(params, nameIn(params)),
				each: async ({ params, run: { client } }): Promise<Row & { action: Action }> => {
					const { records, complete } = place(params);
					const body = bodyOf(params as never);
					const given = { client, records, body };
					const present = await find(given);
					const { record, created } = present
						? { record: present, created: false }
						: await createOrFind(
								async () => await make(given, find),
								async () => await find(given),
							);
					if (created) return { ...complete(record), action: 'created' };
					// What it was found by stays as it is written in the store.
					const { [key as keyof Row]: _key, ...others } = body as Row;
					const changes = differing<object>(record, others);
					if (Object.keys(changes).length === 0)
						return { ...complete(record), action: 'unchanged' };
					const updated = await change(client, records, record.id, changes, record);
					return { ...complete(updated), action: 'updated' };
				},
			}),

		del: ({ description }: Texts = { description: `Delete one ${noun}` }): Operation =>
			defineOperation({
				value: 'delete',
				name: 'Delete',
				action: `Delete ${noun}`,
				description,
				scope: modify,
				fields: [...below, ...locator] as Fields,
				writes: (params: Given) => writes(params, ownId(params)),
				each: async ({ params, run: { client } }) =>
					await deleteRecord(client, place(params).records, pickedIn(params, locator)),
			}),
	};
}
