import type { IExecuteFunctions } from 'n8n-workflow';

import { fromItem } from './fromItem';
import { InputError } from '../api/inputError';
import { attempt, hiddenValue, leftEmpty, readerOf, type Read } from './fieldKinds';
import type { Field } from './params';
import { refuseRunTogether } from './runTogether';
import { isTable } from './table';
import { fieldsOfItem, TableReader } from './tableReader';
import { EmptyInputError } from './values';

export type AnyParams = Record<string, unknown>;

/** Whether a value of the form is an expression or holds one: only then it can differ from item to item. */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(holdsExpression);
}

/** A field under a name; several share one where the form shows one or the other. */
interface Variant {
	field: Field;
	/** Whether the form shows it beside these values. */
	isShown: (params: AnyParams) => boolean;
	/** The names of the values that decide it. */
	depends: string[];
	/** Whether items may differ in it. */
	varies: boolean;
	read: (index: number) => unknown;
	/** What a person may want to know of how the items were read. */
	note?: () => string | undefined;
}

/** A condition of the form is about values that the item may give, so that it is looked at again for each. */
function conditionsOf(
	{ displayOptions = {} }: Field,
	names: ReadonlySet<string>,
): Pick<Variant, 'depends' | 'isShown'> {
	const { show = {}, hide = {} } = displayOptions;
	const own = (conditions: typeof show) =>
		Object.entries(conditions).filter(([name]) => names.has(name)) as Array<[string, unknown[]]>;
	const [shown, hidden] = [own(show), own(hide)];
	return {
		depends: [...shown, ...hidden].map(([name]) => name),
		isShown: (params) =>
			shown.every(([name, values]) => values.includes(params[name])) &&
			!hidden.some(([name, values]) => values.includes(params[name])),
	};
}

/** Keeps what was read, or why it could not be. */
function once(read: () => unknown): () => unknown {
	let kept: ReturnType<typeof attempt> | undefined;
	return () => {
		kept ??= attempt(read);
		if ('error' in kept) throw kept.error;
		return kept.value;
	};
}

/** Reads a value of an item; where it lacks one that it must have, the error names what it has. */
function ofItem(read: Read, given: unknown, json: object | undefined): unknown {
	const outcome = attempt(() => read(given));
	if (!('error' in outcome)) return outcome.value;
	const { error } = outcome;
	throw error instanceof EmptyInputError
		? new InputError(error.message, `${error.advice} ${fieldsOfItem(json)}`)
		: error;
}

function variantOf(context: IExecuteFunctions, field: Field, names: ReadonlySet<string>): Variant {
	const { name, default: fallback } = field;
	const given = context.getNode().parameters[name] ?? fallback;
	const shown = { field, ...conditionsOf(field, names) };
	const refused = once(() => refuseRunTogether(field, given));
	if (isTable(field)) {
		const table = new TableReader(context, field);
		return {
			...shown,
			varies: true,
			read: (index) => {
				refused();
				return table.read(index);
			},
			note: () => table.note(),
		};
	}
	const slip = leftEmpty(field, given);
	if (slip) {
		const refuse = () => {
			throw slip;
		};
		return { ...shown, varies: true, read: refuse };
	}
	const isExpression = holdsExpression(given);
	const place = field.narrows && isExpression ? 'narrowing' : 'form';
	const toKind = readerOf(field, place, context.getTimezone());
	const evaluated = (index: number): unknown => context.getNodeParameter(name, index, fallback);
	if (!isExpression)
		return { ...shown, varies: false, read: once(() => toKind(evaluated(0))) };
	const own = fromItem(given);
	const items = context.getInputData();
	return {
		...shown,
		varies: true,
		read: (index) => {
			refused();
			const json = items[index]?.json;
			return ofItem(toKind, own ? own(json) : evaluated(index), json);
		},
	};
}

/** What the variants of one field come to: that of the first that the form shows. */
function valueOf(variants: readonly [Variant, ...Variant[]], index: number, params: AnyParams) {
	const shown = variants.find(({ isShown }) => isShown(params));
	return shown ? shown.read(index) : hiddenValue(variants[0].field);
}

/** The fields by their names, each after those that its conditions are about. */
function inReadingOrder(fields: readonly Field[]): Map<string, Field[]> {
	const byName = new Map<string, Field[]>();
	for (const field of fields) {
		if (field.type === 'notice') continue;
		byName.set(field.name, [...(byName.get(field.name) ?? []), field]);
	}
	const names = new Set(byName.keys());
	const ordered = new Map<string, Field[]>();
	const add = (name: string, fieldsOfName: Field[], waiting: ReadonlySet<string>) => {
		if (ordered.has(name) || waiting.has(name)) return;
		for (const other of fieldsOfName.flatMap((field) => conditionsOf(field, names).depends))
			add(other, byName.get(other) ?? [], new Set([...waiting, name]));
		ordered.set(name, fieldsOfName);
	};
	for (const [name, fieldsOfName] of byName) add(name, fieldsOfName, new Set());
	return ordered;
}

export interface InputReader {
	/** The form's values for an item. */
	read: (index: number) => AnyParams;
	/** What a person may want to know of how the items were read. */
	notes: () => string[];
}

/**
 * Reads the form's values for each item, each of the kind of its field. n8n takes its time over each value, so that what
 * is the same for all items is read once.
 */
export function inputReader(context: IExecuteFunctions, fields: readonly Field[]): InputReader {
	const named = inReadingOrder(fields);
	const names = new Set(named.keys());
	const constant: AnyParams = {};
	const varying: Array<[string, [Variant, ...Variant[]]]> = [];
	for (const [name, twins] of named) {
		const variants = twins.map((field) => variantOf(context, field, names)) as [Variant];
		const varies = variants.some(
			(variant) =>
				variant.varies ||
				variant.depends.some((other) => varying.some(([earlier]) => earlier === other)),
		);
		try {
			if (varies) varying.push([name, variants]);
			else constant[name] = valueOf(variants, 0, constant);
		} catch {
			// What cannot be read fails each item by itself.
			varying.push([name, variants]);
		}
	}
	return {
		read: (index) => {
			const params = { ...constant };
			for (const [name, variants] of varying) params[name] = valueOf(variants, index, params);
			return params;
		},
		notes: () => varying.flatMap(([, variants]) => variants.flatMap(({ note }) => note?.() ?? [])),
	};
}
