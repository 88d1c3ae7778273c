import { inFull } from '../../api/errors';
import type { Outcome } from '../../api/batch';
import { sendInBatches } from '../../api/sendInBatches';
import type { Client } from '../../api/client';
import { deleteListed } from '../../api/deleteListed';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { namedByPlace } from '../../api/namedByPlace';

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
const later = (_earlier: Assignment, last: Assignment) => last;

export type WriteAssignments = (
	client: Client,
	assignments: Assignment[],
) => Promise<Array<Outcome<object>>>;

/** Puts products where they shall be, many a request; what is there already stays. */
export const assignProductsTo =
	({ path, field, name, noun, nouns }: AssignmentKind): WriteAssignments =>
	async (client, wanted) => {
		const task = { task: `assign products to ${nouns}`, scope } as const;
		return await sendMerged<Assignment, object>(wanted, {
			keyOf: ({ product, to }) => `${to}/${product}`,
			merge: later,
			send: async (pairs) =>
				await sendInBatches<Assignment, object>(pairs, {
					...task,
					taskOf: ({ product, to }) => `assign product ${product} to ${noun} ${to}`,
					size: MOST_ASSIGNMENTS,
					client,
					send: async (some) => {
						const body = some.map(({ product, to }) => ({ product_id: product, [field]: to }));
						return inFull(await client.call('PUT', { ...task, path, body }), task);
					},
					blame: async (refusal, some) => namedByPlace(refusal, some),
					// The answer is empty: all of them were assigned.
					resultOf: (_body, { product, to }) => ({
						assigned: true,
						productId: product,
						[name]: to,
					}),
				}),
		});
	};

/** Takes products out, as many a request as fit its address; always named together with what they are taken out of. */
export const removeProductsFrom =
	({ path, field, name, nouns }: AssignmentKind): WriteAssignments =>
	async (client, all) => {
		const remove = async (doomed: Assignment[]): Promise<Array<Outcome<object>>> => {
			const [{ to }] = doomed as [Assignment];
			const outcomes = await deleteListed(client, {
				path,
				query: { [`${field}:in`]: to },
				filter: 'product_id:in',
				values: doomed.map(({ product }) => product),
				task: `remove products from ${nouns}`,
				scope,
			});
			return doomed.map(({ product }, index) =>
				outcomes[index]?.result
					? { result: { removed: true, productId: product, [name]: to } }
					: { error: outcomes[index]?.error },
			);
		};
		return await sendGrouped<Assignment, object>(
			all,
			({ to }) => to,
			async (group) =>
				await sendMerged<Assignment, object>(group, {
					keyOf: ({ product }) => product,
					merge: later,
					send: remove,
				}),
		);
	};
