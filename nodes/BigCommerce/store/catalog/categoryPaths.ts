import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import { sameName } from '../byName';
import { ensureCategory, checkCategoryName, type Category } from './categories';
import { readTree, treeIdOf, type TreeNode } from './categoryTrees';

/** Names from the top down, as in `Shop/Kitchen/Coffee`; a slash within a name is written `\/`. */
export function toNames(path: string | readonly string[], label = 'Path'): string[] {
	const parts = typeof path === 'string' ? path.split(/(?<!\\)\//) : path;
	const names = parts.map((part) => part.replaceAll('\\/', '/').trim()).filter(Boolean);
	if (names.length > 0) return names.map((name) => checkCategoryName(name, label));
	throw new InputError(
		`'${label}' is empty`,
		`Give '${label}' the names from the top down, as in Shop/Kitchen/Coffee.`,
	);
}

export const toPath = (names: readonly string[]) =>
	names.map((name) => name.replaceAll('/', '\\/')).join('/');

/** What a tree's root counts as: the parent of its topmost categories. */
export const TOP = 0;

interface KnownCategory {
	id: number;
	name: string;
}

/** Fields of a category beyond its name and place. */
export type CategoryDetails = Partial<Omit<Category, 'name' | 'tree_id' | 'parent_id'>>;

const isSame = (one: CategoryDetails, other: CategoryDetails) =>
	JSON.stringify(one) === JSON.stringify(other);

export interface CategoryPlace {
	id: number;
	/** The record, where it was created just now. */
	created?: Category;
}

/** One category tree as far as a run needs it: read once, and kept up with what the run creates. */
class CategoryTree {
	readonly id: number;

	private readonly client: Client;
	private readonly children = new Map<number, KnownCategory[]>();
	private readonly names = new Map<number, string[]>();
	private readonly underWay = new Map<
		string,
		{ creation: Promise<CategoryPlace>; details: CategoryDetails }
	>();

	constructor(client: Client, id: number, nodes: TreeNode[]) {
		this.client = client;
		this.id = id;
		this.add(nodes, TOP, []);
	}

	/** The names from the top down to a category of this tree. */
	namesOf(id: number): string[] | undefined {
		return this.names.get(id);
	}

	/** All categories of this name, wherever in the tree they stand. */
	called(name: string): number[] {
		return [...this.names].flatMap(([id, names]) =>
			sameName(names.at(-1) ?? '', name) ? [id] : [],
		);
	}

	/** The category at the end of a path; undefined where a part is missing and none shall be created. */
	async ensure(names: readonly string[], create: boolean): Promise<CategoryPlace | undefined> {
		let place: CategoryPlace | undefined = { id: TOP };
		for (const name of names) {
			place = await this.below(place.id, name, create);
			if (!place) return undefined;
		}
		return place;
	}

	/** The category of this name right below a parent, created with `details` where it is missing. */
	async below(
		parent: number,
		name: string,
		create: boolean,
		details: CategoryDetails = {},
	): Promise<CategoryPlace | undefined> {
		const found = this.children.get(parent)?.find((child) => sameName(child.name, name));
		if (found) return { id: found.id };
		const key = `${parent} ${name.toLowerCase()}`;
		const underWay = this.underWay.get(key);
		if (underWay) {
			const [creation] = await Promise.allSettled([underWay.creation]);
			if (creation.status === 'fulfilled') return { id: creation.value.id };
			// What one was refused for need not be wrong with the other.
			if (isSame(underWay.details, details)) throw creation.reason;
			return await this.below(parent, name, create, details);
		}
		if (!create) return undefined;
		const creation = this.create(parent, name, details);
		this.underWay.set(key, { creation, details });
		try {
			return await creation;
		} finally {
			this.underWay.delete(key);
		}
	}

	/** A category that was not there when the tree was read. */
	note({ category_id: id, name, parent_id }: Category): void {
		if (this.names.has(id)) return;
		this.add([{ id, name, parent_id }], parent_id, this.names.get(parent_id) ?? []);
	}

	private async create(
		parent: number,
		name: string,
		details: CategoryDetails,
	): Promise<CategoryPlace> {
		const body = { ...details, name, tree_id: this.id, parent_id: parent };
		const { record, created } = await ensureCategory(this.client, body);
		this.note({ ...record, parent_id: parent });
		const id = record.category_id;
		return created ? { id, created: record } : { id };
	}

	private add(nodes: TreeNode[], parent: number, above: string[]): void {
		const siblings = this.children.get(parent) ?? [];
		this.children.set(parent, siblings);
		for (const { id, name, children = [] } of nodes) {
			siblings.push({ id, name });
			const names = [...above, name];
			this.names.set(id, names);
			this.add(children, id, names);
		}
	}
}

const opened = (client: Client) =>
	client.once('category trees', () => new Map<number, Promise<CategoryTree>>());

/** A tree, read once a run. */
export async function openTree(client: Client, tree?: number): Promise<CategoryTree> {
	const id = await treeIdOf(client, tree);
	const trees = opened(client);
	const open =
		trees.get(id) ?? readTree(client, id).then((nodes) => new CategoryTree(client, id, nodes));
	trees.set(id, open);
	return await open;
}

/** Lets later items of the run find a category by its path that an earlier one created. */
export async function noteCreated(client: Client, category: Category): Promise<void> {
	const tree = opened(client).get(category.tree_id);
	// A tree that cannot be read is the trouble of those who asked for it.
	await tree?.then((one) => one.note(category)).catch(() => undefined);
}

/** Categories have other names or places now: their trees are read again by who asks for a path. */
export const forgetTrees = (client: Client) => opened(client).clear();
