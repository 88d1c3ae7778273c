import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { several } from '../../api/several';
import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import { toIds } from '../../operation/values';
import { products } from '../../store/catalog/products';
import { presentProducts } from '../../store/catalog/productRefusals';

interface Deleted {
	deleted: boolean;
	ids: number[];
	notFound?: number[];
}

/** What became of an id: whether the store had it, or why it could not be deleted. */
type Fate = Outcome<boolean>;

function someIds(given: unknown): number[] {
	const ids = [...new Set(toIds(given, 'Product IDs'))];
	if (ids.length > 0) return ids;
	throw new InputError(
		"'Product IDs' is empty, so that nothing is deleted",
		"Give 'Product IDs' at least one ID.",
	);
}

/** A request that deletes by filter does not say what it deleted, so that what is there is read first. */
async function deleteChunk(client: Client, ids: number[]): Promise<Map<number, Fate>> {
	const [deletion] = await Promise.allSettled([
		(async () => {
			const present = await presentProducts(client, ids);
			if (present.size > 0) {
				await client.delete({
					path: products.path,
					query: { 'id:in': [...present] },
					task: `delete ${present.size} products`,
					scope: products.modify,
				});
			}
			return present;
		})(),
	]);
	return new Map(
		ids.map((id): [number, Fate] => [
			id,
			deletion.status === 'fulfilled'
				? { result: deletion.value.has(id) }
				: { error: deletion.reason as unknown },
		]),
	);
}

/** All items together name the products to delete; each id travels once. */
async function deleteAll(client: Client, items: number[][]): Promise<Array<Outcome<Deleted>>> {
	const chunks = await several(
		idChunks(items.flat()),
		async (ids) => await deleteChunk(client, ids),
	);
	const fates = new Map(chunks.flatMap((chunk) => [...chunk]));
	return items.map((ids): Outcome<Deleted> => {
		const failed = ids.map((id) => fates.get(id)).find((fate) => fate?.error !== undefined);
		if (failed) return { error: failed.error };
		const [deleted, notFound] = [true, false].map((was) =>
			ids.filter((id) => fates.get(id)?.result === was),
		) as [number[], number[]];
		const result = {
			deleted: deleted.length > 0,
			ids: deleted,
			notFound: notFound.length > 0 ? notFound : undefined,
		};
		return { result: compact(result) as Deleted };
	});
}

export const deleteMany = defineOperation({
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many products',
	description:
		'Delete products by ID in the fewest requests; IDs that the store does not have change nothing',
	scope: 'products:modify',
	fields: [
		{
			displayName: 'Product IDs',
			name: 'ids',
			type: 'string',
			required: true,
			default: '={{ $json.id }}',
			emptyAdvice: "Nothing is deleted: give 'Product IDs' at least one ID.",
			as: 'ids',
			placeholder: 'e.g. 77, 80, 112',
			description:
				'IDs of the products to delete, separated by commas, or a list from an expression. By default the ID of each input item.',
		},
	],
	prepare: ({ params }) => someIds(params.ids),
	many: async ({ records: items, run: { client } }) => await deleteAll(client, items),
});
