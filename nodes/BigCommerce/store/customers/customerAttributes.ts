import { readRows } from '../../api/answers';
import type { Client } from '../../api/client';
import { inFull } from '../../api/errors';
import { list } from '../../api/pagination';
import { compact, toIso } from '../../api/values';
import { noneNamed, sameName } from '../byName';
import type { Records } from '../records';

/** Something that a store keeps of each customer; its type is fixed (customers.v3.yml). */
export interface CustomerAttribute {
	id: number;
	name: string;
	type: 'date' | 'number' | 'string';
	date_created?: string;
	date_modified?: string;
}

export const customerAttributes: Records = {
	path: '/v3/customers/attributes',
	paging: 'v3',
	pageSize: 250,
	task: 'list the customer attributes',
	noun: 'customer attribute',
	scope: 'customers:read',
	modify: 'customers:modify',
};

export const simplifyAttribute = ({ date_created, date_modified, ...own }: CustomerAttribute) =>
	compact({ ...own, dateCreated: toIso(date_created), dateModified: toIso(date_modified) });

/** A store has 50 of them at most (API notes 7.7): all are read. */
const readAttributes = async (client: Client) =>
	await list<CustomerAttribute>(client, customerAttributes);

export const findAttribute = async (client: Client, name: string) =>
	(await readAttributes(client)).find((found) => sameName(found.name, name));

export async function createAttribute(
	client: Client,
	{ name = '', type = 'string' }: Partial<CustomerAttribute>,
): Promise<CustomerAttribute> {
	const call = {
		path: customerAttributes.path,
		body: [{ name, type }],
		task: `create the customer attribute "${name}"`,
		scope: customerAttributes.modify,
	};
	return await client.create<CustomerAttribute>({
		...call,
		read: (answer, path) => readRows<CustomerAttribute>(inFull(answer, call), path)?.[0],
		find: async () => await findAttribute(client, name),
	});
}

/** Finds attributes by name or ID. */
export async function attributeFinder(client: Client) {
	const all = await client.once('customer attributes', async () => await readAttributes(client));
	return (wanted: string | number): CustomerAttribute => {
		const found =
			all.find(({ name }) => sameName(name, String(wanted))) ??
			all.find(({ id }) => String(id) === String(wanted));
		if (found) return found;
		throw noneNamed(customerAttributes.noun, wanted, all);
	};
}

/** Deletes an attribute with what all customers have of it; false where the store does not have it. */
export async function deleteAttribute(client: Client, id: number) {
	const isThere = (await readAttributes(client)).some((attribute) => attribute.id === id);
	if (isThere)
		await client.delete({
			path: customerAttributes.path,
			query: { 'id:in': [id] },
			task: `delete the customer attribute ${id}`,
			scope: customerAttributes.modify,
		});
	return isThere;
}
