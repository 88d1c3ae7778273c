import { defineFields } from '../../operation/define';
import { locator } from '../../operation/locator';
import { idOf } from '../../operation/values';
import { toEmail } from '../../store/customers/customers';
import type { CustomerRef } from '../../store/customers/findCustomers';

export const customerLocator = locator({
	displayName: 'Customer',
	name: 'customer',
	description: 'The customer, picked from the list or by ID',
	noun: 'a customer',
	search: 'searchCustomers',
	example: '42',
	hint: 'Search by name or by the full email address',
});

/** A customer where the email address will do as well. */
export const customerOrEmail = defineFields([
	{
		...customerLocator[0],
		description: 'The customer, picked from the list, by ID or by email address',
		modes: [
			...customerLocator[0].modes,
			{
				displayName: 'By Email',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. ada@example.com',
			},
		],
	},
]);

export const customerRef = (
	picked: { by: string; value: string | number },
	label = 'Customer',
): CustomerRef =>
	picked.by === 'email' ? { email: toEmail(picked.value, label) } : { id: idOf(picked, label) };
