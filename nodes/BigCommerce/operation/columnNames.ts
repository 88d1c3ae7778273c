import type { Column } from './params';

/** `Retail Price (MSRP)`, `retail_price_msrp` and `retailPriceMsrp` are one name. */
export const spelled = (name: string) =>
	name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** `Price (USD)` names a price. */
function withoutUnit(name: string): string {
	const bracket = name.search(/[([]/);
	return bracket > 0 ? name.slice(0, bracket) : name;
}

/** The fields of an item that say one column of a table. */
export interface ColumnSource {
	/** They count before the others, in this order. */
	first: string[];
	others: string[];
}

export interface ItemColumns {
	sources: ReadonlyMap<string, ColumnSource>;
	/** Fields of the item that are no column of the table. */
	unread: readonly string[];
}

/** Items of a run mostly have the same fields; so many sets of fields are remembered. */
const MOST_REMEMBERED = 100;

/** Knows which field of an item is which column of a table, by the names that people give them. */
export class ColumnNames {
	private readonly first = new Map<string, string>();
	private readonly known = new Map<string, string>();
	private readonly remembered = new Map<string, ItemColumns>();

	/** What counts first for a column that rows can be found by does so where they are found by it. */
	constructor(columns: readonly Column[], matchOn?: string) {
		for (const { name, displayName, firstNamed = [], matches } of columns) {
			const own = [name, displayName];
			const first = matches && name !== matchOn && firstNamed.length > 0 ? own : firstNamed;
			for (const one of first) this.first.set(spelled(one), name);
			for (const one of own) this.known.set(spelled(one), name);
		}
		for (const { name, alsoNamed = [], firstNamed = [] } of columns)
			for (const other of [...firstNamed, ...alsoNamed])
				if (!this.known.has(spelled(other))) this.known.set(spelled(other), name);
	}

	in(json: object): ItemColumns {
		const keys = Object.keys(json);
		const id = keys.join('\n');
		const before = this.remembered.get(id);
		if (before) return before;
		const found = this.find(keys);
		if (this.remembered.size < MOST_REMEMBERED) this.remembered.set(id, found);
		return found;
	}

	private find(keys: readonly string[]): ItemColumns {
		const sources = new Map<string, ColumnSource>();
		const unread: string[] = [];
		for (const key of keys) {
			const first = this.first.get(spelled(key));
			const column = first ?? this.columnOf(key);
			if (column === undefined) {
				unread.push(key);
				continue;
			}
			const source = sources.get(column) ?? { first: [], others: [] };
			(first === undefined ? source.others : source.first).push(key);
			sources.set(column, source);
		}
		return { sources, unread };
	}

	private columnOf(key: string): string | undefined {
		return this.known.get(spelled(key)) ?? this.known.get(spelled(withoutUnit(key)));
	}
}
