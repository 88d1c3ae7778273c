import type { Client } from '../../api/client';
import { list } from '../../api/pagination';
import { customerAddresses } from '../../store/customers/customerAddresses';
import { customerAttributes } from '../../store/customers/customerAttributes';
import { customerGroups } from '../../store/customers/customerGroups';
import { customers, type Customer } from '../../store/customers/customers';
import type { CustomerAddress } from '../../store/customers/simplifyCustomer';
import { includes, options, optionsOrNone, search, type Named } from './build';

async function listGroups(client: Client) {
	const rows = await list<Named>(client, customerGroups);
	return rows.map(({ id, name }) => ({ name, value: id }));
}

export const customerOptions = {
	getCustomerAttributesOrNone: optionsOrNone('(Choose an Attribute)', async (client) => {
		const rows = await list<Named>(client, customerAttributes);
		return rows.map(({ id, name }) => ({ name, value: id }));
	}),
	getCustomerGroups: options(listGroups),
	getCustomerGroupsOrNone: optionsOrNone('(Choose a Customer Group)', async (client) => [
		{ name: 'No Customer Group', value: 0 },
		...(await listGroups(client)),
	]),
	getCustomerGroupsOrAll: optionsOrNone('All Customer Groups', listGroups),
};

const shownAddress = ({ first_name, last_name, address1 = '', city = '' }: CustomerAddress) =>
	[`${first_name} ${last_name}`, [address1, city].filter(Boolean).join(', ')].join(' · ');

export const customerSearches = {
	searchCustomerAddresses: search<CustomerAddress>(
		customerAddresses,
		() => ({}),
		(address) => ({ name: shownAddress(address), value: address.id }),
		(address, text) => includes(shownAddress(address), text),
	),
	searchCustomerAttributes: search<Named & { type: string }>(
		customerAttributes,
		(text) => ({ 'name:like': text }),
		({ id, name, type }) => ({ name: `${name} (${type})`, value: id }),
	),
	searchCustomerGroups: search<Named>(
		customerGroups,
		(text) => ({ 'name:like': text }),
		({ id, name }) => ({ name, value: id }),
	),
	searchCustomers: search<Customer>(
		customers,
		// Addresses are found whole only (customers.v3.yml).
		(text) => (text.includes('@') ? { 'email:in': text } : { 'name:like': text }),
		({ id, email, first_name, last_name }) => ({
			name: [`${first_name} ${last_name}`.trim(), email].filter(Boolean).join(' · '),
			value: id,
		}),
	),
};
