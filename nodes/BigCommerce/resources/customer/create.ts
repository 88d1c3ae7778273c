import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
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
				{
					displayName: 'Origin Channel Name or ID',
					name: 'originChannelId',
					type: 'options',
					as: 'id',
					typeOptions: { loadOptionsMethod: 'getChannels' },
					default: '',
					description:
						'Channel that the customer came from. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
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
		const { originChannelId, sendWelcomeEmail, ...others } = additionalFields;
		return {
			...customerBody({ firstName, lastName, ...others }),
			email,
			...(originChannelId && { origin_channel_id: originChannelId }),
			...(sendWelcomeEmail !== undefined && {
				trigger_account_created_notification: sendWelcomeEmail,
			}),
		};
	},
	many: async ({ records, run: { client } }) => await createCustomers(client, records),
});
