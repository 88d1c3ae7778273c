import { data, noContent, refuseV3, type Answer } from '../http/answers.ts';
import { cursorPage } from '../http/paging.ts';
import {
	arrayOf,
	flagOf,
	isObject,
	numberOf,
	numbersOf,
	objectOf,
	textOf,
	type JsonObject,
} from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { CustomerRecord } from '../records.ts';
import { byId, nextId, type StoreState } from '../state.ts';
import { customerView } from './customerView.ts';
import { filteredCustomers } from './customerFilters.ts';

const CUSTOMERS = 'store_v2_customers';
const MOST_IN_A_BATCH = 10;

/** 422 without a row number or an id: the documented shape (API notes 3.17). */
const failed = (verb: 'create' | 'update'): never =>
	refuseV3(422, `Error ${verb === 'create' ? 'creating' : 'updating'} customers`, {
		[`.customer_${verb}`]: `Error ${verb === 'create' ? 'creating' : 'updating'} customers`,
	});

function rowsOf(body: unknown): JsonObject[] {
	if (!Array.isArray(body)) return refuseV3(422, 'An array of customers is expected');
	if (body.length > MOST_IN_A_BATCH)
		refuseV3(
			413,
			`The request payload is too large. The maximum number of items allowed in the array is ${MOST_IN_A_BATCH}.`,
		);
	return body.filter(isObject);
}

const emailTaken = (state: StoreState, email: string, own?: CustomerRecord): boolean =>
	byId(state.customers).some(
		(customer) => customer !== own && customer.email.toLowerCase() === email.toLowerCase(),
	);

/** 0 is no group. That one which does not exist is refused is not documented. */
function hasGroup(state: StoreState, { customer_group_id }: JsonObject): boolean {
	const id = numberOf(customer_group_id) ?? 0;
	return id === 0 || state.customerGroups.has(id);
}

function checkNames(row: JsonObject): void {
	for (const [name, longest] of [
		['email', 250],
		['first_name', 100],
		['last_name', 100],
		['company', 255],
		['phone', 50],
	] as const) {
		const value = row[name];
		if (value !== undefined && (typeof value !== 'string' || value.length > longest)) {
			refuseV3(422, 'JSON data is missing or invalid', {
				[name]: `${name} must be a string of at most ${longest} characters`,
			});
		}
	}
}

/** What a create and an update have in common; what is null or absent stays as it is. */
function write(customer: CustomerRecord, row: JsonObject, now: number): void {
	const target = customer as unknown as Record<string, unknown>;
	for (const name of [
		'email',
		'first_name',
		'last_name',
		'company',
		'phone',
		'notes',
		'tax_exempt_category',
	] as const) {
		target[name] = textOf(row[name]) ?? customer[name];
	}
	customer.customer_group_id = numberOf(row.customer_group_id) ?? customer.customer_group_id;
	customer.accepts_product_review_abandoned_cart_emails =
		flagOf(row.accepts_product_review_abandoned_cart_emails) ??
		customer.accepts_product_review_abandoned_cart_emails;
	customer.force_password_reset =
		flagOf(objectOf(row.authentication).force_password_reset) ?? customer.force_password_reset;
	const [credit] = arrayOf(row.store_credit_amounts).map(objectOf);
	customer.store_credit = numberOf(credit?.amount) ?? customer.store_credit;
	if (row.channel_ids !== undefined) customer.channel_ids = numbersOf(row.channel_ids) ?? null;
	for (const field of arrayOf(row.form_fields).map(objectOf)) {
		const name = textOf(field.name) ?? '';
		customer.form_fields = [
			...customer.form_fields.filter((other) => other.name !== name),
			{ name, value: field.value },
		];
	}
	customer.date_modified = now;
}

function create(context: Context): Answer {
	const { state, now } = context;
	const rows = rowsOf(context.body);
	for (const row of rows) {
		checkNames(row);
		for (const name of ['email', 'first_name', 'last_name']) {
			if (!row[name])
				refuseV3(422, 'JSON data is missing or invalid', { [name]: 'error.path.missing' });
		}
		if (emailTaken(state, String(row.email)) || !hasGroup(state, row)) failed('create');
	}
	if (new Set(rows.map((row) => String(row.email).toLowerCase())).size !== rows.length)
		failed('create');
	const made = rows.map((row) => {
		const customer: CustomerRecord = {
			id: nextId(state, 'customer'),
			email: '',
			first_name: '',
			last_name: '',
			company: '',
			phone: '',
			notes: '',
			registration_ip_address: '',
			tax_exempt_category: '',
			customer_group_id: 0,
			date_created: now,
			date_modified: now,
			addresses: [],
			store_credit: 0,
			accepts_product_review_abandoned_cart_emails: false,
			origin_channel_id: numberOf(row.origin_channel_id) ?? 1,
			channel_ids: null,
			force_password_reset: false,
			form_fields: [],
		};
		write(customer, row, now);
		state.customers.set(customer.id, customer);
		context.emit('store/customer/created', { type: 'customer', id: customer.id });
		return customerView(state, customer, []);
	});
	return data(made);
}

function update(context: Context): Answer {
	const { state, now } = context;
	const rows = rowsOf(context.body);
	const customers = rows.map((row) => {
		checkNames(row);
		const customer = state.customers.get(numberOf(row.id) ?? 0) ?? failed('update');
		const isTaken = row.email !== undefined && emailTaken(state, String(row.email), customer);
		if (isTaken || !hasGroup(state, row)) failed('update');
		return customer;
	});
	customers.forEach((customer, index) => {
		write(customer, rows[index] ?? {}, now);
		context.emit('store/customer/updated', { type: 'customer', id: customer.id });
	});
	return data(customers.map((customer) => customerView(state, customer, [])));
}

/** Without a filter nothing is deleted, and that is a success (the specification of the operation). */
function removeMany(context: Context): Answer {
	const { state, query } = context;
	for (const id of query.numbers('id:in') ?? [])
		if (state.customers.delete(id))
			context.emit('store/customer/deleted', { type: 'customer', id });
	return noContent;
}

export const customerRoutes: Route[] = [
	{
		// No GET of one customer; nobody found is 200 and an empty list (API notes 3.17).
		method: 'GET',
		path: '/v3/customers',
		scope: CUSTOMERS,
		run: (context) => {
			const include = context.query.list('include') ?? [];
			return cursorPage(context.query, filteredCustomers(context), (customer) =>
				customerView(context.state, customer, include),
			);
		},
	},
	{ method: 'POST', path: '/v3/customers', scope: CUSTOMERS, run: create },
	{ method: 'PUT', path: '/v3/customers', scope: CUSTOMERS, parallel: 3, run: update },
	{ method: 'DELETE', path: '/v3/customers', scope: CUSTOMERS, run: removeMany },
];
