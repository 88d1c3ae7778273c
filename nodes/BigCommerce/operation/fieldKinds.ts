import { InputError } from '../api/inputError';
import { dateIn, dayIn } from './dates';
import type { Field } from './params';
import {
	asText,
	choicesOf,
	emptyError,
	isBlank,
	isPlain,
	isUnknown,
	named,
	notChosen,
	only,
	textsOf,
	toFlag,
	toId,
	toIds,
	toNumber,
	toText,
	withinLength,
} from './values';

/** Brings what an expression gave to the kind of its field; undefined says that there is no value. */
export type Read = (given: unknown) => unknown;

/** What a reading comes to, or why it comes to nothing. */
export function attempt(read: () => unknown): { value: unknown } | { error: unknown } {
	try {
		return { value: read() };
	} catch (error) {
		return { error };
	}
}

/** Where a field is: what it means that it comes out empty depends on that. */
type Place = 'form' | 'row' | 'filter' | 'narrowing' | 'added';

interface Kind {
	/** Reads what is not empty. */
	read: Read;
	isEmpty: (given: unknown) => boolean;
	/** What an empty one says at the top of the form. */
	none: unknown;
	/** What an empty one that was added says where it empties what the store has. */
	cleared?: unknown;
	/** Refuses an empty one, and says how to mend it. */
	refuseEmpty: () => unknown;
}

const refusing = (label: string, advice?: string) => (): never => {
	throw emptyError(label, advice);
};

/** A text as the form's placeholder has it. */
const exampleOf = ({ placeholder = '' }: Field) => placeholder.replace(/^e\.g\. /, '');

function textKind(field: Field): Kind {
	const { displayName: label, maxLength = Number.POSITIVE_INFINITY } = field;
	const example = exampleOf(field);
	return {
		read: (given) => withinLength(asText(given, label), label, maxLength),
		isEmpty: isBlank,
		none: '',
		cleared: '',
		refuseEmpty: refusing(label, `Give '${label}' a text${example && `, as in ${example}`}.`),
	};
}

const kindFrom = (read: Read, more: Partial<Kind> = {}): Kind => ({
	read,
	isEmpty: isBlank,
	none: undefined,
	refuseEmpty: () => read(undefined),
	...more,
});

/** A text that stands for something else. */
function stringKind(field: Field): Kind {
	const { displayName: label, typeOptions = {}, check } = field;
	if (check) return kindFrom((given) => check(given, label), { refuseEmpty: refusing(label) });
	const list = { none: [], cleared: [], refuseEmpty: refusing(label) };
	switch (field.as) {
		case 'id':
			return kindFrom((given) => toId(given, label));
		case 'ids':
			return kindFrom((given) => toIds(given, label), list);
		case 'texts':
			return kindFrom((given) => textsOf(given, ',', label), list);
		case 'integer':
			return kindFrom((given) => toNumber(given, label, { ...typeOptions, numberPrecision: 0 }));
		case 'number':
			return kindFrom((given) => toNumber(given, label, typeOptions));
		default:
			return textKind(field);
	}
}

/** A choice out of a list that the store has, or one that the form's list lacks. */
const otherChoice = (given: unknown, label: string) => {
	const value = only(given);
	return typeof value === 'number' ? toNumber(value, label) : toText(value, label);
};

function choiceKind(field: Field): Kind {
	const { displayName: label, options = [], allowOther, type } = field;
	const choices = choicesOf(options, label);
	const takesOther = allowOther === true || choices.isAny;
	const choose: Read = (given) => {
		const value = choices.of(given);
		if (value !== undefined) return value;
		if (takesOther) return otherChoice(given, label);
		throw choices.refuse(given);
	};
	const hasEmpty = choices.of('') !== undefined;
	const isSeveral = type === 'multiOptions';
	const several: Read = (given) =>
		(Array.isArray(given) ? given : textsOf(given, /[,;]/, label)).map(choose);
	return {
		read: isSeveral ? several : choose,
		isEmpty: hasEmpty ? isUnknown : isBlank,
		none: isSeveral ? [] : field.default,
		cleared: isSeveral ? [] : '',
		refuseEmpty: refusing(label, choices.isAny ? notChosen(label) : undefined),
	};
}

/** Ways to name a record by its ID; every other way is a text, such as a SKU or a path. */
const ID_MODES = new Set(['list', 'id', 'url']);

/** A record named in one of several ways: its ID, or a text such as a SKU or a path. */
function locatorKind(field: Field): Kind {
	const { displayName: label, modes = [], as, clears, orNone } = field;
	const partsOf = (given: unknown) =>
		isPlain(given)
			? { by: asText(given.mode ?? 'id', label), value: given.value }
			: { by: 'id', value: given };
	const patterns = new Map(
		modes.flatMap(({ name, extractValue }) =>
			extractValue ? [[name, new RegExp(String(extractValue.regex))] as const] : [],
		),
	);
	const idIn = (value: unknown) => ((clears ?? orNone) && isZero(value) ? 0 : toId(value, label));
	return {
		read: (given) => {
			const { by, value } = partsOf(given);
			if (as === 'ids') return { by, value: toIds(value, label) };
			if (!ID_MODES.has(by)) return { by, value: asText(value, label) };
			const pattern = patterns.get(by);
			return { by, value: idIn(pattern ? extracted(value, pattern, label) : value) };
		},
		isEmpty: (given) => isBlank(partsOf(given).value),
		none: clears && { by: 'list', value: as === 'ids' ? [] : 0 },
		refuseEmpty: refusing(label, notChosen(label)),
	};
}

const isZero = (value: unknown) => String(only(value)).trim() === '0';

/** The longest address that is looked at. */
const LONGEST_ADDRESS = 2_000;

/** The ID in an address of the control panel; the ID alone will do. */
function extracted(value: unknown, pattern: RegExp, label: string): unknown {
	const text = asText(value, label);
	if (/^\d+$/.test(text)) return text;
	const id = text.length <= LONGEST_ADDRESS ? pattern.exec(text)?.[1] : undefined;
	if (id !== undefined) return id;
	throw new InputError(
		`'${label}' is ${named(text)}, which is not the address of one`,
		`Give '${label}' its address in the control panel, which ends in its number, or choose it from the list.`,
	);
}

function jsonKind({ displayName: label, check }: Field): Kind {
	return {
		read: (given) => (check ? check(parsed(given, label), label) : given),
		isEmpty: (given) => isUnknown(given) || (typeof given === 'string' && given.trim() === ''),
		none: undefined,
		refuseEmpty: refusing(label),
	};
}

function parsed(given: unknown, label: string): unknown {
	if (typeof given !== 'string') return given;
	let reason: string;
	try {
		return JSON.parse(given);
	} catch (error) {
		reason = (error as Error).message;
	}
	throw new InputError(
		`'${label}' is not valid JSON: ${reason}`,
		'Write names and texts in double quotes, as in {"name": "a text", "number": 9.5}.',
	);
}

function kindOf(field: Field, zone: string): Kind {
	const { type, displayName: label, typeOptions, day } = field;
	switch (type) {
		case 'string':
			return stringKind(field);
		case 'number':
			return kindFrom((given) => toNumber(given, label, typeOptions), { none: NO_NUMBER });
		case 'boolean':
			return kindFrom((given) => toFlag(given, label), { none: field.default });
		case 'options':
		case 'multiOptions':
			return field.as ? stringKind(field) : choiceKind(field);
		case 'dateTime': {
			const read: Read =
				field.as === 'day'
					? (given) => dayIn(zone, given, label)
					: (given) => dateIn(zone, given, label, day);
			return kindFrom(read, {
				cleared: null,
				refuseEmpty: refusing(label),
			});
		}
		case 'resourceLocator':
			return locatorKind(field);
		case 'json':
			return jsonKind(field);
		default:
			return { ...textKind(field), read: (given) => given, isEmpty: isUnknown };
	}
}

/** There is no number that stands for none. */
const NO_NUMBER = Symbol('no number');

/** What it means that a value is empty: one rule for each place. */
function emptyReader(field: Field, kind: Kind, place: Place): Read {
	const { displayName: label, required, clears, type, emptyAdvice } = field;
	const refuse = emptyAdvice === undefined ? kind.refuseEmpty : refusing(label, emptyAdvice);
	switch (place) {
		case 'filter':
			return refusing(label, `Fill in '${label}', or remove it from 'Filters'.`);
		case 'narrowing':
			return refusing(label, `Fill in '${label}', or take the expression away: then it means all.`);
		case 'added':
			return (given) => {
				const isLocator = type === 'resourceLocator';
				if (isUnknown(isLocator && isPlain(given) ? given.value : given)) return undefined;
				if (required) return refuse();
				if (isLocator) {
					if (clears && isPlain(given) && given.mode === 'list') return kind.none;
					return refuse();
				}
				return clears ? kind.cleared : undefined;
			};
		default:
			if (required || kind.none === NO_NUMBER) return refuse;
			return () => (place === 'row' && type === 'boolean' ? undefined : kind.none);
	}
}

function valueReader(field: Field, place: Place, zone: string): Read {
	const { type } = field;
	// What was added and is empty stays added: the operation tells the two apart.
	if (field.as === 'any' && place !== 'filter') return (given) => given ?? null;
	const kind = kindOf(field, zone);
	const empty = emptyReader(field, kind, place);
	return (given) => {
		if (kind.isEmpty(given)) return empty(given);
		const value = kind.read(given);
		// Commas alone are a list of nothing; a cell that holds an empty list of JSON says so.
		const isNone =
			Array.isArray(value) && value.length === 0 && !(place === 'row' && type === 'json');
		return isNone ? empty(given) : value;
	};
}

function fieldsOf(given: unknown, label: string): Record<string, unknown> {
	if (isBlank(given)) return {};
	if (isPlain(given)) return given;
	throw new InputError(
		`'${label}' is ${named(given)}, and it takes fields`,
		`Add the fields of '${label}' one by one.`,
	);
}

/** The fields that were added to a collection and that came out with a value. */
function collectionReader(field: Field, zone: string): Read {
	const place = field.name === 'filters' ? 'filter' : 'added';
	const readers = new Map(
		(field.options as Field[]).map((option) => [option.name, readerOf(option, place, zone)]),
	);
	return (given) => {
		const read: Record<string, unknown> = {};
		for (const [name, value] of Object.entries(fieldsOf(given, field.displayName))) {
			const brought = readers.get(name)?.(value);
			if (brought !== undefined) read[name] = brought;
		}
		return read;
	};
}

/** Rows of fields, each of them whole. */
function rowsReader(field: Field, place: Place, zone: string): Read {
	const { displayName: label, typeOptions } = field;
	const groups = (field.options ?? []).flatMap((group) => {
		if (!('values' in group)) return [];
		const readers = group.values.map((value) => [value, readerOf(value, 'row', zone)] as const);
		const readRow: Read = (row) => {
			const given = fieldsOf(row, group.displayName);
			return Object.fromEntries(
				readers.map(([{ name, default: fallback }, read]) => [
					name,
					read(name in given ? given[name] : fallback),
				]),
			);
		};
		return [[group.name, readRow] as const];
	});
	return (value) => {
		if (place === 'added' && isBlank(value)) return undefined;
		const given = fieldsOf(value, label);
		const read: Record<string, unknown> = {};
		for (const [name, readRow] of groups) {
			const rows = given[name];
			if (isUnknown(rows)) continue;
			read[name] = typeOptions?.multipleValues ? [rows].flat().map(readRow) : readRow(rows);
		}
		return read;
	};
}

/**
 * What was added to a collection by hand and left as it came, which starts empty: nobody wants to write that. An expression
 * may well come out empty for an item, and what that means is up to the field.
 */
export function leftEmpty(field: Field, given: unknown): InputError | undefined {
	if (field.type !== 'collection' || !isPlain(given)) return undefined;
	const found = (field.options as Field[]).find(
		(option) => option.name in given && isLeftEmpty(option, given[option.name]),
	);
	return found && emptyError(found.displayName, adviceToFill(found, field));
}

function isLeftEmpty({ type, options = [] }: Field, given: unknown): boolean {
	if (type === 'resourceLocator') return isPlain(given) && isBlank(given.value);
	const isChoice =
		type === 'options' && options.some((one) => 'value' in one && one.value === given);
	return isBlank(given) && !isChoice;
}

const adviceToFill = (
	{ displayName, clears, emptyAdvice }: Field,
	{ displayName: within }: Field,
) =>
	emptyAdvice ??
	`Fill in '${displayName}', or remove it from '${within}'.${clears ? ` To empty what the store has, give an expression that is empty: {{ '' }}.` : ''}`;

/** How the values of a field are read in its place; made once, and called for every item. */
export function readerOf(field: Field, place: Place, zone: string): Read {
	switch (field.type) {
		case 'collection':
			return collectionReader(field, zone);
		case 'fixedCollection':
			return rowsReader(field, place, zone);
		default:
			return valueReader(field, place, zone);
	}
}

/** What a field that the form does not show comes to: nothing that anybody gave. */
export function hiddenValue(field: Field): unknown {
	const { type, default: fallback, required, clears } = field;
	switch (type) {
		case 'collection':
		case 'fixedCollection':
			return {};
		case 'resourceLocator':
			return required || clears ? { by: 'list', value: clears ? 0 : '' } : undefined;
		case 'number':
		case 'boolean':
		case 'options':
			return fallback;
		case 'string':
		case 'multiOptions':
			return typeof fallback === 'string' && !fallback.startsWith('=') && !field.as
				? fallback
				: kindOf(field, 'UTC').none;
		default:
			return undefined;
	}
}
