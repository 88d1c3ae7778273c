import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../api/batch';
import type { Client } from '../api/client';
import type { ScopeNeed } from '../api/scopes';
import type { Claim } from './claims';
import type { InputFile } from './inputFile';
import type { Target } from './lanes';
import type { Memory } from './memory';
import type { Field, ParamsOf } from './params';

/** One output record: plain JSON. */
export type Output = object;

/** What an operation that answers item by item is given. */
export interface Each<Params> {
	client: Client;
	params: Params;
	item: INodeExecutionData;
	memory: Memory;
	/** Reads the item's file of that name; an item without it fails. */
	file: (field: string) => Promise<InputFile>;
	/** For records that are output once only: n8n remembers what was claimed when the whole run has succeeded. */
	claim: Claim;
}

/** Where an operation runs, for marks that it leaves outside of n8n. */
export interface Here {
	workflowId: string;
	nodeId: string;
	/** This run of the node in this execution; the same when n8n tries it once more. */
	run: string;
}

/** One input item of an operation that takes all of them at once. */
export interface Row<Params> {
	/** Position among the input items; results and errors are handed back by it. */
	index: number;
	params: Params;
	item: INodeExecutionData;
}

export interface All<Params> {
	client: Client;
	rows: Array<Row<Params>>;
	memory: Memory;
	/** Fails one item, or several that share a fate, and lets the others go on. */
	fail: (indexes: number | number[], error: unknown) => void;
	/** Ends a long work between two steps when the execution was cancelled. */
	signal?: AbortSignal;
	/** A note for the output panel, such as what was left out and why. */
	hint: (message: string) => void;
	/** A line for n8n's log, where a cancelled execution has no output to say it. */
	warn: (message: string) => void;
	here: Here;
}

/** A record, and the input items that it came from; none means that it came from the store alone. */
export interface Result {
	json: Output;
	from: number[];
	/** Files of an input item that goes on as it is. */
	binary?: IBinaryKeyData;
}

/** What an operation is given that asks nothing of the store, unless a choice of the form makes it connect. */
export type Local<Params> = Omit<All<Params>, 'client'> & { connect: () => Promise<Client> };

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
	/** Makes a record short and flat where the form's Simplify is on. */
	simplify?: (record: never) => Output;
}

interface RunsEach<Params> {
	/** Called for each item; many records may be answered as they arrive, page by page. */
	run: (given: Each<Params>) => Promise<Output | Output[]> | AsyncIterable<Output[]>;
	/**
	 * Names the record that an item writes. Items for different records may run at the same time, items for one record
	 * run in order; without it writes run one after the other. Spelling does not matter: `Zoë ` and `ZOE` are one name.
	 */
	target?: (params: Params) => Target;
	/**
	 * The kind of name that `target` gives, where the form has several. Once the items of a run differ in it, two names
	 * may mean one record, and all items run in order.
	 */
	namedBy?: (params: Params) => string;
	runAll?: undefined;
	runLocally?: undefined;
	inBatches?: undefined;
}

interface RunsAll<Params> {
	/** Called once with all items: for work that groups them, or that has its own batch size. */
	runAll: (given: All<Params>) => AsyncIterable<Result[]>;
	run?: undefined;
	target?: undefined;
	namedBy?: undefined;
	runLocally?: undefined;
	inBatches?: undefined;
}

interface RunsLocally<Params> {
	/** As `runAll`, for work within n8n: no credential is read, and nothing is sent, before it connects. */
	runLocally: (given: Local<Params>) => AsyncIterable<Result[]>;
	run?: undefined;
	runAll?: undefined;
	target?: undefined;
	namedBy?: undefined;
	inBatches?: undefined;
}

/** What a run in batches is given once, whatever the number of its items. */
export interface Begun extends Pick<All<unknown>, 'client' | 'signal' | 'hint'> {
	/** A last step when all items are done, for records that come from the store and from no item. */
	atEnd: (finish: (ended: { unreadable: number }) => Promise<Output[]>) => void;
}

interface RunsInBatches<Params, Prepared> {
	inBatches: {
		/**
		 * Checks one item and makes of it what is sent. Nothing of a stretch is sent before all its items passed. `first`
		 * is what the first item of the run asks for.
		 */
		prepare: (row: Row<Params>, first: Params) => Prepared;
		/**
		 * Called once a run; what it answers is called with the items, a stretch of them at a time and in order, and
		 * answers what became of each, in the same order. What is looked up once for all stays in its closure.
		 */
		begin: (given: Begun) => (prepared: Prepared[]) => Promise<Array<Outcome<Output>>>;
	};
	run?: undefined;
	runAll?: undefined;
	target?: undefined;
	namedBy?: undefined;
	runLocally?: undefined;
}

/** An operation as the registry, the description and the runner see it. */
export type Operation = Described<readonly Field[]> &
	(RunsEach<never> | RunsAll<never> | RunsLocally<never> | RunsInBatches<never, never>);

export interface Resource {
	value: string;
	name: string;
	description: string;
	operations: readonly Operation[];
}

/** An operation is one value in one file; the types of its parameters follow from its fields. */
export function defineOperation<const Fields extends readonly Field[], Prepared = unknown>(
	operation: Described<Fields> &
		(
			| RunsEach<ParamsOf<Fields>>
			| RunsAll<ParamsOf<Fields>>
			| RunsLocally<ParamsOf<Fields>>
			| RunsInBatches<ParamsOf<Fields>, Prepared>
		),
): Operation {
	return operation as unknown as Operation;
}

/** Keeps the literal types of fields that several operations share, so that `params` still knows them. */
export const defineFields = <const Fields extends readonly Field[]>(fields: Fields): Fields =>
	fields;
