import type { IExecuteFunctions } from 'n8n-workflow';

import type { Field, Locator } from './params';

export type AnyParams = Record<string, unknown>;

const asLocator = (given: unknown, extracted: unknown): Locator => ({
	mode: typeof given === 'object' && given !== null && 'mode' in given ? String(given.mode) : 'id',
	value: String(extracted ?? '').trim(),
});

/** n8n extracts the value of a locator at the top of the form only; those inside collections are read here. */
function withLocators(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withLocators);
	if (typeof value !== 'object' || value === null || value.constructor !== Object) return value;
	if ('__rl' in value) return asLocator(value, (value as { value?: unknown }).value);
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, withLocators(inner)]),
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
	for (const { name, type, default: fallback } of fields) {
		if (type === 'notice' || name in params) continue;
		const value = context.getNodeParameter(name, index, fallback);
		if (type !== 'resourceLocator') params[name] = withLocators(value);
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
