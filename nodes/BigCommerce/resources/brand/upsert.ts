import { defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import type { Client } from '../../api/client';
import { differing, updateRecord } from '../../store/records';
import {
	brands,
	createBrand,
	findBrand,
	simplifyBrand,
	type Brand,
} from '../../store/catalog/brands';
import { additionalFields, brandBody, toBrandName } from './brandFields';

type Upserted = Brand & { action: 'created' | 'updated' | 'unchanged' };

async function upsertBrand(client: Client, name: string, given: Partial<Brand>): Promise<Upserted> {
	const present = await findBrand(client, name);
	const { record, created } = present
		? { record: present, created: false }
		: await createBrand(client, { ...given, name });
	if (created) return { ...record, action: 'created' };
	const changes = differing(record, given);
	if (Object.keys(changes).length === 0) return { ...record, action: 'unchanged' };
	// A PUT demands the name, and the name stays as it is written in the store.
	const body = { ...changes, name: record.name };
	const updated = await updateRecord<Brand>(client, brands, record.id, body);
	return { ...updated, action: 'updated' };
}

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a brand',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Northpine',
			description: 'Name by which the brand is found, whatever its case, or which a new one gets',
		},
		...additionalFields,
		...simplifyField,
	],
	simplify: simplifyBrand,
	writes: ({ name }) => name,
	each: async ({ params, run: { client } }) =>
		await upsertBrand(client, toBrandName(params.name), brandBody(params.additionalFields)),
});
