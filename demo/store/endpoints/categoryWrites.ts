import {
	choice,
	fieldProblems,
	flag,
	sortOrder,
	text,
	whole,
	type FieldRules,
} from '../http/fieldRules.ts';
import { numberOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context } from '../http/routes.ts';
import type { CategoryRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { blankCategory } from './catalogueBlank.ts';
import { urlProblem } from './uploads.ts';

const LONG = 65_535;
/** Levels of categories, and categories of a store (category-trees_catalog.v3.yml). */
const DEEPEST = 8;
const MOST_CATEGORIES = 16_000;
const LONGEST_PATH = 255;

/** Fields that are written as they are sent. */
const PLAIN = {
	name: text(50, 1),
	description: text(LONG),
	views: whole(),
	sort_order: sortOrder,
	page_title: text(),
	meta_keywords: { is: 'texts' },
	meta_description: text(LONG),
	layout_file: text(50),
	image_url: text(),
	is_visible: flag,
	search_keywords: text(255),
	default_product_sort: choice(
		'use_store_settings',
		'featured',
		'newest',
		'best_selling',
		'alpha_asc',
		'alpha_desc',
		'avg_customer_review',
		'price_asc',
		'price_desc',
	),
} satisfies FieldRules;

const CATEGORY_FIELDS: FieldRules = {
	...PLAIN,
	tree_id: whole(0),
	parent_id: whole(0),
	url: { is: 'object' },
};

/** Why a row was not written, by its fields. */
export interface RowProblem {
	errors: Record<string, string>;
}

interface Place {
	tree_id: number;
	parent?: CategoryRecord;
}

const wrong = (field: string, reason: string): RowProblem => ({ errors: { [field]: reason } });

const parentOf = (state: StoreState, { parent_id }: CategoryRecord): CategoryRecord | undefined =>
	parent_id === 0 ? undefined : state.categories.get(parent_id);

function levelOf(state: StoreState, category: CategoryRecord | undefined): number {
	let level = 0;
	for (let at = category; at; at = parentOf(state, at)) level += 1;
	return level;
}

/** The category and all below it, from the top down. */
export function branchOf(state: StoreState, category: CategoryRecord): CategoryRecord[] {
	const branch = [category];
	for (const parent of branch) {
		for (const child of state.categories.values())
			if (child.parent_id === parent.category_id) branch.push(child);
	}
	return branch;
}

/** Below a parent, whose tree it shares, or at the top of a tree (category-trees_catalog.v3.yml). */
function placeOf(state: StoreState, row: JsonObject, own?: CategoryRecord): Place | RowProblem {
	const parentId = numberOf(row.parent_id) ?? own?.parent_id ?? 0;
	const treeId = numberOf(row.tree_id);
	if (parentId !== 0) {
		const parent = state.categories.get(parentId);
		if (!parent) return wrong('parent_id', `The category ${parentId} does not exist`);
		if (treeId !== undefined && treeId !== parent.tree_id)
			return wrong('tree_id', 'tree_id must be that of the parent');
		return { tree_id: parent.tree_id, parent };
	}
	const tree = state.trees.get(treeId ?? own?.tree_id ?? 0);
	if (tree) return { tree_id: tree.id };
	return treeId === undefined
		? wrong('tree_id', 'tree_id or parent_id is required')
		: wrong('tree_id', `The category tree ${treeId} does not exist`);
}

function placeProblem(
	state: StoreState,
	name: string,
	{ tree_id, parent }: Place,
	own?: CategoryRecord,
): RowProblem | undefined {
	const branch = own ? branchOf(state, own) : [];
	if (parent && branch.includes(parent))
		return wrong('parent_id', 'A category cannot be below itself');
	const height = own
		? Math.max(...branch.map((below) => levelOf(state, below))) - levelOf(state, own)
		: 0;
	if (levelOf(state, parent) + 1 + height > DEEPEST)
		return wrong('parent_id', `Categories go ${DEEPEST} levels deep at the most`);
	const parentId = parent?.category_id ?? 0;
	// Unique among its siblings, whatever the letters' case (category-trees_catalog.v3.yml).
	for (const other of state.categories.values())
		if (
			other !== own &&
			other.tree_id === tree_id &&
			other.parent_id === parentId &&
			other.name.toLowerCase() === name.toLowerCase()
		)
			return wrong('name', `The name ${name} is a duplicate among its siblings`);
	return undefined;
}

function urlOf(
	state: StoreState,
	row: JsonObject,
	treeId: number,
	own?: CategoryRecord,
): CategoryRecord['url'] | RowProblem | undefined {
	const sent = objectOf(row.url);
	const path = textOf(sent.path);
	if (path === undefined) return undefined;
	if (path === '' || path.length > LONGEST_PATH)
		return wrong('url', `url.path must be 1 to ${LONGEST_PATH} characters`);
	for (const other of state.categories.values())
		if (other !== own && other.tree_id === treeId && other.url.path === path)
			return wrong('url', 'url.path is taken');
	return { path, is_customized: sent.is_customized !== false };
}

/** The row as the record that would come of it; nothing is written yet. */
function drafted(
	{ state }: Context,
	row: JsonObject,
	own?: CategoryRecord,
): CategoryRecord | RowProblem {
	const errors = fieldProblems(row, CATEGORY_FIELDS, own ? [] : ['name']);
	if (Object.keys(errors).length > 0) return { errors };
	const image = textOf(row.image_url);
	const imageProblem = image ? urlProblem(image) : undefined;
	if (imageProblem) return wrong('image_url', `image_url ${imageProblem}`);
	const name = textOf(row.name) ?? own?.name ?? '';
	const place = placeOf(state, row, own);
	if ('errors' in place) return place;
	const problem = placeProblem(state, name, place, own);
	if (problem) return problem;
	const url = urlOf(state, row, place.tree_id, own);
	if (url && 'errors' in url) return url;
	const draft = own
		? { ...own, tree_id: place.tree_id, parent_id: place.parent?.category_id ?? 0 }
		: blankCategory(nextId(state, 'category'), name, place.tree_id, place.parent);
	if (url) draft.url = url;
	for (const field of Object.keys(PLAIN))
		if (row[field] !== undefined && row[field] !== null)
			Object.assign(draft, { [field]: row[field] });
	return draft;
}

export function createCategory(context: Context, row: JsonObject): CategoryRecord | RowProblem {
	const { state } = context;
	if (state.categories.size >= MOST_CATEGORIES)
		return wrong('name', `A store has at most ${MOST_CATEGORIES} categories`);
	const draft = drafted(context, row);
	if (!('errors' in draft)) state.categories.set(draft.category_id, draft);
	return draft;
}

export function updateCategory(context: Context, row: JsonObject): CategoryRecord | RowProblem {
	const { state } = context;
	const id = numberOf(row.category_id);
	if (id === undefined) return wrong('category_id', 'category_id is required');
	const own = state.categories.get(id);
	if (!own) return wrong('category_id', `The category ${id} does not exist`);
	const draft = drafted(context, row, own);
	if ('errors' in draft) return draft;
	Object.assign(own, draft);
	for (const below of branchOf(state, own)) below.tree_id = own.tree_id;
	return own;
}
