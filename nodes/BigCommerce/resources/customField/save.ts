import type { Client } from '../../api/client';
import { list } from '../../api/pagination';
import { InputError } from '../../api/inputError';
import { createOrFind, createRecord, updateRecord } from '../../store/records';
import { customFields, ofProduct, type CustomField } from './customFields';

type Given = Omit<CustomField, 'id'>;
type Saved = ReturnType<ReturnType<typeof ofProduct>> & {
	action: 'created' | 'updated' | 'unchanged';
};

/** A product takes each pair of name and value once; the store says so with 409 or 422 (fact sheet 4.3). */
const CLASHES = new Set([409, 422]);

const readFields = async (client: Client, product: number) =>
	await list<CustomField>(client, customFields(product));

/** Creates one field; `before` are the names that the same item created already, told where this one fails. */
export async function createField(
	client: Client,
	product: number,
	given: Given,
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
function fieldToChange(present: CustomField[], { name, value }: Given): CustomField | undefined {
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
	given: Given,
	present: CustomField[],
): Promise<Saved> {
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
export async function saveFields(client: Client, product: number, rows: Given[]): Promise<Saved[]> {
	const twice = rows.find(({ name }, index) => rows.findIndex((row) => row.name === name) < index);
	if (twice)
		throw new InputError(
			`'Custom Fields' names "${twice.name}" twice, and each value would replace the one before`,
			"Give each name once, or use the operation 'Create' for several fields of one name.",
		);
	const present = await readFields(client, product);
	const saved: Saved[] = [];
	for (const row of rows) saved.push(await saveField(client, product, row, present));
	return saved;
}
