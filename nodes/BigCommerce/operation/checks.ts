import { z } from 'zod';

import type { Field } from './params';
import { readDate } from '../api/values';

type Check = z.ZodType<unknown, z.ZodTypeDef, unknown>;

/** The check of an object, by its fields. */
export type RecordCheck = z.ZodObject<Record<string, Check>, 'strict'>;

/** A number, also as text, as a spreadsheet gives it. */
export const numberOrText = z
	.unknown()
	.refine(
		(given) => typeof given === 'number' || /^\s*-?\d+(\.\d+)?\s*$/.test(String(given)),
		'Expected a number',
	)
	.transform(Number);

/** A number, also as text, within the bounds that the form has for it. */
function numberWithin({
	minValue = Number.NEGATIVE_INFINITY,
	numberPrecision,
}: NonNullable<Field['typeOptions']>): Check {
	return numberOrText
		.refine((number) => number >= minValue, { message: `Expected a number from ${minValue} up` })
		.refine((number) => numberPrecision !== 0 || Number.isInteger(number), {
			message: 'Expected a whole number',
		});
}

export const wholeOrText = numberOrText.refine(Number.isInteger, 'Expected a whole number');

/** A date that JSON gives as text, as an instant. */
export const dateText = z
	.string()
	.refine((text) => !Number.isNaN(readDate(text).getTime()), 'Expected a date such as 2026-12-31')
	.transform((text) => readDate(text).toISOString());

/** What the API takes for a field that the form has; numbers may come as text, as a spreadsheet gives them. */
export function checkOf({ type, options, typeOptions }: Field): Check {
	switch (type) {
		case 'number':
			return numberWithin(typeOptions ?? {});
		case 'boolean':
			return z.boolean();
		case 'options': {
			const values = (options ?? []).flatMap((option) => ('value' in option ? [option.value] : []));
			return values.length > 0
				? z.any().refine((value) => values.includes(value as string), {
						message: `Expected one of ${values.join(', ')}`,
					})
				: z.string().or(z.number());
		}
		case 'dateTime':
			return dateText;
		case 'string':
			return z.string();
		default:
			return z.unknown();
	}
}

/** Checks by the API's names. */
export type Checks = Readonly<Record<string, Check>>;

/**
 * A record of which any part may be given; a name that it does not have is refused with those that it has. Null has a
 * meaning of its own in the API: a variant's price of null is its product's.
 */
export const recordOf = (checks: Checks): RecordCheck =>
	z
		.object(
			Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, check.nullish()])),
		)
		.strict(`It takes ${Object.keys(checks).sort().join(', ')}.`);
