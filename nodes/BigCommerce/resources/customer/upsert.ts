import { asColumns, defineColumns, emailColumn, personNameColumns } from '../../forms/rowColumns';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { emptyCellsClearField, tableField } from '../../operation/table';
import { upsertCustomers } from '../../store/customers/saveCustomers';
import { simplifyCustomer } from '../../store/customers/simplifyCustomer';
import { customerBody, detailFields } from './customerFields';

const columns = defineColumns([
	...emailColumn,
	...personNameColumns,
	...asColumns(detailFields, {
		company: ['Company Name', 'Organization', 'Organisation', 'Account Name'],
		notes: ['Customer Notes', 'Comment', 'Comments'],
		phone: ['Phone Number', 'Telephone', 'Tel', 'Mobile', 'Mobile Phone'],
		acceptsEmails: ['Accepts Emails', 'Receive Review and Cart Emails'],
		storeCredit: ['Credit', 'Balance'],
		taxExemptCategory: ['Tax Exempt Category', 'Tax Code'],
	}),
	{
		displayName: 'Customer Group',
		name: 'group',
		type: 'string',
		default: '',
		clears: true,
		alsoNamed: ['Group', 'Group Name', 'Customer Group Name', 'Customer Group ID', 'Price Group'],
	},
]);

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update customers',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'customers:modify',
	fields: [
		...tableField({
			description:
				'Each input item is a row: the email address of a customer, and what the customer shall have. Ten are written in one request, and what is so already is not written. A new customer needs a first and a last name; empty cells change nothing.',
			columns,
		}),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				...emptyCellsClearField,
				{
					displayName: 'Send Welcome Email',
					name: 'sendWelcomeEmail',
					type: 'boolean',
					default: true,
					description:
						'Whether BigCommerce tells customers who are new that there is an account now. Without this option it does not.',
				},
			],
		},
		...outputFields,
	],
	simplify: simplifyCustomer,
	prepare: ({ params: { columns: row, options } }) => {
		const { email, ...values } = row.values;
		return {
			...customerBody(values),
			email,
			trigger_account_created_notification: options.sendWelcomeEmail ?? false,
		};
	},
	many: async ({ records, run: { client } }) => await upsertCustomers(client, records),
});
