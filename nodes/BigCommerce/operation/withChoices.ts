import { chosen } from './apiBody';
import type { Field } from './params';

type Values = Record<string, unknown>;

const isEmpty = (given: unknown) =>
	given === undefined || given === null || String(given).trim() === '';

/** Refuses what is none of the field's values, which are known beforehand since there may be 100,000 items. */
function checkerOf(field: Field): (given: unknown) => void {
	const known = new Set<unknown>(
		(field.options ?? []).flatMap((option) => ('value' in option ? [option.value] : [])),
	);
	return (given) => {
		if (!isEmpty(given) && !known.has(given)) chosen(given, field);
	};
}

/**
 * Reads the choices among settings: an expression may give one that there is not, which would silently count as
 * another. Where it gives nothing, the form's default counts.
 */
export function choicesReader(
	fields: readonly Field[],
): <Params extends object>(given: Params) => Params {
	const readers = fields.flatMap((field) => {
		const { name, type, default: fallback } = field;
		if (type === 'collection') {
			const read = choicesReader(field.options as Field[]);
			return [{ name, read: (value: unknown) => read(value as Values) }];
		}
		if (type !== 'options' && type !== 'multiOptions') return [];
		const check = checkerOf(field);
		const read = (value: unknown) => {
			[value].flat().forEach(check);
			return type === 'options' && isEmpty(value) ? fallback : value;
		};
		return [{ name, read }];
	});
	return (given) => {
		const values = { ...given } as Values;
		for (const { name, read } of readers) if (name in values) values[name] = read(values[name]);
		return values as typeof given;
	};
}
