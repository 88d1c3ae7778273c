import { z } from 'zod';

import { jsonBody } from '../operation/apiBody';
import { recordOf, type Checks } from '../operation/checks';
import { defineFields } from '../operation/define';
import { InputError } from '../api/inputError';
import type { Field } from '../operation/params';
import { compact } from '../api/values';
import { isBlank, textsOf, toId } from '../operation/values';
import type { Adjuster, Adjusters, OptionValue, ValueData } from '../store/catalog/optionValues';
import type { ValueChoice } from '../store/catalog/writeOptionValues';

/** What a form says of the values of an option or a modifier. */
export interface ValuesForm {
	values?: unknown;
	preselected?: unknown;
	valueDetails?: { value?: DetailRow[] };
}

interface DetailRow {
	label: string;
	newLabel?: string;
	swatch?: string;
	productId?: string;
	price?: string;
	weight?: string;
	adjusters?: unknown;
}

const MOST_COLORS = 3;

function toSwatch(given: string): ValueData {
	if (/^https?:\/\//i.test(given.trim())) return { image_url: given.trim() };
	const colors = given.split(/[\s,;]+/).filter(Boolean);
	const odd = colors.find((color) => !/^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color));
	if (odd !== undefined || colors.length > MOST_COLORS)
		throw new InputError(
			odd === undefined
				? `'Swatch' has ${colors.length} colors, and a swatch takes up to ${MOST_COLORS}`
				: `'Swatch' holds "${odd}", which is no color`,
			'Give colors in hexadecimal such as #87CEEB, or the address of an image.',
		);
	return { colors: colors.map((color) => `#${color.replace('#', '')}`) };
}

/** `5` and `-2.50` are amounts, `10%` is a share. */
function toAdjuster(given: unknown, label: string): Adjuster {
	const found = /^([+-]?\d+(?:\.\d+)?)\s*(%?)$/.exec(String(given).trim());
	if (!found)
		throw new InputError(
			`'${label}' is "${String(given)}", which is neither an amount nor a percentage`,
			`Give '${label}' such as 5, -2.50 or 10%.`,
		);
	return {
		adjuster: found[2] ? 'percentage' : 'relative',
		adjuster_value: Number(found[1]),
	};
}

const NO_FIELDS: readonly Field[] = [];
const OTHER_ADJUSTERS: Checks = {
	image_url: z.string(),
	purchasing_disabled: recordOf({ status: z.boolean(), message: z.string() }),
};

function adjustersOf({ price, weight, adjusters }: DetailRow): Adjusters | undefined {
	const given: Adjusters = {
		...(!isBlank(price) && { price: toAdjuster(price, 'Price Change') }),
		...(!isBlank(weight) && { weight: toAdjuster(weight, 'Weight Change') }),
		...jsonBody(adjusters, 'Other Adjusters (JSON)', NO_FIELDS, OTHER_ADJUSTERS),
	};
	return Object.keys(given).length > 0 ? given : undefined;
}

function dataOf({ swatch, productId }: DetailRow): ValueData | undefined {
	if (!isBlank(productId)) return { product_id: toId(productId, 'Product ID') };
	return isBlank(swatch) ? undefined : toSwatch(String(swatch));
}

function toLabel(given: unknown): string {
	if (!isBlank(given)) return String(given).trim();
	throw new InputError("'Value Details' holds a value without a label", "Give it a 'Label'.");
}

/** All values that a form names, in its order and each once; details belong to the value of their label. */
export function choicesOf({ values, preselected, valueDetails }: ValuesForm): ValueChoice[] {
	const choices = new Map<string, ValueChoice>();
	for (const label of textsOf(values, ',', 'Values')) choices.set(label, { label, body: {} });
	for (const row of valueDetails?.value ?? []) {
		const label = toLabel(row.label);
		const body = compact({ value_data: dataOf(row), adjusters: adjustersOf(row) });
		const newLabel = isBlank(row.newLabel) ? undefined : String(row.newLabel).trim();
		choices.set(label, { label, ...(newLabel && { newLabel, isPresent: true }), body });
	}
	if (!isBlank(preselected)) {
		const label = String(preselected).trim();
		const { body, ...rest } = choices.get(label) ?? { label, isPresent: true as const, body: {} };
		choices.set(label, { ...rest, body: { ...body, is_default: true } });
	}
	return [...choices.values()];
}

/** The value that shall not be preselected any more. */
export function unselected(
	{ noPreselected, preselected }: { noPreselected?: boolean; preselected?: unknown },
	values: readonly OptionValue[],
): ValueChoice[] {
	if (!noPreselected) return [];
	if (!isBlank(preselected))
		throw new InputError(
			"'Preselected Value' names a value, and 'No Preselected Value' wants none",
			'Remove one of the two.',
		);
	const present = values.filter(({ is_default }) => is_default);
	return present.map(({ label }) => ({ label, body: { is_default: false } }));
}

const LABEL = 'Values to Remove';

export const removedValuesField = defineFields([
	{
		displayName: LABEL,
		name: 'removedValues',
		type: 'string',
		as: 'any',
		default: '',
		placeholder: 'e.g. Small, Medium',
		description:
			'Labels of values that shoppers shall not choose from any more, separated by commas; variants that were made of them may go with them',
	},
]);

/** The values that are to go, all of them there: nothing is written where one is misspelt. */
export function doomedOf(removed: unknown, values: readonly OptionValue[]): OptionValue[] {
	return textsOf(removed, ',', LABEL).map((label) => {
		const value = values.find((one) => one.label === label);
		if (value) return value;
		throw new InputError(
			`'${LABEL}' holds "${label}", which is none of the values`,
			`The values are: ${values.map((one) => one.label).join(', ')}.`,
		);
	});
}
