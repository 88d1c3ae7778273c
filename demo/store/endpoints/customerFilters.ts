import type { Context } from '../http/routes.ts';
import type { CustomerRecord } from '../records.ts';
import { byId } from '../state.ts';

type Test = (customer: CustomerRecord) => boolean;

const fullName = (customer: CustomerRecord): string =>
	`${customer.first_name} ${customer.last_name}`;

export function filteredCustomers({ state, query }: Context): CustomerRecord[] {
	const tests: Test[] = [];
	const among = (name: string, of: (customer: CustomerRecord) => string): void => {
		const wanted = query.list(`${name}:in`)?.map((value) => value.toLowerCase());
		if (wanted) tests.push((customer) => wanted.includes(of(customer).toLowerCase()));
	};
	among('id', (customer) => String(customer.id));
	among('email', (customer) => customer.email);
	among('company', (customer) => customer.company);
	among('phone', (customer) => customer.phone);
	among('customer_group_id', (customer) => String(customer.customer_group_id));
	among('registration_ip_address', (customer) => customer.registration_ip_address);
	among('name', fullName);
	const like = query.text('name:like')?.toLowerCase();
	if (like) tests.push((customer) => fullName(customer).toLowerCase().includes(like));
	for (const name of ['date_created', 'date_modified'] as const) {
		const exact = query.date(name);
		if (exact !== undefined)
			tests.push((customer) => Math.floor(customer[name] / 1000) === Math.floor(exact / 1000));
		const from = query.date(`${name}:min`);
		if (from !== undefined) tests.push((customer) => customer[name] >= from);
		const to = query.date(`${name}:max`);
		if (to !== undefined) tests.push((customer) => customer[name] <= to);
	}
	return sorted(
		byId(state.customers).filter((customer) => tests.every((test) => test(customer))),
		query.text('sort'),
		(reason) => query.refuse('sort', reason),
	);
}

function sorted(
	customers: CustomerRecord[],
	sort: string | undefined,
	refuse: (reason: string) => never,
): CustomerRecord[] {
	if (sort === undefined) return customers;
	const [name = '', direction = 'asc'] = sort.split(':');
	if (
		!['date_created', 'last_name', 'date_modified'].includes(name) ||
		!['asc', 'desc'].includes(direction)
	)
		return refuse('is not a way to sort');
	const key = name as 'date_created' | 'last_name' | 'date_modified';
	const sign = direction === 'desc' ? -1 : 1;
	return [...customers].sort((a, b) =>
		a[key] === b[key] ? a.id - b.id : a[key] < b[key] ? -sign : sign,
	);
}
