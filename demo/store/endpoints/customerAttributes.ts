import { isoZulu } from '../formats.ts';
import { data, noContent, refuseV3, type Answer } from '../http/answers.ts';
import { choice, text, whole } from '../http/fieldRules.ts';
import { idTests, passing, textTests, timeTests } from '../http/filters.ts';
import { v3Page } from '../http/paging.ts';
import { numberOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { CustomerAttributeRecord, CustomerAttributeValueRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';
import { customerRoute, rowsOf } from './customerRows.ts';
import { attributeValueView } from './customerView.ts';

const MOST_ATTRIBUTES = 50;
const MOST_VALUES = 10;

const view = (attribute: CustomerAttributeRecord): object => ({
	...attribute,
	date_created: isoZulu(attribute.date_created),
	date_modified: isoZulu(attribute.date_modified),
});

function listAttributes({ state, query }: Context): Answer {
	const like = query.text('name:like')?.toLowerCase();
	const rows = passing(byId(state.customerAttributes), [
		...textTests<CustomerAttributeRecord>(query, 'name', ({ name }) => name),
		...textTests<CustomerAttributeRecord>(query, 'type', ({ type }) => type),
		({ name }) => !like || name.toLowerCase().includes(like),
		...(['date_created', 'date_modified'] as const).flatMap((name) =>
			timeTests<CustomerAttributeRecord>(query, name, (attribute) => attribute[name]),
		),
	]);
	return v3Page(query, rows, { render: view });
}

/** That a name is one attribute's alone is not documented. */
function createAttributes(context: Context): Answer {
	const { state, now } = context;
	const rules = { name: text(255, 1), type: choice('string', 'number', 'date') };
	const rows = rowsOf(context, rules, ['name', 'type']);
	const names = [...state.customerAttributes.values()].map(({ name }) => name);
	if (rows.some(({ name }) => names.includes(String(name))))
		refuseV3(422, 'Create attributes failed.', { name: 'The name is taken' });
	if (names.length + rows.length > MOST_ATTRIBUTES)
		refuseV3(422, `A store cannot have more than ${MOST_ATTRIBUTES} customer attributes.`);
	const made = rows.map((row) => {
		const attribute: CustomerAttributeRecord = {
			id: nextId(state, 'customerAttribute'),
			name: String(row.name),
			type: row.type as CustomerAttributeRecord['type'],
			date_created: now,
			date_modified: now,
		};
		state.customerAttributes.set(attribute.id, attribute);
		return view(attribute);
	});
	return data(made);
}

function renameAttributes(context: Context): Answer {
	const { state, now } = context;
	const rows = rowsOf(context, { id: whole(1), name: text(255, 1) }, ['id', 'name']);
	const known = rows.map(
		({ id }) =>
			state.customerAttributes.get(numberOf(id) ?? 0) ??
			refuseV3(422, 'Update attributes failed.', { id: 'The attribute does not exist' }),
	);
	known.forEach((attribute, at) => {
		attribute.name = textOf(rows[at]?.name) ?? attribute.name;
		attribute.date_modified = now;
	});
	return data(known.map(view));
}

/** The values of customers go with it (the specification of POST speaks of that). */
function deleteAttributes({ state, query }: Context): Answer {
	const ids = query.numbers('id:in') ?? [];
	for (const id of ids) state.customerAttributes.delete(id);
	for (const { id, attribute_id } of state.customerAttributeValues.values())
		if (ids.includes(attribute_id)) state.customerAttributeValues.delete(id);
	return noContent;
}

function listValues({ state, query }: Context): Answer {
	const name = query.text('name');
	const rows = passing(byId(state.customerAttributeValues), [
		...idTests<CustomerAttributeValueRecord>(query, 'customer_id', (value) => value.customer_id),
		...idTests<CustomerAttributeValueRecord>(query, 'attribute_id', (value) => value.attribute_id),
		(value) => !name || state.customerAttributes.get(value.attribute_id)?.name === name,
		...(['date_created', 'date_modified'] as const).flatMap((time) =>
			timeTests<CustomerAttributeValueRecord>(query, time, (value) => value[time]),
		),
	]);
	return v3Page(query, rows, { render: attributeValueView });
}

/** Sent as `value`, answered as `attribute_value` (the specification of the field). */
function upsertValues(context: Context): Answer {
	const { state, now } = context;
	const rules = { attribute_id: whole(1), customer_id: whole(1), value: text(255) };
	const rows = rowsOf(context, rules, ['attribute_id', 'customer_id', 'value']);
	if (rows.length > MOST_VALUES) refuseV3(422, `At most ${MOST_VALUES} values are allowed`);
	const isKnown = ({ attribute_id, customer_id }: JsonObject): boolean =>
		state.customerAttributes.has(Number(attribute_id)) && state.customers.has(Number(customer_id));
	if (!rows.every(isKnown)) refuseV3(422, 'Upsert attribute values failed.');
	const saved = rows.map((row) => {
		const own = { attribute_id: Number(row.attribute_id), customer_id: Number(row.customer_id) };
		const present = [...state.customerAttributeValues.values()].find(
			(value) => value.attribute_id === own.attribute_id && value.customer_id === own.customer_id,
		);
		const value = present ?? {
			id: nextId(state, 'customerAttributeValue'),
			...own,
			attribute_value: '',
			date_created: now,
			date_modified: now,
		};
		value.attribute_value = String(row.value);
		value.date_modified = now;
		state.customerAttributeValues.set(value.id, value);
		return attributeValueView(value);
	});
	return data(saved);
}

function deleteValues({ state, query }: Context): Answer {
	for (const id of query.numbers('id:in') ?? []) state.customerAttributeValues.delete(id);
	return noContent;
}

const attributes = customerRoute('/v3/customers/attributes');
const values = customerRoute('/v3/customers/attribute-values');

export const customerAttributeRoutes: Route[] = [
	attributes('GET', listAttributes),
	attributes('POST', createAttributes, 3),
	attributes('PUT', renameAttributes, 3),
	attributes('DELETE', deleteAttributes),
	values('GET', listValues),
	values('PUT', upsertValues, 3),
	values('DELETE', deleteValues),
];
