import type { IExecuteFunctions } from 'n8n-workflow';

import type { Field, Locator } from './params';
import { inWorkflowZone } from './zone';

export type AnyParams = Record<string, unknown>;

const asLocator = (given: unknown, extracted: unknown): Locator => ({
	mode: typeof given === 'object' && given !== null && 'mode' in given ? String(given.mode) : 'id',
	value: String(extracted ?? '').trim(),
});

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && value.constructor === Object;

/** n8n extracts the value of a locator at the top of the form only; those inside collections are read here. */
function withLocators(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withLocators);
	if (!isPlain(value)) return value;
	if ('__rl' in value) return asLocator(value, value.value);
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, withLocators(inner)]),
	);
}

/** Dates that were picked in the form, in collections too, are meant in the workflow's time zone. */
function withZone(field: Field, value: unknown, zone: string): unknown {
	if (field.type === 'dateTime') return inWorkflowZone(value, zone);
	if (field.type !== 'collection' || !isPlain(value)) return value;
	const inner = new Map((field.options as Field[]).map((option) => [option.name, option]));
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => {
			const option = inner.get(name);
			return [name, option ? withZone(option, entry, zone) : entry];
		}),
	);
}

/** Whether a value of the form is an expression or holds one: only then it can differ from item to item. */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(holdsExpression);
}

/** `{{ $json.sku }}` or `{{ $json["item no"] }}`: one field of the item, and nothing else. */
const ONE_FIELD = /^=\{\{\s*\$json(?:\.([A-Za-z_]\w*)|\[(?:"([^"\\]+)"|'([^'\\]+)')\])\s*\}\}$/;

/** The field of the item that an expression names; n8n's own evaluation of it takes a millisecond for each item. */
function namedField({ type }: Field, value: unknown): string | undefined {
	if (type === 'resourceLocator' || type === 'dateTime' || typeof value !== 'string')
		return undefined;
	return ONE_FIELD.exec(value)
		?.slice(1)
		.find((name) => name !== undefined);
}

/** Which entries of a collection name one field of the item each; none where another entry says more than that. */
function namedEntries(field: Field, value: unknown): Array<[entry: string, field: string]> {
	if (field.type !== 'collection' || !isPlain(value)) return [];
	const inner = new Map((field.options as Field[]).map((option) => [option.name, option]));
	const named: Array<[string, string]> = [];
	for (const [name, entry] of Object.entries(value)) {
		const option = inner.get(name);
		const ofItem = option && namedField(option, entry);
		if (ofItem !== undefined) named.push([name, ofItem]);
		else if (holdsExpression(entry)) return [];
	}
	return named;
}

const ownField = (json: object | undefined, name: string): unknown =>
	json && Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : undefined;

function readField(context: IExecuteFunctions, field: Field, index: number): unknown {
	const { name, type, default: fallback } = field;
	const value = context.getNodeParameter(name, index, fallback);
	if (type !== 'resourceLocator')
		return withZone(field, withLocators(value), context.getTimezone());
	// n8n refuses to extract from a field that the form hides.
	const isHidden = !(name in context.getNode().parameters);
	return asLocator(
		value,
		isHidden ? undefined : context.getNodeParameter(name, index, fallback, { extractValue: true }),
	);
}

/**
 * Answers the form's values for an item; a field that the form hides has its default. n8n takes its time over each
 * value, so that what is the same for all items is read once.
 */
export function paramsReader(
	context: IExecuteFunctions,
	fields: readonly Field[],
): (index: number) => AnyParams {
	const given = context.getNode().parameters;
	const byName = new Map(
		[...fields]
			.reverse()
			.flatMap((field) => (field.type === 'notice' ? [] : [[field.name, field]])),
	);
	const items = context.getInputData();
	const constant: AnyParams = {};
	const ofItem: Array<{ name: string; field: string }> = [];
	const entriesOfItem: Array<{ name: string; entries: Array<[string, string]> }> = [];
	const varying: Field[] = [];
	for (const field of byName.values()) {
		// n8n evaluates the default of a field that the form hides as well, for every item.
		const value = given[field.name] ?? field.default;
		const named = namedField(field, value);
		if (named !== undefined) {
			ofItem.push({ name: field.name, field: named });
			continue;
		}
		const entries = namedEntries(field, value);
		if (entries.length === 0 && holdsExpression(value)) {
			varying.push(field);
			continue;
		}
		try {
			constant[field.name] = readField(context, field, 0);
			if (entries.length > 0) entriesOfItem.push({ name: field.name, entries });
		} catch {
			// What cannot be read fails each item by itself.
			varying.push(field);
		}
	}
	return (index) => {
		const params = { ...constant };
		const json = items[index]?.json;
		for (const { name, field } of ofItem) params[name] = ownField(json, field);
		for (const { name, entries } of entriesOfItem)
			params[name] = {
				...(constant[name] as object),
				...Object.fromEntries(entries.map(([entry, field]) => [entry, ownField(json, field)])),
			};
		for (const field of varying) params[field.name] = readField(context, field, index);
		return params;
	};
}
