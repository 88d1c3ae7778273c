import type { IExecuteFunctions } from 'n8n-workflow';

import { fromItem, type FromItem } from './fromItem';
import { kindOf } from './ofKind';
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

/** Whether n8n has more to do with the field's value than to evaluate its expressions. */
function isExtracted({ type, modes = [] }: Field, value: unknown): boolean {
	if (type !== 'resourceLocator') return false;
	const mode = modes.find(({ name }) => name === (value as { mode?: string } | undefined)?.mode);
	return !mode || mode.extractValue !== undefined;
}

/** Reads the field from the item itself, where that gives what n8n would. */
function directly(context: IExecuteFunctions, field: Field, given: unknown): FromItem | undefined {
	const raw = given ?? field.default;
	if (field.type === 'resourceLocator' && given === undefined) return undefined;
	const read = isExtracted(field, raw) ? undefined : fromItem(raw);
	const zone = context.getTimezone();
	const toKind = kindOf(field) ?? ((value) => value);
	return read && ((json) => toKind(withZone(field, withLocators(read(json)), zone)));
}

function readField(context: IExecuteFunctions, field: Field, index: number): unknown {
	const { name, type, default: fallback } = field;
	const value = context.getNodeParameter(name, index, fallback);
	if (type !== 'resourceLocator') {
		const read = withZone(field, withLocators(value), context.getTimezone());
		const toKind = kindOf(field);
		return toKind ? toKind(read) : read;
	}
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
	const ofItem: Array<[string, FromItem]> = [];
	const varying: Field[] = [];
	for (const field of byName.values()) {
		if (holdsExpression(given[field.name] ?? field.default)) {
			const read = directly(context, field, given[field.name]);
			if (read) ofItem.push([field.name, read]);
			else varying.push(field);
			continue;
		}
		try {
			constant[field.name] = readField(context, field, 0);
		} catch {
			// What cannot be read fails each item by itself.
			varying.push(field);
		}
	}
	return (index) => {
		const params = { ...constant };
		for (const [name, read] of ofItem) params[name] = read(items[index]?.json);
		for (const field of varying) params[field.name] = readField(context, field, index);
		return params;
	};
}
