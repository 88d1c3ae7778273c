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

/** The form's values for one item; a field that the form hides has its default. */
export function readParams(
	context: IExecuteFunctions,
	fields: readonly Field[],
	index: number,
): AnyParams {
	const params: AnyParams = {};
	const given = context.getNode().parameters;
	const zone = context.getTimezone();
	for (const field of fields) {
		const { name, type, default: fallback } = field;
		if (type === 'notice' || name in params) continue;
		const value = context.getNodeParameter(name, index, fallback);
		if (type !== 'resourceLocator') params[name] = withZone(field, withLocators(value), zone);
		// n8n refuses to extract from a field that the form hides.
		else if (!(name in given)) params[name] = asLocator(value, undefined);
		else
			params[name] = asLocator(
				value,
				context.getNodeParameter(name, index, fallback, { extractValue: true }),
			);
	}
	return params;
}
