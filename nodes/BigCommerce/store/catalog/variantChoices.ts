import type { Client } from '../../api/client';
import { list } from '../../api/pagination';
import { InputError } from '../../api/inputError';
import { sameName } from '../byName';
import { options, type Option } from './productOptions';

/** One choice of a variant, by the names or the ids of the option and its value. */
export interface Choice {
	option: string;
	value: string;
}

/** The options of a product are read once a run, however many of its variants are made. */
const read = (client: Client) =>
	client.once('options of products', () => new Map<number, Promise<Option[]>>());

async function optionsOf(client: Client, product: number): Promise<Option[]> {
	const known = read(client);
	const reading = known.get(product) ?? list<Option>(client, options(product));
	known.set(product, reading);
	// A later item may try again.
	reading.catch(() => known.delete(product));
	return await reading;
}

const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ');

function pick<Row extends { id: number }>(
	rows: readonly Row[],
	/** An expression may give an id as a number. */
	wanted: string | number,
	nameOf: (row: Row) => string,
): Row | undefined {
	const text = String(wanted);
	return (
		rows.find((row) => sameName(nameOf(row), text)) ??
		rows.find(({ id }) => String(id) === text.trim())
	);
}

/** The choices as the API wants them: by the ids of options and values that the product has. */
export async function optionValues(
	client: Client,
	product: number,
	choices: readonly Choice[],
): Promise<Array<{ option_id: number; id: number }>> {
	const known = await optionsOf(client, product);
	return choices.map(({ option: optionName, value: label }) => {
		const option = pick(known, optionName, ({ display_name }) => display_name);
		if (!option) {
			throw new InputError(
				`Product ${product} has no option "${optionName}"`,
				known.length > 0
					? `Its options are ${quoted(known.map(({ display_name }) => display_name))}. Options are added with the resource 'Product Option'.`
					: "It has no options at all. Add one with the resource 'Product Option' first.",
			);
		}
		const values = option.option_values ?? [];
		const value = pick(values, label, (row) => row.label);
		if (value) return { option_id: option.id, id: value.id };
		throw new InputError(
			`The option "${option.display_name}" of product ${product} has no value "${label}"`,
			`Its values are ${quoted(values.map((row) => row.label))}. Values are added with the resource 'Product Option'.`,
		);
	});
}
