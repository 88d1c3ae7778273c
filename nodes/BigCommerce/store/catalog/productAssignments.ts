import { namedByPlace } from '../../api/blame';
import { inFull } from '../../api/errors';
import type { Client } from '../../api/client';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';

/** Where products are put: the endpoints for channels and for categories are alike (products_catalog.v3.yml). */
export interface AssignmentKind {
	path: string;
	/** `channel_id` in the API, `channelId` in the output. */
	field: string;
	name: string;
	/** As they stand in a sentence: `channel`, `channels`. */
	noun: string;
	nouns: string;
}

/** A product, and the channel or category that it is put into or taken out of. */
export interface Assignment {
	product: number;
	to: number;
}

/** No cap is documented; the smallest of the catalogue's caps on changes that write no whole product (API notes 2.4). */
const MOST_ASSIGNMENTS = 50;

const scope = 'products:modify';

export type WriteAssignments = (
	client: Client,
	assignments: Assignment[],
) => Promise<Array<Outcome<object>>>;

/** Puts products where they shall be, many a request; what is there already stays. */
export const assignProductsTo =
	({ path, field, name, noun, nouns }: AssignmentKind): WriteAssignments =>
	async (client, assignments) =>
		await writeMany(client, assignments, {
			call: { path, task: `assign products to ${nouns}`, scope },
			taskOf: ({ product, to }) => `assign product ${product} to ${noun} ${to}`,
			size: MOST_ASSIGNMENTS,
			keyOf: ({ product, to }) => `${to}/${product}`,
			send: async (some, call) => {
				const body = some.map(({ product, to }) => ({ product_id: product, [field]: to }));
				return inFull(await client.call('PUT', { ...call, body }), call);
			},
			blame: namedByPlace,
			// The answer is empty: all of them were assigned.
			resultOf: (_body, { product, to }) => ({ assigned: true, productId: product, [name]: to }),
		});

/** Takes products out, as many a request as fit its address; always named together with what they are taken out of. */
export const removeProductsFrom =
	({ path, field, name, nouns }: AssignmentKind): WriteAssignments =>
	async (client, assignments) =>
		await writeMany(client, assignments, {
			groupBy: ({ to }) => to,
			call: ({ to }) => ({
				path,
				query: { [`${field}:in`]: to },
				task: `remove products from ${nouns}`,
				scope,
			}),
			inAddress: ({ product }) => product,
			send: async (some, call) => {
				const query = { ...call.query, 'product_id:in': some.map(({ product }) => product) };
				return await client.delete({ ...call, query });
			},
			resultOf: (_body, { product, to }) => ({ removed: true, productId: product, [name]: to }),
		});
