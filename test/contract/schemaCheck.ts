/**
 * Holds a value against an OpenAPI 3.0 schema and says in words what does not fit.
 *
 * Not a JSON Schema validator behind a converter, for three reasons: OpenAPI 3.0 differs in what
 * matters here (`nullable`, boolean `exclusiveMinimum`, `readOnly` and `required`); a property
 * counts as documented when any part of an `allOf` names it, which `additionalProperties: false`
 * cannot say; and where alternatives are offered, the reader wants the problems of the one that
 * was meant.
 */
import {
	isObject,
	otherType,
	shown,
	type Finding,
	type JsonObject,
	type Rule,
	type Side,
} from './findings.ts';
import { resolve, type Document, type Schema } from './openapi.ts';
import { checkNumber, checkString, type Add } from './scalarChecks.ts';

export interface Context {
	document: Document;
	side: Side;
}

interface Names {
	known: Set<string>;
	/** More properties are welcome. */
	open: boolean;
	/** More properties are ruled out. */
	closed: boolean;
}

const typeFits: Record<string, (value: unknown) => boolean> = {
	object: isObject,
	array: Array.isArray,
	string: (value) => typeof value === 'string',
	boolean: (value) => typeof value === 'boolean',
	number: (value) => typeof value === 'number' && Number.isFinite(value),
	integer: (value) => Number.isInteger(value),
};

/** A schema that lists properties means an object, even where it forgets to say so. */
const typeOf = (schema: Schema): string | undefined =>
	schema.type ?? (schema.properties && !schema.oneOf && !schema.anyOf ? 'object' : undefined);

/** All types that a schema leaves open, for a message. */
function typesOf(document: Document, reference: Schema): string[] {
	const schema = resolve<Schema>(document, reference);
	const type = typeOf(schema);
	if (type !== undefined) return [type];
	const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
	return parts.flatMap((part) => typesOf(document, part));
}

/** All that is wrong with the value, properties that nobody names included. */
export function checkValue(
	context: Context,
	schema: Schema,
	value: unknown,
	place: string,
): Finding[] {
	const findings: Finding[] = [];
	const names: Names = { known: new Set(), open: false, closed: false };
	collect(context, schema, value, place, findings, names);
	if (isObject(value)) findings.push(...unnamed(value, place, names));
	return findings;
}

function unnamed(value: JsonObject, place: string, names: Names): Finding[] {
	// A schema that names no property at all describes a free-form object.
	if (names.open || (names.known.size === 0 && !names.closed)) return [];
	return Object.keys(value)
		.filter((key) => !names.known.has(key))
		.map((key) => ({
			place: `${place}.${key}`,
			rule: 'undocumented',
			says: 'is not documented',
			value: value[key],
			tolerable: !names.closed,
		}));
}

function collect(
	context: Context,
	reference: Schema,
	value: unknown,
	place: string,
	findings: Finding[],
	names: Names,
): void {
	const schema = resolve<Schema>(context.document, reference);
	const add = (rule: Rule, says: string) => findings.push({ place, rule, says, value });

	if (value === null && (schema.nullable || schema['x-nullable'] || schema.enum?.includes(null))) {
		return;
	}
	const type = typeOf(schema);
	if (type !== undefined && typeFits[type]?.(value) === false) {
		findings.push(otherType(place, type, value));
		return;
	}
	if (schema.enum && !schema.enum.includes(value)) {
		add('enum', `must be one of ${schema.enum.map(shown).join(', ')} (is ${shown(value)})`);
	}
	if (typeof value === 'string') checkString(schema, value, add);
	if (typeof value === 'number') checkNumber(schema, value, add);
	if (Array.isArray(value)) checkArray(context, schema, value, place, findings, add);
	if (isObject(value)) checkObject(context, schema, value, place, findings, names);

	for (const part of schema.allOf ?? []) collect(context, part, value, place, findings, names);
	// `oneOf` is read as `anyOf`: the vendor's alternatives overlap (a link object fits anything).
	for (const alternatives of [schema.oneOf, schema.anyOf]) {
		if (alternatives?.length) {
			chooseAlternative(context, alternatives, value, place, findings, names);
		}
	}
}

function checkArray(
	context: Context,
	schema: Schema,
	value: unknown[],
	place: string,
	findings: Finding[],
	add: Add,
): void {
	if (schema.minItems !== undefined && value.length < schema.minItems) {
		add('length', `must have at least ${schema.minItems} elements (has ${value.length})`);
	}
	if (schema.maxItems !== undefined && value.length > schema.maxItems) {
		add('length', `must have at most ${schema.maxItems} elements (has ${value.length})`);
	}
	if (
		schema.uniqueItems &&
		new Set(value.map((element) => JSON.stringify(element))).size < value.length
	) {
		add('unique', 'must not hold an element twice');
	}
	const { items } = schema;
	if (!items) return;
	value.forEach((element, at) =>
		findings.push(...checkValue(context, items, element, `${place}[${at}]`)),
	);
}

function checkObject(
	context: Context,
	schema: Schema,
	value: JsonObject,
	place: string,
	findings: Finding[],
	names: Names,
): void {
	const properties = schema.properties ?? {};
	const more = schema.additionalProperties;
	if (more === false) names.closed = true;
	else if (more !== undefined) names.open = true;

	for (const [key, propertySchema] of Object.entries(properties)) {
		names.known.add(key);
		if (value[key] === undefined) continue;
		findings.push(...checkValue(context, propertySchema, value[key], `${place}.${key}`));
	}
	if (typeof more === 'object') {
		for (const key of Object.keys(value).filter((name) => !(name in properties))) {
			findings.push(...checkValue(context, more, value[key], `${place}.${key}`));
		}
	}
	for (const key of schema.required ?? []) {
		if (value[key] !== undefined || isOtherSide(context, properties[key])) continue;
		findings.push({
			place: `${place}.${key}`,
			rule: 'required',
			says: 'is required',
			value: undefined,
		});
	}
}

/** What only the store writes is not required of a request, nor the reverse of an answer. */
function isOtherSide({ document, side }: Context, reference: Schema | undefined): boolean {
	if (!reference) return false;
	const schema = resolve<Schema>(document, reference);
	return Boolean(side === 'request' ? schema.readOnly : schema.writeOnly);
}

/**
 * Takes the alternative that the value comes closest to. A property that an alternative does not
 * name counts against it: otherwise an empty link object would fit everything.
 */
function chooseAlternative(
	context: Context,
	alternatives: Schema[],
	value: unknown,
	place: string,
	findings: Finding[],
	names: Names,
): void {
	const tried = alternatives.map((schema) => {
		const own: Names = { known: new Set(), open: false, closed: false };
		const problems: Finding[] = [];
		collect(context, schema, value, place, problems, own);
		const all: Names = { ...own, known: new Set([...names.known, ...own.known]) };
		const strangers = isObject(value) ? unnamed(value, place, all).length : 0;
		// Another type altogether is never the closest, however many details are wrong elsewhere.
		const wrongType = problems.some(
			(finding) => finding.place === place && (finding.rule === 'type' || finding.rule === 'null'),
		);
		return { own, problems, wrongType, score: problems.length + strangers };
	});
	const candidates = tried.filter(({ wrongType }) => !wrongType);
	if (candidates.length === 0) {
		const types = new Set(alternatives.flatMap((schema) => typesOf(context.document, schema)));
		findings.push(otherType(place, [...types].join(' or '), value));
		return;
	}
	const best = candidates.reduce((a, b) => (b.score < a.score ? b : a));
	findings.push(...best.problems);
	for (const name of best.own.known) names.known.add(name);
	names.open ||= best.own.open;
	names.closed ||= best.own.closed;
}
