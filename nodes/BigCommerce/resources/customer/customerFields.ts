import { compact } from '../../api/values';
import { apiBody } from '../../operation/apiBody';
import { defineFields } from '../../operation/define';
import type { ParamsOf } from '../../operation/params';
import { toEmail } from '../../store/customers/customers';
import type { CustomerFields } from '../../store/customers/saveCustomers';

export const emailField = defineFields([
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		check: toEmail,
		default: '',
		placeholder: 'e.g. ada@example.com',
		description: 'Address that the customer signs in with; no two customers may share it',
	},
]);

export const nameFields = defineFields([
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		required: true,
		default: '',
		maxLength: 100,
		placeholder: 'e.g. Ada',
		description: 'Given name of the customer',
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		required: true,
		default: '',
		maxLength: 100,
		placeholder: 'e.g. Berg',
		description: 'Surname of the customer',
	},
]);

export const customerGroupField = defineFields([
	{
		displayName: 'Customer Group Name or ID',
		name: 'group',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getCustomerGroupsOrNone' },
		default: '',
		description:
			'Group whose prices and categories the customer gets; an expression may give its name as well. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);

/** What a customer has beside names, address and group; the form and a table of customers take the same. */
export const detailFields = defineFields([
	{
		displayName: 'Company',
		name: 'company',
		type: 'string',
		clears: true,
		default: '',
		maxLength: 255,
		placeholder: 'e.g. Berg & Co',
		description: 'Company that the customer buys for',
	},
	{
		displayName: 'Notes',
		name: 'notes',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. Calls before every order',
		description: 'What the staff should know; the customer does not see it',
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		clears: true,
		default: '',
		maxLength: 50,
		placeholder: 'e.g. 555-0110',
		description: 'Phone number of the customer',
	},
	{
		displayName: 'Receives Review and Cart Emails',
		name: 'acceptsEmails',
		type: 'boolean',
		default: false,
		description:
			'Whether the customer gets emails that ask for product reviews or remind of abandoned carts',
	},
	{
		displayName: 'Store Credit',
		name: 'storeCredit',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: "Amount that the customer has to spend, in the store's default currency",
	},
	{
		displayName: 'Tax Exempt Code',
		name: 'taxExemptCategory',
		type: 'string',
		clears: true,
		default: '',
		maxLength: 255,
		placeholder: 'e.g. G',
		description: 'Code by which the tax provider exempts the customer',
	},
]);

export const accountFields = defineFields([
	{
		displayName: 'Channel IDs',
		name: 'channelIds',
		type: 'string',
		as: 'ids',
		clears: true,
		default: '',
		placeholder: 'e.g. 1, 2',
		description:
			'Storefronts that the customer can sign in to, by channel ID. Without this field all that share their customers.',
	},
	{
		displayName: 'Custom Form Fields',
		name: 'formFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Form Field',
		default: {},
		description: 'What the account form of the store asks for beside the usual fields',
		options: [
			{
				displayName: 'Form Field',
				name: 'field',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. VAT number',
						description: 'Name of the field as the control panel shows it',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. DE123456789',
						description: 'What the customer would have filled in',
					},
				],
			},
		],
	},
	{
		displayName: 'New Password',
		name: 'newPassword',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		placeholder: 'e.g. nine words would be fine',
		description: 'Password that the customer signs in with',
	},
	{
		displayName: 'Require Password Reset',
		name: 'forcePasswordReset',
		type: 'boolean',
		default: false,
		description: 'Whether the customer has to choose a new password at the next sign-in',
	},
]);

type Added = Partial<
	ParamsOf<typeof nameFields> &
		ParamsOf<typeof customerGroupField> &
		ParamsOf<typeof detailFields> &
		ParamsOf<typeof accountFields>
>;

type Given = { [Name in keyof Added]?: Added[Name] | null };

/** Only what was given; an emptied cell of a table, which is null, empties what the store has. */
export function customerBody({
	acceptsEmails,
	channelIds,
	forcePasswordReset,
	formFields,
	group,
	newPassword,
	storeCredit,
	...texts
}: Given): CustomerFields {
	const emptied = Object.entries(texts).map(([name, text]) => [name, text ?? '']);
	const password = compact({
		new_password: newPassword || undefined,
		force_password_reset: forcePasswordReset ?? undefined,
	});
	const fields = formFields?.field ?? [];
	return compact({
		...apiBody(Object.fromEntries(emptied) as Partial<typeof texts>, []),
		group: group === null ? 0 : group,
		accepts_product_review_abandoned_cart_emails: acceptsEmails ?? undefined,
		store_credit_amounts: typeof storeCredit === 'number' ? [{ amount: storeCredit }] : undefined,
		channel_ids: channelIds?.length ? channelIds : undefined,
		form_fields: fields.length > 0 ? fields : undefined,
		authentication: Object.keys(password).length > 0 ? password : undefined,
	});
}
