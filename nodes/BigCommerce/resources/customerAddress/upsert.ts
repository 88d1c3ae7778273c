import { asColumns, customerColumns, customerOfRow, defineColumns } from '../../forms/rowColumns';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { tableField } from '../../operation/table';
import { addAddresses } from '../../store/customers/customerAddresses';
import { simplifyAddress } from '../../store/customers/simplifyCustomer';
import { furtherFields, newAddress, requiredFields } from './addressFields';

const columns = defineColumns([
	...customerColumns,
	...asColumns(requiredFields, {
		firstName: ['Given Name', 'Forename'],
		lastName: ['Surname', 'Family Name'],
		address1: ['Street', 'Street 1', 'Street Address', 'Address'],
		city: ['Town', 'Suburb'],
		countryCode: ['Country Code', 'Country ISO2', 'Country Name'],
	}),
	...asColumns(furtherFields, {
		address2: ['Street 2', 'Apartment', 'Suite'],
		addressType: ['Type'],
		company: ['Company Name', 'Organization', 'Organisation'],
		phone: ['Phone Number', 'Telephone', 'Tel', 'Mobile'],
		stateOrProvince: ['State', 'Province', 'Region', 'County'],
		postalCode: ['ZIP', 'ZIP Code', 'Postcode', 'Postal Code'],
	}),
]);

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update customer addresses',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'customers:modify',
	fields: [
		...tableField({
			description:
				'Each input item is a row: the email address or ID of a customer, and an address. It is the same address if all its parts are the same, and stays as it is; any other is added.',
			columns,
		}),
		...outputFields,
	],
	simplify: simplifyAddress,
	prepare: ({ params: { columns: row } }) => {
		const { email: _email, customerId: _id, ...fields } = row.values;
		return { ref: customerOfRow(row), ...newAddress(fields) };
	},
	many: async ({ records, run: { client } }) => await addAddresses(client, records),
});
