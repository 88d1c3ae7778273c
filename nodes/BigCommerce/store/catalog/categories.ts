import type { Client } from '../../api/client';
import { BigCommerceError, refused } from '../../api/errors';
import { idChunks } from '../../api/idChunks';
import type { Collection } from '../../api/pagination';
import { readOrWalk } from '../../api/readOrWalk';
import { rowsIn, type Answer } from '../../api/answers';
import { InputError } from '../../api/inputError';
import { findByName } from '../byName';
import { createOrFind } from '../records';

/** A category as the trees' API gives it (category-trees_catalog.v3.yml). */
export interface Category {
	category_id: number;
	category_uuid: string;
	tree_id: number;
	/** 0 at the top of a tree. */
	parent_id: number;
	name: string;
	description: string;
	views: number;
	sort_order: number;
	page_title: string;
	meta_keywords: string[];
	meta_description: string;
	layout_file: string;
	image_url: string;
	is_visible: boolean;
	search_keywords: string;
	default_product_sort: string;
	url: { path: string; is_customized: boolean };
}

/** A category as it is output: with its path where that was asked for. */
export type CategoryOutput = Category & { path?: string; action?: string };

export const simplifyCategory = (category: CategoryOutput) => ({
	id: category.category_id,
	name: category.name,
	...(category.path !== undefined && { path: category.path }),
	treeId: category.tree_id,
	parentId: category.parent_id,
	isVisible: category.is_visible,
	url: category.url?.path,
	description: category.description,
	pageTitle: category.page_title,
	sortOrder: category.sort_order,
	defaultProductSort: category.default_product_sort,
	imageUrl: category.image_url,
	...(category.action && { action: category.action }),
});

export type NewCategory = Partial<Category> & Pick<Category, 'name' | 'tree_id' | 'parent_id'>;

export const categories: Collection = {
	path: '/v3/catalog/trees/categories',
	paging: 'v3',
	pageSize: 250,
	task: 'list the categories',
	scope: 'products:read',
};

/** Longest name (category-trees_catalog.v3.yml). */
const LONGEST = 50;

export function checkCategoryName(text: string, label = 'Name'): string {
	const name = text.trim();
	if (name !== '' && name.length <= LONGEST) return name;
	throw new InputError(
		name
			? `'${label}' holds "${name}", which has ${name.length} characters`
			: `'${label}' is empty`,
		`The name of a category has 1 to ${LONGEST} characters, such as Coffee.`,
	);
}

export const noSuchCategory = (id: number) =>
	new BigCommerceError({
		task: `find the category ${id}`,
		status: 404,
		title: 'The store has no such category',
	});

/** The trees' API has no read of a single category: they are asked for by filter, many at a time. */
export async function readCategories(
	client: Client,
	ids: Iterable<number>,
): Promise<Map<number, Category>> {
	const wanted = new Set(ids);
	const found = new Map<number, Category>();
	if (wanted.size === 0) return found;
	const task = wanted.size === 1 ? `read the category ${[...wanted][0]}` : 'read the categories';
	await readOrWalk<Category>(
		client,
		{ ...categories, task },
		{
			filters: idChunks(wanted).map((chunk) => ({ 'category_id:in': chunk })),
			take: (category) => {
				if (wanted.has(category.category_id)) found.set(category.category_id, category);
			},
		},
	);
	return found;
}

export async function readCategory(client: Client, id: number): Promise<Category> {
	const category = (await readCategories(client, [id])).get(id);
	if (category) return category;
	throw noSuchCategory(id);
}

/** The category of this name right below a parent. */
const findSibling = async (client: Client, { name, tree_id, parent_id }: NewCategory) =>
	await findByName<Category>(
		client,
		{ ...categories, task: `look for the category ${name}` },
		name,
		{ 'tree_id:in': [tree_id], 'parent_id:in': [parent_id] },
	);

/** The first of a list of one; a partial answer without it is a refusal: a 207 has `errors` beside `data`. */
function onlyOne(answer: Answer, task: string): Category | undefined {
	const [category] = rowsIn<Category>(answer.body);
	if (category?.category_id !== undefined) return category;
	if (answer.status === 207) throw refused(answer.status, answer.body, { task });
	return undefined;
}

export async function createCategory(client: Client, body: NewCategory): Promise<Category> {
	const task = `create the category ${body.name}`;
	return await client.create<Category>({
		path: categories.path,
		body: [body],
		task,
		scope: 'products:modify',
		find: async () => await findSibling(client, body),
		read: (answer) => onlyOne(answer, task),
	});
}

/** A name is unique among its siblings; the file does not say with which status a double is refused. */
const CLASHES = new Set([207, 400, 409, 422]);

/** Creates the category, or answers the sibling of the same name that somebody made meanwhile. */
export const ensureCategory = async (client: Client, body: NewCategory) =>
	await createOrFind(
		async () => await createCategory(client, body),
		async () => await findSibling(client, body),
		CLASHES,
	);
