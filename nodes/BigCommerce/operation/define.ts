import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../api/outcomes';
import type { Client } from '../api/client';
import type { RecordName } from '../api/recordOrder';
import type { ScopeNeed } from '../api/scopes';
import type { InputFile } from './inputFile';
import type { Memory } from './memory';
import type { Field, ParamsOf } from './params';

/** One output record: plain JSON. */
export type Output = object;

/** An input item. */
export interface Item extends INodeExecutionData {
	/** Position among the input items; results and errors are handed back by it. */
	index: number;
}

/** An input item, and what the form says for it. */
export interface Row<Params> {
	params: Params;
	item: Item;
}

/** Where a run is, for marks that it leaves outside of n8n. */
export interface RunPlace {
	workflowId: string;
	nodeId: string;
	/** This run of the node in this execution; the same when n8n tries it once more. */
	run: string;
}

/** One run of an operation, whatever the number of its items. */
export interface Run {
	readonly client: Client;
	/** Ends a long work between two steps when the execution was cancelled. */
	signal?: AbortSignal;
	memory: Memory;
	/** What is made or looked up once and serves all items. */
	once: <Value>(name: string, make: () => Value) => Value;
	/** A note for the output panel, such as what was left out and why. */
	hint: (message: string) => void;
	/** A line for n8n's log, where a cancelled execution has no output to say it. */
	warn: (message: string) => void;
	place: RunPlace;
	/** Reads the item's file of that name; an item without it fails. */
	file: (item: Item, field: string) => Promise<InputFile>;
	/**
	 * Answers which of the keys are new and not yet given to another item, in their order, up to `atMost`. n8n remembers
	 * what was claimed when the whole run has succeeded.
	 */
	claim: (item: Item, keys: string[], atMost?: number) => Promise<Set<string>>;
}

/** What an operation that answers item by item is given. */
export interface Given<Params> extends Row<Params> {
	run: Run;
}

/** What an operation that takes many items is given. */
export interface GivenMany<Record> {
	/** What `prepare` made of the items, in their order; without it the items with their params. */
	records: Record[];
	run: Run;
	/** Fails one item, or several that share a fate, and lets the others go on; where a failed item ends the run, it throws. */
	fail: (indexes: number | number[], error: unknown) => void;
}

/** A record, and the input items that it came from; none means that it came from the store alone. */
export interface Result<Answer = Output> {
	json: Answer;
	from: number[];
	/** Files of an input item that goes on as it is. */
	binary?: IBinaryKeyData;
}

/** In place of an outcome: what becomes of a record depends on items that are still to come, and `atEnd` says it. */
export const KNOWN_AT_END = 'knownAtEnd';

export type OutcomeAtEnd<Answer = Output> = Outcome<Answer> & {
	/** Position of the item; without one it is a record that comes from the store and from no item. */
	index?: number;
};

/** The names of one record in a form that names it in several ways, and which of them it is. */
export interface NamedBy {
	by: string;
	name: RecordName;
}

/**
 * Records that an item writes or needs, by whatever names them. Items for different records are worked on at the same
 * time, items for one record in order. Spelling does not matter: `Zoë ` and `ZOE` are one name. Once the items of a run
 * differ in how they name a record, two names may mean one, and all items run in order.
 */
export type Names = RecordName | NamedBy | ReadonlyArray<RecordName | NamedBy>;

interface Described<Fields extends readonly Field[]> {
	/** Stable: saved workflows hold it. */
	value: string;
	name: string;
	/** Sentence case, as n8n shows it in the node's list of actions. */
	action: string;
	description: string;
	/** `none`: every API account may do it. */
	scope: ScopeNeed | 'none';
	/** Scopes that only some choices of the form need. */
	optionalScopes?: readonly ScopeNeed[];
	fields: Fields;
	/** Where it can do without the store: whether this item needs it. No credential is read before one does. */
	connects?: (params: ParamsOf<Fields>) => boolean;
}

interface Simplified<Answer> {
	/** Makes a record short and flat where the form's Simplify is on. */
	simplify?: (record: Answer) => Output;
}

interface RunsEach<Params, Answer> extends Simplified<Answer> {
	/** Called for each item; answers a record, several, or pages of them as they arrive. */
	each: (given: Given<Params>) => Promise<Answer | Answer[]> | AsyncIterable<Answer[]>;
	/** Records that the item changes or creates; without it writes run one after the other. */
	writes?: (params: Params) => Names;
	/** Records that have to be as earlier items leave them, such as the parent of what is created. */
	needs?: (params: Params) => Names;
	many?: undefined;
}

interface RunsMany<Params, Record, Answer> extends Simplified<Answer> {
	/**
	 * Checks one item and makes of it what is sent. Nothing of a chunk is sent before all its items passed. `first` is what
	 * the first item of the run asks for.
	 */
	prepare?: (row: Row<Params>, first: Params) => Record;
	/**
	 * Called with a chunk of items at a time and in order. Answers what became of each record, in their order, or pages of
	 * results that say which items they came from.
	 */
	many: (
		given: GivenMany<Record>,
	) => Promise<Array<Outcome<Answer> | typeof KNOWN_AT_END>> | AsyncIterable<Array<Result<Answer>>>;
	/** Takes all items in one chunk, for work that needs to see them all. */
	allAtOnce?: true;
	/**
	 * A last step when all items were seen: what became of those that had to wait for it, and records that come from the
	 * store and from no item.
	 */
	atEnd?: (given: { run: Run; unreadable: number }) => Promise<Array<OutcomeAtEnd<Answer>>>;
	each?: undefined;
	writes?: undefined;
	needs?: undefined;
}

/** An operation as the registry, the description and the runner see it. */
export type Operation = Omit<Described<readonly Field[]>, 'connects'> & {
	connects?: (params: never) => boolean;
} & (RunsEach<never, never> | RunsMany<never, never, never>);

export interface Resource {
	value: string;
	name: string;
	description: string;
	operations: readonly Operation[];
}

/** An operation is one value in one file; the types of its parameters follow from its fields. */
export function defineOperation<
	const Fields extends readonly Field[],
	Answer extends Output,
	/** What `prepare` makes of an item. */
	Record = Row<ParamsOf<Fields>>,
>(
	operation: Described<Fields> &
		(RunsEach<ParamsOf<Fields>, Answer> | RunsMany<ParamsOf<Fields>, Record, Answer>),
): Operation {
	return operation as unknown as Operation;
}

/** Keeps the literal types of fields that several operations share, so that `params` still knows them. */
export const defineFields = <const Fields extends readonly Field[]>(fields: Fields): Fields =>
	fields;
