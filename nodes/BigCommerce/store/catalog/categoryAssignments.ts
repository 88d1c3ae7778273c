import type { Client } from '../../api/client';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import { locateCategory, type CategoryRef } from './categoryRefs';
import {
	assignProductsTo,
	removeProductsFrom,
	type AssignmentKind,
	type WriteAssignments,
} from './productAssignments';

const categoryAssignments: AssignmentKind = {
	path: '/v3/catalog/products/category-assignments',
	field: 'category_id',
	name: 'categoryId',
	noun: 'category',
	nouns: 'categories',
};

/** A product, and the category that it is put into or taken out of. */
export interface CategoryAssignment {
	product: number;
	category: CategoryRef;
}

/** Writes once it is known which category each item means. */
const withLocated =
	(write: WriteAssignments) =>
	async (
		client: Client,
		assignments: readonly CategoryAssignment[],
	): Promise<Array<Outcome<object>>> =>
		await writeMany(client, assignments, {
			prepare: async ({ product, category }) => ({
				product,
				to: await locateCategory(client, category),
			}),
			write: async (located) => await write(client, located),
		});

export const assignToCategories = withLocated(assignProductsTo(categoryAssignments));
export const removeFromCategories = withLocated(removeProductsFrom(categoryAssignments));
