import type { IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../api/inputError';
import { ColumnNames, type ColumnSource } from './columnNames';
import { attempt, readerOf, type Read } from './fieldKinds';
import { fromItem } from './fromItem';
import type { Column, Field } from './params';
import { defaultMatch } from './table';
import { asText, EmptyInputError, isBlank, isPlain, isUnknown, named } from './values';

type Json = Record<string, unknown>;

/** Names of an item's fields, as many as a person reads. */
const MOST_NAMED = 20;

export const namesOf = (keys: readonly string[]): string =>
	keys.length > MOST_NAMED
		? `${keys.slice(0, MOST_NAMED).join(', ')} and ${keys.length - MOST_NAMED} more`
		: keys.join(', ');

/** What the item has in the place of what it lacks. */
export const fieldsOfItem = (json: object = {}): string => {
	const keys = Object.keys(json);
	return keys.length > 0 ? `The item has ${namesOf(keys)}.` : 'The item has no fields.';
};

const BY_HAND =
	"set 'Mapping Column Mode' to 'Map Each Column Manually' and say which field of the item it is";

/** A row as its item gives it. */
class Row {
	readonly json: Json;
	/** What the form says for each column, where that is done by hand. */
	readonly byHand?: Json;
	private readonly table: TableReader;
	private all?: Json;

	constructor(table: TableReader, json: Json, byHand?: Json) {
		this.table = table;
		this.json = json;
		this.byHand = byHand;
	}

	get matchOn(): string {
		return this.table.matchOn;
	}

	get isByHand(): boolean {
		return this.byHand !== undefined;
	}

	get named(): string[] {
		return this.table.namedIn(this);
	}

	get values(): Json {
		this.all ??= this.table.valuesOf(this);
		return this.all;
	}

	only(names: Iterable<string>): Json {
		return this.table.cellsOf(this, names);
	}
}

/** Reads the rows of a table out of the items, each column to its kind. */
export class TableReader {
	private readonly field: Field & { columns: readonly Column[] };
	private readonly context: IExecuteFunctions;
	private readonly columns: Map<string, { column: Column; read: Read }>;
	private readonly names: ColumnNames;
	/** The column that rows are found by. */
	readonly matchOn: string;
	/** Whether an empty cell says something. */
	private readonly clearing: boolean;
	/** By hand each column has a value of its own. */
	private readonly byHand?: (index: number) => Json;
	/** Of each column the fields of items that were taken for it. */
	private readonly taken = new Map<string, Set<string>>();
	private readonly unread = new Set<string>();

	constructor(context: IExecuteFunctions, field: Field & { columns: readonly Column[] }) {
		this.context = context;
		this.field = field;
		const zone = context.getTimezone();
		this.columns = new Map(
			field.columns.map((column) => [column.name, { column, read: readerOf(column, 'row', zone) }]),
		);
		const { [field.name]: given, options }: Json = context.getNode().parameters;
		this.clearing = isPlain(options) && options.emptyCellsClear === true;
		const form = isPlain(given) ? given : {};
		this.matchOn = this.matchIn(form);
		this.names = new ColumnNames(field.columns, this.matchOn);
		if (form.mappingMode === 'defineBelow') this.byHand = this.valuesByHand(form.value);
	}

	private matchIn({ matchingColumns }: Json): string {
		const [chosen] = Array.isArray(matchingColumns) ? (matchingColumns as unknown[]) : [];
		const column = typeof chosen === 'string' ? this.columns.get(chosen)?.column : undefined;
		return column?.matches ? column.name : defaultMatch(this.field.columns);
	}

	private valuesByHand(given: unknown): (index: number) => Json {
		const own = fromItem(given);
		const items = this.context.getInputData();
		return (index) => {
			const values = own
				? own(items[index]?.json)
				: this.context.getNodeParameter(
						`${this.field.name}.value`,
						index,
						{},
						{
							skipValidation: true,
						},
					);
			return isPlain(values) ? values : {};
		};
	}

	read(index: number): Row {
		return new Row(this, this.context.getInputData()[index]?.json ?? {}, this.byHand?.(index));
	}

	/** The names of the columns that the row has a value for. */
	namedIn({ json, byHand }: Row): string[] {
		const isSaid = (name: string, values: unknown[]) => {
			const column = this.columns.get(name)?.column;
			return column && values.some((value) => !isEmpty(column, value));
		};
		if (byHand) return Object.keys(byHand).filter((name) => isSaid(name, [byHand[name]]));
		return [...this.names.in(json).sources].flatMap(([name, { first, others }]) =>
			isSaid(
				name,
				[...first, ...others].map((key) => json[key]),
			)
				? [name]
				: [],
		);
	}

	/** What the row says in all columns. */
	valuesOf(row: Row): Json {
		const values = this.cellsOf(row, this.columns.keys());
		const isWritten = ({ name }: Column) => name in values;
		if (this.field.needsValue && !this.written().some(isWritten)) throw this.nothingIn(row.json);
		return values;
	}

	cellsOf(row: Row, names: Iterable<string>): Json {
		const cell = this.cellReader(row);
		const values: Json = {};
		for (const name of names) {
			const known = this.columns.get(name);
			if (!known) continue;
			const { column, read } = known;
			const value = cell(name);
			if (!isEmpty(column, value)) {
				const isAside = column.matches && !column.clears && name !== this.matchOn;
				const said = isAside ? ifReadable(read, value) : read(value);
				if (said !== undefined) values[name] = said;
			} else if (column.required || name === this.matchOn) throw this.emptyIn(column, row.json);
			else if (this.clearing && column.clears && value !== undefined) values[name] = null;
		}
		return values;
	}

	/** By hand, or by the columns that the names of the item's fields say. */
	private cellReader({ json, byHand }: Row): (name: string) => unknown {
		if (byHand) return (name) => byHand[name];
		const { sources, unread } = this.names.in(json);
		for (const key of unread) this.unread.add(key);
		return (name) => {
			const source = sources.get(name);
			if (!source) return undefined;
			const key = this.keyIn(json, name, source);
			const taken = this.taken.get(name);
			if (taken) taken.add(key);
			else this.taken.set(name, new Set([key]));
			return json[key];
		};
	}

	/** The columns that say what to write. */
	private written(): Column[] {
		return this.field.columns.filter(({ matches, identifies }) => !matches && !identifies);
	}

	private keyIn(json: Json, name: string, { first, others }: ColumnSource): string {
		const said = (keys: string[]) => keys.filter((key) => !isBlank(json[key]));
		const [before] = said(first);
		if (before !== undefined) return before;
		const [one, ...more] = said(others);
		if (one === undefined) return [...others, ...first][0] as string;
		const other = more.find((key) => !isSame(json[one], json[key]));
		if (other === undefined) return one;
		const label = this.labelOf(name);
		throw new InputError(
			`'${label}' is given twice: ${one} says ${named(json[one])}, ${other} says ${named(json[other])}`,
			`Remove one of the two from the item, or ${BY_HAND}.`,
		);
	}

	private labelOf(name: string): string {
		return this.columns.get(name)?.column.displayName ?? name;
	}

	private emptyIn({ displayName: label, name, emptyAdvice = '' }: Column, json: Json): InputError {
		const other = this.field.columns.some(({ matches }) => matches && name === this.matchOn)
			? ", choose another 'Column to Match On'"
			: '';
		const advice = this.byHand
			? `Give '${label}' a value.`
			: `Call the field of the item ${label}${other}, or ${BY_HAND}.`;
		return new EmptyInputError(
			label,
			[emptyAdvice, fieldsOfItem(json), advice].filter(Boolean).join(' '),
		);
	}

	private nothingIn(json: Json): InputError {
		const known = this.written();
		return new InputError(
			'The item says nothing to write',
			`${fieldsOfItem(json)} Columns that are written: ${namesOf(known.map(({ displayName }) => displayName))}. Where yours have other names, ${BY_HAND}.`,
		);
	}

	/** What was taken for what, for a person who looks at the result. */
	note(): string | undefined {
		if (this.byHand || this.taken.size + this.unread.size === 0) return undefined;
		const read = [...this.taken].map(([name, keys]) => {
			const label = this.labelOf(name);
			const others = [...keys].filter((key) => key !== label && key !== name);
			return others.length > 0 ? `${label} from ${namesOf(others)}` : label;
		});
		const taken = read.length > 0 ? `Columns read: ${read.join('; ')}.` : 'No column was read.';
		const left = this.unread.size > 0 ? ` Not read: ${namesOf([...this.unread])}.` : '';
		return taken + left;
	}
}

/** What a row could be found by as well, and is not: whatever it holds, it is in nobody's way. */
function ifReadable(read: Read, value: unknown): unknown {
	const outcome = attempt(() => read(value));
	if (!('error' in outcome)) return outcome.value;
	if (outcome.error instanceof InputError) return undefined;
	throw outcome.error;
}

/** An empty list of JSON says that there shall be none. */
const isEmpty = ({ type }: Column, value: unknown) =>
	isBlank(value) && !(type === 'json' && Array.isArray(value));

/** `12` and `"12 "` say the same. */
function isSame(one: unknown, other: unknown): boolean {
	if (typeof one === 'object' || typeof other === 'object')
		return JSON.stringify(one) === JSON.stringify(other);
	const [a, b] = [asText(one, ''), asText(other, '')];
	return a === b || (!isUnknown(one) && Number(a) === Number(b));
}
