import type { Client } from '../../api/client';
import { writeMany } from '../../api/writeMany';
import { deleteByIds, deletePresent } from '../deleteByIds';
import { categories } from './categories';
import { products, SHORT } from './products';

/** Deletes categories, one or several an item, as many a request as fit its address. */
export const deleteCategories = async (client: Client, items: readonly number[][]) =>
	await deleteByIds(
		items,
		async (ids) =>
			await writeMany(client, ids, {
				call: { path: categories.path, task: 'delete the categories', scope: 'products:modify' },
				inAddress: (id) => id,
				send: async (some, call) =>
					await client.delete({ ...call, query: { 'category_id:in': some } }),
				resultOf: () => true,
			}),
	);

/** Deletes products, one or several an item. */
export const deleteProducts = async (client: Client, items: readonly number[][]) =>
	await deletePresent(client, products, items, SHORT);
