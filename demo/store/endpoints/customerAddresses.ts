import { data, noContent, refuseV3, type Answer } from '../http/answers.ts';
import { choice, text, whole } from '../http/fieldRules.ts';
import { idTests, passing, textTests } from '../http/filters.ts';
import { v3Page } from '../http/paging.ts';
import { numberOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { CustomerAddress, CustomerRecord } from '../records.ts';
import { byId, nextId, type StoreState } from '../state.ts';
import { customerRoute, rowsOf } from './customerRows.ts';

const FIELDS = {
	customer_id: whole(1),
	first_name: text(255, 1),
	last_name: text(255, 1),
	company: text(255),
	address1: text(),
	address2: text(),
	city: text(100),
	state_or_province: text(100),
	postal_code: text(30),
	country_code: text(2, 2),
	phone: text(50),
	address_type: choice('residential', 'commercial'),
} as const;

const REQUIRED = [
	'customer_id',
	'first_name',
	'last_name',
	'address1',
	'city',
	'country_code',
	'state_or_province',
	'postal_code',
];

/** What makes one address of a customer (the specification of the operation). */
const CORE = [
	'first_name',
	'last_name',
	'company',
	'phone',
	'address_type',
	'address1',
	'address2',
	'city',
	'country_code',
	'state_or_province',
	'postal_code',
] as const;

const countries = new Intl.DisplayNames(['en'], { type: 'region' });

interface Owned {
	id: number;
	owner: CustomerRecord;
	address: CustomerAddress;
}

const allOf = (state: StoreState): Owned[] =>
	byId(state.customers)
		.flatMap((owner) => owner.addresses.map((address) => ({ id: address.id, owner, address })))
		.sort((a, b) => a.id - b.id);

const view =
	(withFields: boolean) =>
	({ owner, address }: Owned): object => ({
		...address,
		customer_id: owner.id,
		...(withFields && { form_fields: [] }),
	});

const filtered = ({ state, query }: Context): Owned[] =>
	passing(allOf(state), [
		...idTests<Owned>(query, 'id', ({ id }) => id),
		...idTests<Owned>(query, 'customer_id', ({ owner }) => owner.id),
		...textTests<Owned>(query, 'company', ({ address }) => address.company),
		...textTests<Owned>(
			query,
			'name',
			({ address }) => `${address.first_name} ${address.last_name}`,
		),
	]);

const isSame = (one: CustomerAddress, other: CustomerAddress): boolean =>
	CORE.every((name) => one[name] === other[name]);

function changed(address: CustomerAddress, row: JsonObject): CustomerAddress {
	const next = { ...address };
	for (const name of CORE) Object.assign(next, { [name]: textOf(row[name]) ?? address[name] });
	return { ...next, country: countries.of(next.country_code) ?? '' };
}

/** One that the customer has already changes nothing and is left out of the answer (the specification of the operation). */
function create(context: Context): Answer {
	const { state } = context;
	const rows = rowsOf(context, FIELDS, REQUIRED);
	const owners = rows.map(
		(row) =>
			state.customers.get(numberOf(row.customer_id) ?? 0) ??
			refuseV3(422, 'Create addresses failed.', { customer_id: 'The customer does not exist' }),
	);
	const made = rows.flatMap((row, at) => {
		const owner = owners[at] as CustomerRecord;
		const blank: CustomerAddress = {
			id: 0,
			first_name: '',
			last_name: '',
			company: '',
			address1: '',
			address2: '',
			city: '',
			state_or_province: '',
			postal_code: '',
			country_code: '',
			country: '',
			phone: '',
			address_type: 'residential',
		};
		const address = changed(blank, row);
		if (owner.addresses.some((other) => isSame(other, address))) return [];
		address.id = nextId(state, 'customerAddress');
		owner.addresses.push(address);
		emitted(context, 'created', owner, address);
		return [view(false)({ id: address.id, owner, address })];
	});
	return data(made);
}

function update(context: Context): Answer {
	const rows = rowsOf(context, FIELDS, ['id']);
	const known = new Map(allOf(context.state).map((owned) => [owned.id, owned]));
	const present = rows.map(
		({ id }) =>
			known.get(numberOf(id) ?? 0) ??
			refuseV3(422, 'Update addresses failed.', { id: 'The address does not exist' }),
	);
	const updated = present.flatMap(({ id, owner, address }, at) => {
		const next = changed(address, objectOf(rows[at]));
		if (owner.addresses.some((other) => other.id !== id && isSame(other, next))) return [];
		Object.assign(address, next);
		emitted(context, 'updated', owner, address);
		return [view(false)({ id, owner, address })];
	});
	return data(updated);
}

const emitted = ({ emit }: Context, verb: string, owner: CustomerRecord, { id }: CustomerAddress) =>
	emit(`store/customer/address/${verb}`, {
		type: 'customer',
		id,
		address: { customer_id: owner.id },
	});

function removeMany(context: Context): Answer {
	const ids = new Set(context.query.numbers('id:in') ?? []);
	for (const { owner, address } of allOf(context.state)) {
		if (!ids.has(address.id)) continue;
		owner.addresses = owner.addresses.filter((other) => other !== address);
		emitted(context, 'deleted', owner, address);
	}
	return noContent;
}

const route = customerRoute('/v3/customers/addresses');

export const customerAddressRoutes: Route[] = [
	route('GET', (context) => {
		const withFields = context.query.list('include')?.includes('formfields') ?? false;
		return v3Page(context.query, filtered(context), { render: view(withFields) });
	}),
	route('POST', create, 10),
	route('PUT', update, 3),
	route('DELETE', removeMany),
];
