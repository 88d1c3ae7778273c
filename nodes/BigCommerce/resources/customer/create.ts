import { channelLocator } from '../../forms/locators/channel';
import { defineOperation } from '../../operation/define';
import { optional, outputFields } from '../../operation/fields';
import { idOf } from '../../operation/values';
import { createCustomers } from '../../store/customers/saveCustomers';
import { simplifyCustomer } from '../../store/customers/simplifyCustomer';
import {
	accountFields,
	customerBody,
	customerGroupField,
	detailFields,
	emailField,
	nameFields,
} from './customerFields';

const [channel] = optional(channelLocator);
const originChannel = {
	...channel,
	displayName: 'Origin Channel',
	name: 'originChannel',
	description: 'The sales channel that the customer came from, picked from the list or by ID',
} as const;

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create customer',
	description: 'Create a customer, ten items a request; an email address that one has is refused',
	scope: 'customers:modify',
	fields: [
		...emailField,
		...nameFields,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...accountFields,
				...customerGroupField,
				...detailFields,
				originChannel,
				{
					displayName: 'Send Welcome Email',
					name: 'sendWelcomeEmail',
					type: 'boolean',
					default: true,
					description: 'Whether BigCommerce tells the customer that there is an account now',
				},
			],
		},
		...outputFields,
	],
	simplify: simplifyCustomer,
	prepare: ({ params: { email, firstName, lastName, additionalFields } }) => {
		const { originChannel: origin, sendWelcomeEmail, ...others } = additionalFields;
		return {
			...customerBody({ firstName, lastName, ...others }),
			email,
			...(origin && { origin_channel_id: idOf(origin, 'Origin Channel') }),
			...(sendWelcomeEmail !== undefined && {
				trigger_account_created_notification: sendWelcomeEmail,
			}),
		};
	},
	many: async ({ records, run: { client } }) => await createCustomers(client, records),
});
