import type { Client } from '../../api/client';
import { writeMany } from '../../api/writeMany';
import { deleteByIds } from '../deleteByIds';
import { categories } from './categories';
import { presentProducts } from './productRefusals';
import { products } from './products';

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

/** Deletes products, one or several an item. No answer says what was deleted, so that what is there is read first. */
export const deleteProducts = async (client: Client, items: readonly number[][]) =>
	await deleteByIds(
		items,
		async (ids) =>
			await writeMany(client, ids, {
				call: { path: products.path, task: 'delete the products', scope: products.modify },
				inAddress: (id) => id,
				send: async (some, call) => {
					const present = await presentProducts(client, some);
					const query = { 'id:in': [...present] };
					const task = `delete ${present.size} products`;
					if (present.size > 0) await client.delete({ ...call, query, task });
					return { status: 200, headers: {}, body: present };
				},
				resultOf: (present, id) => (present as Set<number>).has(id),
			}),
	);
