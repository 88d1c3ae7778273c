import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import { list } from '../../api/pagination';
import { createRecord, deleteRecord, updateRecord, type Records } from '../records';
import type { Adjusters, OptionValue } from './optionValues';

/** One value that was given: its label, and the rest only as far as it was filled in. */
export interface ValueChoice {
	label: string;
	newLabel?: string;
	/** Makes no sense for a value that is not there yet. */
	isPresent?: true;
	body: Partial<Pick<OptionValue, 'is_default' | 'value_data' | 'adjusters'>>;
}

/** The first value that is named as one that is there, and is not. */
function refuseUnknown(choices: ValueChoice[], present: string[]): void {
	const unknown = choices.find(({ label, isPresent }) => isPresent && !present.includes(label));
	if (unknown)
		throw new InputError(
			`There is no value "${unknown.label}" to be preselected or to get another label`,
			present.length > 0 ? `The values are: ${present.join(', ')}.` : "Add it to 'Values'.",
		);
}

/** The values of a new option or modifier, in the order of the form. */
export function newValues(choices: ValueChoice[]) {
	const given = choices.filter(({ isPresent }) => !isPresent);
	refuseUnknown(
		choices,
		given.map(({ label }) => label),
	);
	return given.map(({ label, body }, sort_order) => ({ label, sort_order, ...body }));
}

/** Adjusters that are really there: the API fills the rest with empty ones. */
function present({ adjusters = {} }: OptionValue): Adjusters {
	const { price, weight, image_url, purchasing_disabled } = adjusters;
	return {
		...(price?.adjuster && { price }),
		...(weight?.adjuster && { weight }),
		...(image_url && { image_url }),
		...(purchasing_disabled?.status && { purchasing_disabled }),
	};
}

/** A value of which nothing was said but its label stays as it is. */
async function changeValue(
	client: Client,
	records: Records,
	{ newLabel, body }: ValueChoice,
	value: OptionValue,
): Promise<OptionValue> {
	if (newLabel === undefined && Object.keys(body).length === 0) return value;
	return await updateRecord<OptionValue>(client, records, value.id, {
		// The API wants these two each time.
		label: newLabel ?? value.label,
		sort_order: value.sort_order,
		...body,
		...(body.adjusters && { adjusters: { ...present(value), ...body.adjusters } }),
	});
}

async function addValue(
	client: Client,
	records: Records,
	{ label, body }: ValueChoice,
	sort_order: number,
): Promise<OptionValue> {
	const value = { label, sort_order, ...body };
	return await createRecord<OptionValue>(client, records, value, async () =>
		(await list<OptionValue>(client, records)).find((found) => found.label === label),
	);
}

/** Changes the values that are there and adds those that are missing, all by label; no other value is touched. */
export async function writeChoices(
	client: Client,
	records: Records,
	values: OptionValue[],
	choices: ValueChoice[],
): Promise<OptionValue[]> {
	const byLabel = new Map(values.map((value) => [value.label, value]));
	refuseUnknown(choices, [...byLabel.keys()]);
	const written = new Map(values.map((value) => [value.id, value]));
	let last = Math.max(-1, ...values.map(({ sort_order }) => sort_order));
	for (const choice of choices) {
		const value = byLabel.get(choice.label);
		const result = value
			? await changeValue(client, records, choice, value)
			: await addValue(client, records, choice, ++last);
		if (result.is_default)
			for (const [id, other] of written) written.set(id, { ...other, is_default: false });
		written.set(result.id, result);
	}
	return [...written.values()];
}

/** Deletes values, and answers those that stay. */
export async function removeValues(
	client: Client,
	records: Records,
	values: readonly OptionValue[],
	doomed: readonly OptionValue[],
): Promise<OptionValue[]> {
	const ids = new Set(doomed.map(({ id }) => id));
	for (const id of ids) await deleteRecord(client, records, id);
	return values.filter(({ id }) => !ids.has(id));
}
