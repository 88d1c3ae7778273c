import type { FieldValues } from '../../store/catalog/products';
import type { Client } from '../../api/client';
import { ensureBrand } from '../../store/catalog/brands';
import { openTree, toNames } from '../../store/catalog/categoryPaths';
import { toTree } from '../../forms/categoryTreeField';
import type { Wants } from '../model/draftValues';
import { firstOf, type Draft } from '../model/draft';
import type { Settings } from '../model/draftItem';
import type { PublishIssue } from '../report/publishIssues';

export interface Classification {
	/** `brand_id` and `categories`, as far as the store has them. */
	body: FieldValues;
	/** What a preview would create first. */
	toCreate: { brand?: string; categories?: string[] };
	issues: PublishIssue[];
}

/** The category of a path; a single name that is not at the top may stand anywhere once. */
async function categoryId(
	client: Client,
	path: string,
	{ tree: chosen, create }: { tree: unknown; create: boolean },
): Promise<number | undefined> {
	const names = toNames(path, 'Categories');
	const tree = await openTree(client, toTree(chosen));
	const place = await tree.ensure(names, false);
	if (place) return place.id;
	const [only, another] = names.length === 1 ? tree.called(names[0] ?? '') : [];
	if (only !== undefined && another === undefined) return only;
	return create ? (await tree.ensure(names, true))?.id : undefined;
}

/** Brand and categories of a draft as ids: each is looked for once a run, and created once where that is asked for. */
export async function classify(
	client: Client,
	{ items }: Draft,
	wants: Wants,
	{ tree, createBrands, createCategories, preview }: Settings,
): Promise<Classification> {
	const classification: Classification = { body: {}, toCreate: {}, issues: [] };
	const brand = wants('brand') ? firstOf(items, 'brand') : undefined;
	if (brand !== undefined) {
		const create = createBrands === true;
		const id = await ensureBrand(client, brand, { create: create && !preview });
		if (id !== undefined) classification.body.brand_id = id;
		else if (create) classification.toCreate.brand = brand;
		else
			classification.issues.push({
				code: 'brandMissing',
				message: `The store has no brand "${brand}"; the product is without it`,
			});
	}
	const paths = wants('categories')
		? [...new Set(items.flatMap(({ categories }) => categories))]
		: [];
	const create = createCategories === true;
	const ids = await Promise.all(
		paths.map(async (path) => await categoryId(client, path, { tree, create: create && !preview })),
	);
	const missing = paths.filter((_path, at) => ids[at] === undefined);
	const found = [...new Set(ids.filter((id) => id !== undefined))];
	if (found.length > 0) classification.body.categories = found;
	if (missing.length > 0 && create) classification.toCreate.categories = missing;
	else
		for (const path of missing)
			classification.issues.push({
				code: 'categoryMissing',
				message: `The store has no category "${path}"; the product is not in it`,
			});
	return classification;
}
