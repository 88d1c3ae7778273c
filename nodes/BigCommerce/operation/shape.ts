import type { INodeExecutionData } from 'n8n-workflow';

import { spelled } from './columnNames';
import type { Operation, Output, Result } from './define';

/** What the form says of its output; nothing where an operation has the one shape alone. */
export interface OutputChoice {
	output?: unknown;
	selectedFields?: unknown;
}

type Fields = Record<string, unknown>;

/** Makes of each record what the form's Output asks for. */
export class Shaper {
	private readonly simplify: Operation['simplify'];
	/** Fields that were asked for and are in no record so far. */
	private readonly missing = new Set<string>();
	private readonly met = new Set<string>();
	private known: string[] = [];

	constructor({ simplify }: Operation) {
		this.simplify = simplify;
	}

	shape({ output, selectedFields }: OutputChoice, record: Output): Output {
		const simple = this.simplify && output !== 'raw' ? this.simplify(record as never) : record;
		return output === 'selected'
			? this.select(selectedFields as string[], simple as Fields, record as Fields)
			: simple;
	}

	private select(names: readonly string[], simple: Fields, raw: Fields): Output {
		const keys = Object.keys(simple);
		// What became of it, and which record it is: that is where all records begin.
		const selected: Fields = Object.fromEntries(
			keys
				.filter((key, position) => key === 'action' || key === 'id' || position === 0)
				.map((key) => [key, simple[key]]),
		);
		if (this.known.length === 0) this.known = keys;
		for (const name of names) {
			const [from, key] = fieldNamed(name, [simple, raw]);
			if (from && key) {
				selected[key] = from[key];
				this.met.add(name);
			} else this.missing.add(name);
		}
		return selected;
	}

	/** A field that no record has is most likely another's name. */
	notes(): string[] {
		const unknown = [...this.missing].filter((name) => !this.met.has(name));
		if (unknown.length === 0) return [];
		return [`No record has ${unknown.join(', ')}. Fields there are: ${this.known.join(', ')}.`];
	}
}

function fieldNamed(name: string, records: readonly Fields[]): [Fields, string] | [] {
	for (const record of records) {
		const key = Object.hasOwn(record, name)
			? name
			: Object.keys(record).find((one) => spelled(one) === spelled(name));
		if (key !== undefined) return [record, key];
	}
	return [];
}

export const asItem = ({ json, from, binary }: Result): INodeExecutionData => ({
	json: json as INodeExecutionData['json'],
	...(binary && { binary }),
	...(from.length > 0 && {
		pairedItem: from.length === 1 ? { item: from[0] as number } : from.map((item) => ({ item })),
	}),
});

/** Of several items the first counts; what came from the store alone goes last. */
function firstInput({ pairedItem }: INodeExecutionData): number {
	const [first] = [pairedItem].flat();
	return typeof first === 'object' ? first.item : (first ?? Number.POSITIVE_INFINITY);
}

/** A failed item stands where its result would have stood. */
export const inInputOrder = (items: readonly INodeExecutionData[]): INodeExecutionData[] =>
	items
		.map((item) => ({ item, at: firstInput(item) }))
		.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
		.map(({ item }) => item);
