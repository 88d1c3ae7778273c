import type { Client } from '../../api/client';
import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import { perRun } from '../../api/perRun';
import { createCategory, simplifyCategory, toCategoryName, type Category } from './categories';
import { additionalFields, categoryBody, nameField } from './fields';
import { parentCategoryLocator } from '../locators/category';
import { treeField } from './treeField';
import { noteCreated } from './path';
import { placeBelow, toParent, type Where } from './where';

/** Creations of a run that are under way. */
const underWay = perRun(() => new Set<Promise<Category>>());

/** Begins a creation, which is told of those that earlier items began. */
async function inTurn(
	client: Client,
	begin: (earlier: ReadonlyArray<Promise<Category>>) => Promise<Category>,
): Promise<Category> {
	const all = underWay(client);
	const creation = begin([...all]);
	all.add(creation);
	try {
		return await creation;
	} finally {
		all.delete(creation);
	}
}

/** Where the category goes; a path that is not there may be what an earlier item is about to create. */
async function placed(
	client: Client,
	parent: Where,
	tree: unknown,
	earlier: ReadonlyArray<Promise<Category>>,
) {
	const [place] = await Promise.allSettled([placeBelow(client, parent, tree)]);
	if (place.status === 'fulfilled') return place.value;
	if (parent.names === undefined || earlier.length === 0) throw place.reason;
	await Promise.allSettled(earlier);
	return await placeBelow(client, parent, tree);
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a category',
	description: 'Create a category at the top of a tree or below another category',
	scope: 'products:modify',
	fields: [
		...nameField,
		...parentCategoryLocator,
		...treeField,
		...additionalFields,
		...simplifyField,
	],
	simplify: simplifyCategory,
	// Without the place: it can be named in several ways.
	target: ({ name }) => name,
	run: async ({ client, params: { additionalFields, parent, tree, ...given } }) => {
		const name = toCategoryName(given.name);
		const body = categoryBody(additionalFields);
		return await inTurn(client, async (earlier) => {
			const place = await placed(client, toParent(parent, tree), tree, earlier);
			const category = await createCategory(client, { ...body, name, ...place });
			await noteCreated(client, category);
			return category;
		});
	},
});
