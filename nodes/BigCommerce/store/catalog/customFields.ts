import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import { list } from '../../api/pagination';
import { createOrFind, createRecord, updateRecord } from '../records';
import { partsOf } from './productParts';

/** A custom field as the API gives it (products_catalog.v3.yml). */
export interface CustomField {
	id: number;
	name: string;
	value: string;
}

export const customFields = partsOf('custom-fields', 'custom field');

/** The API's record does not say whose it is; several products may be read in one run. */
export const ofProduct =
	(productId: number) =>
	({ id, name, value }: CustomField) => ({ id, productId, name, value });

/** Characters of a name or a value (products_catalog.v3.yml). */
export const LONGEST = 250;

/** A custom field that is not there yet. */
export type NewCustomField = Omit<CustomField, 'id'>;
type SavedCustomField = ReturnType<ReturnType<typeof ofProduct>> & {
	action: 'created' | 'updated' | 'unchanged';
};

/** A product takes each pair of name and value once; the store says so with 409 or 422 (API notes 2.11). */
const CLASHES = new Set([409, 422]);

const readFields = async (client: Client, product: number) =>
	await list<CustomField>(client, customFields(product));

/** Creates one field; `before` are the names that the same item created already, told where this one fails. */
export async function createField(
	client: Client,
	product: number,
	given: NewCustomField,
	before: string[] = [],
): Promise<CustomField> {
	const after = before.length > 0 ? `, after ${before.map((name) => `"${name}"`).join(', ')}` : '';
	const fields = customFields(product);
	return await createRecord<CustomField>(
		client,
		{ ...fields, of: `${fields.of}${after}` },
		given,
		async () =>
			(await readFields(client, product)).find(
				({ name, value }) => name === given.name && value === given.value,
			),
	);
}

/** Several fields of one name are allowed: then a name alone does not say which of them is meant. */
function fieldToChange(
	present: CustomField[],
	{ name, value }: NewCustomField,
): CustomField | undefined {
	const named = present.filter((field) => field.name === name);
	const same = named.find((field) => field.value === value);
	if (same || named.length < 2) return same ?? named[0];
	throw new InputError(
		`The product has ${named.length} custom fields "${name}", and none of them says "${value}"`,
		"Change one of them by its ID with the operation 'Update', or delete the others.",
	);
}

/** Creates the field, or gives the one of this name its value. `present` is what the product has. */
async function saveField(
	client: Client,
	product: number,
	given: NewCustomField,
	present: CustomField[],
): Promise<SavedCustomField> {
	const shown = ofProduct(product);
	const toChange = fieldToChange(present, given);
	const { record, created } = toChange
		? { record: toChange, created: false }
		: await createOrFind(
				async () => await createField(client, product, given),
				async () => fieldToChange(await readFields(client, product), given),
				CLASHES,
			);
	if (created) return { ...shown(record), action: 'created' };
	if (record.value === given.value) return { ...shown(record), action: 'unchanged' };
	const changes = { value: given.value };
	const updated = await updateRecord<CustomField>(
		client,
		customFields(product),
		record.id,
		changes,
	);
	return { ...shown(updated), action: 'updated' };
}

/** All fields of one item, by one look at what the product has. */
export async function saveFields(
	client: Client,
	product: number,
	rows: NewCustomField[],
): Promise<SavedCustomField[]> {
	const twice = rows.find(({ name }, index) => rows.findIndex((row) => row.name === name) < index);
	if (twice)
		throw new InputError(
			`'Custom Fields' names "${twice.name}" twice, and each value would replace the one before`,
			"Give each name once, or use the operation 'Create' for several fields of one name.",
		);
	const present = await readFields(client, product);
	const saved: SavedCustomField[] = [];
	for (const row of rows) saved.push(await saveField(client, product, row, present));
	return saved;
}
