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
	/** What a field that was asked for is called in the records; undefined as long as none has it. */
	private readonly keys = new Map<string, string | undefined>();
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
			const [from, key] = this.fieldNamed(name, [simple, raw]);
			if (from && key) selected[key] = from[key];
		}
		return selected;
	}

	/** Records of a run mostly have the same fields, so that names of another spelling are looked for once. */
	private fieldNamed(name: string, records: readonly Fields[]): [Fields, string] | [] {
		const before = this.keys.get(name) ?? name;
		for (const record of records) {
			const key = Object.hasOwn(record, before)
				? before
				: Object.keys(record).find((one) => spelled(one) === spelled(name));
			if (key === undefined) continue;
			this.keys.set(name, key);
			return [record, key];
		}
		this.keys.set(name, this.keys.get(name));
		return [];
	}

	/** A field that no record has is most likely another's name. */
	notes(): string[] {
		const unknown = [...this.keys].flatMap(([name, key]) => (key === undefined ? [name] : []));
		if (unknown.length === 0) return [];
		return [`No record has ${unknown.join(', ')}. Fields there are: ${this.known.join(', ')}.`];
	}
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
