import { InputError } from '../../api/inputError';
import type { Locator } from '../../operation/params';
import { asText, textsOf, toId } from '../../operation/values';
import { TOP, toNames } from '../../store/catalog/categoryPaths';
import type { CategoryRef } from '../../store/catalog/categoryRefs';
import { toTree } from '../shared/categoryTreeField';

export function toCategoryRef({ mode, value }: Locator, tree: unknown, label: string): CategoryRef {
	return mode === 'path'
		? { names: toNames(value, label), tree: toTree(tree) }
		: { id: toId(value, label) };
}

/** As `toCategoryRef`; no category at all, or 0, is the top of the tree. */
export const toParent = (locator: Locator, tree: unknown): CategoryRef =>
	['', '0'].includes(locator.value) ? { id: TOP } : toCategoryRef(locator, tree, 'Parent Category');

/** Where a category is moved to: the top must be chosen, an ID or a path that an expression left empty is none. */
export function toNewParent(locator: Locator, tree: unknown): CategoryRef {
	if (locator.mode === 'list' || locator.value !== '') return toParent(locator, tree);
	throw new InputError(
		"'Parent Category' is empty",
		"Give it the ID 0 for the top of the tree, or remove it from 'Update Fields' to leave the category where it is.",
	);
}

/** A path, also as the list of its names that an expression may give. */
export const namesOrPath = (given: unknown): string | string[] =>
	Array.isArray(given) ? textsOf(given, ',', 'Path') : asText(given, 'Path');
