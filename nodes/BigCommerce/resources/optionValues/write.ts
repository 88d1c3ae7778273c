import type { Client } from '../../api/client';
import { list } from '../../api/pagination';
import { createRecord, updateRecord, type Records } from '../../store/records';
import { refuseUnknown, type Choice } from './choices';
import type { Adjusters, OptionValue } from './values';

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
	{ newLabel, body }: Choice,
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
	{ label, body }: Choice,
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
	choices: Choice[],
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
