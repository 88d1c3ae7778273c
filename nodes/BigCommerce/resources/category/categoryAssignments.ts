import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import type { GivenMany, Output } from '../../operation/define';
import type { Locator } from '../../operation/params';
import { idOf } from '../../operation/values';
import type { AssignmentKind, WriteAssignments } from '../../store/catalog/productAssignments';
import { locateCategory, type CategoryRef } from '../../store/catalog/categoryRefs';
import { toCategoryRef } from './chosenCategory';

export const categoryAssignments: AssignmentKind = {
	path: '/v3/catalog/products/category-assignments',
	field: 'category_id',
	name: 'categoryId',
	noun: 'category',
	nouns: 'categories',
};

interface Wanted {
	product: number;
	category: CategoryRef;
}

export const assignmentOf = ({
	category,
	product,
	tree,
}: Record<'category' | 'product', Locator> & { tree: unknown }): Wanted => ({
	product: idOf(product, 'Product'),
	category: toCategoryRef(category, tree, 'Category'),
});

/** Writes once it is known which category each item means. */
export const withLocated =
	(write: WriteAssignments) =>
	async ({ records, run: { client } }: GivenMany<Wanted>): Promise<Array<Outcome<Output>>> =>
		await writeMany(client, records, {
			prepare: async ({ product, category }) => ({
				product,
				to: await locateCategory(client, category),
			}),
			write: async (assignments) => await write(client, assignments),
		});
