import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** What this node says of a field beyond what n8n knows; `describe.ts` takes it out of the form. */
interface FieldRules {
	/**
	 * What a field of text, or a list out of the store, stands for: an ID, a number, several of them, or (`any`) whatever an
	 * expression gives. Of a date
	 * the day alone, as it is where it was written; of a picker several IDs.
	 */
	as?: 'day' | 'id' | 'ids' | 'integer' | 'number' | 'texts' | 'any';
	/** It narrows what is read, though it is no part of Filters: left alone it means all, an expression never does. */
	narrows?: true;
	/** A value that is none of the choices is taken as it is. */
	allowOther?: true;
	/** In an update, an empty text or list empties what the store has. Null and a missing value never do. */
	clears?: true;
	/** The ID 0 of a picker says that there shall be no record. */
	orNone?: true;
	/** A date without a time means that day in the workflow's time zone: its start or its end. */
	day?: 'start' | 'end';
	/** What to do where a value that must be given comes out empty. */
	emptyAdvice?: string;
	/** The most characters that BigCommerce takes. */
	maxLength?: number;
	/** What JSON or a text has to look like; what it answers is the value. */
	check?: (given: unknown, label: string) => unknown;
	/** The columns of a table that the operation reads row by row. */
	columns?: readonly Column[];
	/** The fields that a collection offers first, before the alphabet. */
	listedFirst?: readonly string[];
	/** A row without a value for any column but the one that it is found by is refused. */
	needsValue?: true;
}

/** A column of a table, kept as the literal that was written. */
export interface Column extends Omit<Field, 'columns'> {
	/** A row's record can be found by it; the first such column of a table is the one unless the form says another. */
	matches?: true;
	/** It says which record a row is about, and is nothing to write. */
	identifies?: true;
	/** Other names that tables have for it; case, spaces and signs make no difference. */
	alsoNamed?: readonly string[];
	/** Names that count for it before its own. */
	firstNamed?: readonly string[];
}

type Group = Omit<INodePropertyCollection, 'values'> & { values: Field[] };

/** A field as n8n knows it, kept as the literal that was written. */
export type Field = Omit<INodeProperties, 'options'> &
	FieldRules & { options?: Array<Field | INodePropertyOptions | Group> };

/** What was picked in a resource locator, and in which of its ways. */
export interface Locator {
	by: string;
	value: string | number;
}

/** What was picked in a resource locator of which every way names a record by its ID. */
export interface PickedId {
	by: string;
	value: number;
}

/**
 * What `run` receives for a list of n8n fields: `params.filters.code` is a string because the field says so, and a
 * misspelt name does not compile. A collection holds only the fields that were added to it and came out with a value.
 */
export type ParamsOf<Fields extends readonly unknown[]> = {
	[Field in Fields[number] as NameOf<Field>]: ValueOf<Field>;
};

type NameOf<Field> = Field extends { type: 'notice' }
	? never
	: Field extends { name: infer Name extends string }
		? Name
		: never;

/** Kinds that have no empty value of their own; a required field and one of a collection are never empty. */
type Maybe<Field, Value> = Field extends { required: true } ? Value : Value | undefined;

interface Texts {
	id: number;
	ids: number[];
	integer: number;
	number: number;
	texts: string[];
	any: unknown;
}

/** What the cells of a row say. An emptied cell of a column that `clears` is null. */
type CellsOf<Columns extends readonly unknown[]> = {
	[Column in Extract<Columns[number], { required: true }> as NameOf<Column>]: ValueOf<Column>;
} & {
	[Column in Exclude<Columns[number], { required: true }> as NameOf<Column>]?:
		Exclude<ValueOf<Column>, undefined> | (Column extends { clears: true } ? null : never);
};

/** A row of a table. Its cells are read when they are asked for: what nobody needs may hold anything. */
export interface TableRow<Columns extends readonly unknown[] = readonly Column[]> {
	/** The column that its record is found by. */
	readonly matchOn: NameOf<Extract<Columns[number], { matches: true }>>;
	/** Whether each column was given a value of its own in the form. */
	readonly isByHand: boolean;
	/** The names of the columns that it has a value for. */
	readonly named: ReadonlyArray<NameOf<Columns[number]>>;
	readonly values: CellsOf<Columns>;
	/** What it says in some of the columns alone. */
	only: <Name extends NameOf<Columns[number]>>(
		names: Iterable<Name>,
	) => Pick<CellsOf<Columns>, Name & keyof CellsOf<Columns>>;
}

type ValueOf<Field> = Field extends { columns: infer Columns extends readonly unknown[] }
	? TableRow<Columns>
	: Field extends { type: 'string'; check: (...given: never[]) => infer Value }
		? Maybe<Field, Value>
		: Field extends {
					type: 'string' | 'options' | 'multiOptions';
					as: infer As extends keyof Texts;
			  }
			? As extends 'id' | 'integer' | 'number'
				? Maybe<Field, Texts[As]>
				: Texts[As]
			: Field extends { type: 'string' | 'hidden' }
				? string
				: Field extends { type: 'dateTime' }
					? Maybe<
							Field,
							Field extends { as: 'day' }
								? string
								: Field extends { clears: true }
									? Date | null
									: Date
						>
					: Field extends { type: 'resourceLocator' }
						? Field extends { clears: true }
							? LocatorOf<Field>
							: Maybe<Field, LocatorOf<Field>>
						: Field extends { type: 'number' }
							? number
							: Field extends { type: 'boolean' }
								? boolean
								: Field extends { type: 'json' }
									? Field extends { check: (...given: never[]) => infer Value }
										? Maybe<Field, Value>
										: unknown
									: Field extends { type: 'multiOptions' }
										? Array<ChoiceOf<Field>>
										: Field extends { type: 'options' }
											? ChoiceOf<Field>
											: Field extends {
														type: 'collection';
														options: infer Options extends readonly unknown[];
												  }
												? Added<Options>
												: Field extends {
															type: 'fixedCollection';
															options: infer Groups extends readonly unknown[];
													  }
													? GroupsOf<
															Groups,
															Field extends { typeOptions: { multipleValues: true } } ? true : false
														>
													: unknown;

type ChoiceOf<Field> = Field extends { allowOther: true }
	? string | number
	: Field extends { options: ReadonlyArray<{ value: infer Value }> }
		? Value
		: string | number;

type LocatorOf<Field> = Field extends { as: 'ids' }
	? { by: string; value: number[] }
	: Field extends { modes: ReadonlyArray<{ name: infer Mode extends string }> }
		? string extends Mode
			? Locator
			: Mode extends 'list' | 'id' | 'url'
				? { by: Mode; value: number }
				: { by: Mode; value: string }
		: Locator;

type Added<Options extends readonly unknown[]> = {
	[Field in Options[number] as NameOf<Field>]?: Exclude<ValueOf<Field>, undefined>;
};

type GroupsOf<Groups extends readonly unknown[], Many extends boolean> = {
	[Group in Groups[number] as NameOf<Group>]?: Group extends {
		values: infer Values extends readonly unknown[];
	}
		? Many extends true
			? Array<RowOf<Values>>
			: RowOf<Values>
		: never;
};

/** A switch that an expression leaves empty is neither on nor off. */
type RowOf<Fields extends readonly unknown[]> = {
	[Field in Fields[number] as NameOf<Field>]: Field extends { type: 'boolean' }
		? boolean | undefined
		: ValueOf<Field>;
};
