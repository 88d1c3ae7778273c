import type { Locator } from '../../operation/params';
import { asText, idOf, textsOf, toId } from '../../operation/values';
import type { CategoryAssignment } from '../../store/catalog/categoryAssignments';
import { TOP, toNames } from '../../store/catalog/categoryPaths';
import type { CategoryRef } from '../../store/catalog/categoryRefs';
import { toTree } from '../../forms/categoryTreeField';

export function toCategoryRef({ by, value }: Locator, tree: unknown, label: string): CategoryRef {
	return by === 'path'
		? { names: toNames(String(value), label), tree: toTree(tree) }
		: { id: toId(value, label) };
}

/** As `toCategoryRef`; no category at all, or 0, is the top of the tree. */
export const toParent = (locator: Locator, tree: unknown): CategoryRef =>
	locator.value === 0 ? { id: TOP } : toCategoryRef(locator, tree, 'Parent Category');

/** The product and the category of an item of Assign and Remove Products. */
export const categoryAssignmentOf = ({
	category,
	product,
	tree,
}: Record<'category' | 'product', Locator> & { tree: unknown }): CategoryAssignment => ({
	product: idOf(product, 'Product'),
	category: toCategoryRef(category, tree, 'Category'),
});

/** A path, also as the list of its names that an expression may give. */
export const namesOrPath = (given: unknown): string | string[] =>
	Array.isArray(given) ? textsOf(given, ',', 'Path') : asText(given, 'Path');
