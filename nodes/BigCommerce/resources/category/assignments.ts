import type { Outcome } from '../../api/batch';
import type { Client } from '../../api/client';
import { goOn, outcomesOf } from '../../api/outcomes';
import type { Begun, Output } from '../../operation/define';
import type { Locator } from '../../operation/params';
import { idOf } from '../../operation/values';
import type { Assignment, AssignmentKind } from '../../store/catalog/productAssignments';
import { locate, toWhere, type Where } from './where';

export const categoryAssignments: AssignmentKind = {
	path: '/v3/catalog/products/category-assignments',
	field: 'category_id',
	name: 'categoryId',
	noun: 'category',
	nouns: 'categories',
};

interface Wanted {
	product: number;
	category: Where;
}

export const assignmentOf = ({
	category,
	product,
	tree,
}: Record<'category' | 'product', Locator> & { tree: unknown }): Wanted => ({
	product: idOf(product, 'Product'),
	category: toWhere(category, tree, 'Category'),
});

/** As the work goes on once it is known which category is meant. */
export const withLocated =
	(
		begin: (given: { client: Client }) => (pairs: Assignment[]) => Promise<Array<Outcome<Output>>>,
	) =>
	({ client }: Begun) => {
		const carryOut = begin({ client });
		return async (items: Wanted[]): Promise<Array<Outcome<Output>>> =>
			await goOn(
				await outcomesOf(items, async ({ product, category }) => ({
					product,
					to: await locate(client, category),
				})),
				carryOut,
			);
	};
