import type { Action } from '../../api/action';
import { rowsIn } from '../../api/answers';
import type { Client } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { InputError } from '../../api/inputError';
import { writeOthers, type Outcome } from '../../api/outcomes';
import type { Collection } from '../../api/pagination';
import { readOrWalk } from '../../api/readOrWalk';
import { writeMany } from '../../api/writeMany';
import { attributeFinder, type CustomerAttribute } from './customerAttributes';
import { blameAbsent } from './customerRefusals';
import { customers } from './customers';
import { customerIds, type CustomerRef } from './findCustomers';

const attributeValues: Collection = {
	path: '/v3/customers/attribute-values',
	paging: 'v3',
	pageSize: 250,
	task: 'list the attribute values of the customers',
	scope: 'customers:read',
};

interface AttributeValue {
	id: number;
	attribute_id: number;
	customer_id: number;
	attribute_value: string;
}

export interface WantedValue {
	ref: CustomerRef;
	/** By name or ID. */
	attribute: string | number;
	value: string;
}

interface ValueChange {
	customer_id: number;
	attribute: CustomerAttribute;
	value: string;
}

export interface SavedValue {
	id: number;
	customerId: number;
	attributeId: number;
	attribute: string;
	value: string;
	action: Action;
}

/** The cap of a request that writes values (API notes 7.7). */
const MOST_VALUES = 10;

const keyOf = ({ customer_id, attribute }: ValueChange) => `${customer_id}/${attribute.id}`;
const keyOfRow = ({ customer_id, attribute_id }: AttributeValue) =>
	`${customer_id}/${attribute_id}`;

function checkValue({ name, type }: CustomerAttribute, value: string): string {
	if (type !== 'number' || Number.isFinite(Number(value))) return value;
	throw new InputError(
		`'Value' is "${value.slice(0, 60)}", and the customer attribute "${name}" takes numbers`,
		"Give 'Value' a number such as 12.5.",
	);
}

async function presentValues(client: Client, changes: readonly ValueChange[]) {
	const present = new Map<string, AttributeValue>();
	await readOrWalk<AttributeValue>(client, attributeValues, {
		filters: idChunks(changes.map(({ customer_id }) => customer_id)).map((chunk) => ({
			'customer_id:in': chunk,
		})),
		take: (row) => present.set(keyOfRow(row), row),
	});
	return (change: ValueChange) => present.get(keyOf(change));
}

/** Sets what customers have of attributes, ten values a request; what is so already is not written. */
export async function setAttributeValues(
	client: Client,
	wanted: readonly WantedValue[],
): Promise<Array<Outcome<SavedValue>>> {
	const refs = wanted.map(({ ref }) => ref);
	const [idOf, attributeOf] = await Promise.all([
		customerIds(client, refs),
		attributeFinder(client),
	]);
	return await writeMany<WantedValue, SavedValue, ValueChange>(client, wanted, {
		prepare: ({ ref, attribute: named, value }): ValueChange => {
			const attribute = attributeOf(named);
			return { customer_id: idOf(ref), attribute, value: checkValue(attribute, value) };
		},
		keyOf,
		write: async (changes) => {
			const present = await presentValues(client, changes);
			const asItIs = (change: ValueChange) => {
				const row = present(change);
				return row?.attribute_value === change.value ? shown(change, row, 'unchanged') : undefined;
			};
			return await writeOthers(
				changes,
				asItIs,
				async (others) =>
					await writeValues(client, others, (change) => (present(change) ? 'updated' : 'created')),
			);
		},
	});
}

const writeValues = async (
	client: Client,
	changes: ValueChange[],
	actionOf: (change: ValueChange) => Action,
) =>
	await writeMany(client, changes, {
		call: {
			path: attributeValues.path,
			task: 'set attribute values of customers',
			scope: customers.modify,
		},
		taskOf: ({ customer_id, attribute }) =>
			`set the attribute "${attribute.name}" of customer ${customer_id}`,
		size: MOST_VALUES,
		send: async (batch, call) => {
			const body = batch.map(({ attribute, customer_id, value }) => ({
				attribute_id: attribute.id,
				customer_id,
				value,
			}));
			return await client.call('PUT', { ...call, body });
		},
		resultOf: (body, change) => {
			const row = rowsIn<AttributeValue>(body).find((one) => keyOfRow(one) === keyOf(change));
			return row && shown(change, row, actionOf(change));
		},
		blame: blameAbsent(client, customers, ({ customer_id }) => customer_id),
	});

const shown = (
	{ customer_id, attribute }: ValueChange,
	row: AttributeValue,
	action: Action,
): SavedValue => ({
	id: row.id,
	customerId: customer_id,
	attributeId: attribute.id,
	attribute: attribute.name,
	value: row.attribute_value,
	action,
});
