import { data, refuseV3, type Answer } from '../http/answers.ts';
import { cursorPage } from '../http/paging.ts';
import { isObject, numberOf, textOf, type JsonObject } from '../http/reading.ts';
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
		if (emailTaken(state, String(row.email))) failed('create');
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
			accepts_product_review_abandoned_cart_emails:
				row.accepts_product_review_abandoned_cart_emails === true,
			origin_channel_id: numberOf(row.origin_channel_id) ?? 1,
			channel_ids: null,
			force_password_reset: false,
		};
		write(customer, row, now);
		state.customers.set(customer.id, customer);
		context.emit('store/customer/created', { type: 'customer', id: customer.id });
		return customerView(customer, []);
	});
	return data(made);
}

function update(context: Context): Answer {
	const { state, now } = context;
	const rows = rowsOf(context.body);
	const customers = rows.map((row) => {
		checkNames(row);
		const customer = state.customers.get(numberOf(row.id) ?? 0) ?? failed('update');
		if (row.email !== undefined && emailTaken(state, String(row.email), customer)) failed('update');
		return customer;
	});
	customers.forEach((customer, index) => {
		write(customer, rows[index] ?? {}, now);
		context.emit('store/customer/updated', { type: 'customer', id: customer.id });
	});
	return data(customers.map((customer) => customerView(customer, [])));
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
				customerView(customer, include),
			);
		},
	},
	{ method: 'POST', path: '/v3/customers', scope: CUSTOMERS, run: create },
	{ method: 'PUT', path: '/v3/customers', scope: CUSTOMERS, parallel: 3, run: update },
];
