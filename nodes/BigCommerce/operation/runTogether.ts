import { InputError } from '../api/inputError';
import type { Field } from './params';

/** Two expressions with nothing between them: a column that was dropped onto one that stood there already. */
const RUN_TOGETHER = /^=[\s\S]*\}\}\{\{/;

/** Texts that stand for a number. Two of them in a row are a number as well, and nobody meant it. */
const NUMBERS: ReadonlySet<Field['as']> = new Set(['id', 'ids', 'integer', 'number'] as const);

const isNumber = ({ type, as }: Field) =>
	type === 'number' || type === 'resourceLocator' || NUMBERS.has(as);

/** What the form holds for a field: of a locator the id, which a SKU or a path is not. */
function numberIn(written: unknown): unknown {
	const isLocator = typeof written === 'object' && written !== null && 'mode' in written;
	if (!isLocator) return written;
	const { mode, value } = written as { mode: unknown; value?: unknown };
	return mode === 'id' || mode === 'list' ? value : undefined;
}

type Values = Record<string, unknown>;

const partsOf = (fields: readonly Field[], values: unknown): Array<[Field, unknown]> =>
	fields.map((field) => [field, (values as Values | undefined)?.[field.name]]);

/** The fields within one, each with what the form holds for it: of a collection, of rows, of a table. */
function partsIn({ options = [], columns }: Field, written: object): Array<[Field, unknown]> {
	const values = written as Values;
	if (columns) return partsOf(columns, values.value);
	return options.flatMap((option) => {
		if ('type' in option) return partsOf([option], values);
		if (!('values' in option)) return [];
		const rows = [values[option.name]].flat();
		return rows.flatMap((row) => partsOf(option.values, row));
	});
}

/** The first number of a form, at any depth, that two expressions in a row would give. */
function findRunTogether(field: Field, written: unknown): Field | undefined {
	if (isNumber(field)) {
		const value = numberIn(written);
		return typeof value === 'string' && RUN_TOGETHER.test(value) ? field : undefined;
	}
	if (typeof written !== 'object' || written === null) return undefined;
	for (const [part, value] of partsIn(field, written)) {
		const found = findRunTogether(part, value);
		if (found) return found;
	}
	return undefined;
}

/** Refuses 5 and 40 that are written as 540, before anything is sent. */
export function refuseRunTogether(field: Field, written: unknown): void {
	const found = findRunTogether(field, written);
	if (!found) return;
	const { displayName: label } = found;
	throw new InputError(
		`'${label}' holds two expressions in a row, which run together into one number`,
		`Leave one of them in '${label}': what is dropped onto a field that holds an expression is added behind it.`,
	);
}
