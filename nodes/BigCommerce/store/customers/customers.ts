import { InputError } from '../../api/inputError';
import type { Records } from '../records';

export interface Customer {
	id: number;
	email: string;
	first_name: string;
	last_name: string;
}

export const customers: Records = {
	path: '/v3/customers',
	paging: 'cursor',
	pageSize: 250,
	task: 'search the customers',
	noun: 'customer',
	scope: 'customers:read',
	modify: 'customers:modify',
};

/** Addresses that differ in case only are one: no two customers of a store have the same (customers.v3.yml). */
export const emailKey = (email: string) => email.trim().toLowerCase();

/** The longest e-mail address of a new customer (API notes 7.1). */
const LONGEST_EMAIL = 250;

/** A filter takes several addresses separated by commas, so that one with a comma would be two. */
export function toEmail(given: unknown, label: string): string {
	const [one, ...more] = [given].flat();
	const email = typeof one === 'string' && more.length === 0 ? one.trim() : '';
	if (email.length <= LONGEST_EMAIL && /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(email)) return email;
	const shown = email === '' ? 'no text' : `"${email.slice(0, 30)}${email.length > 30 ? '…' : ''}"`;
	throw new InputError(
		`'${label}' is ${shown}, which is not an email address`,
		`Give '${label}' one address such as ada@example.com.`,
	);
}
