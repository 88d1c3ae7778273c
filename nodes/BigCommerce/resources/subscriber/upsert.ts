import { compact } from '../../api/values';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { tableField } from '../../operation/table';
import { defineColumns, emailColumn, personNameColumns } from '../../forms/rowColumns';
import { simplifySubscriber, upsertSubscribers } from '../../store/customers/subscribers';

const columns = defineColumns([
	...emailColumn,
	...personNameColumns,
	{
		displayName: 'Source',
		name: 'source',
		type: 'string',
		default: '',
		maxLength: 255,
		alsoNamed: ['Signup Source', 'Subscribed From'],
	},
	{
		displayName: 'Consents',
		name: 'consents',
		type: 'multiOptions',
		options: [
			{ name: 'Abandoned Cart Emails', value: 'abandoned_cart' },
			{ name: 'Newsletter', value: 'marketing_newsletter' },
		],
		default: [],
		alsoNamed: ['Consent', 'Opt In'],
	},
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		as: 'id',
		default: '',
		alsoNamed: ['Order', 'Order Number'],
	},
	{
		displayName: 'Channel ID',
		name: 'channelId',
		type: 'string',
		as: 'id',
		default: '',
		alsoNamed: ['Channel'],
	},
]);

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update subscribers',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'customers:modify',
	fields: [
		...tableField({
			description:
				'Each input item is a row: the email address of a subscriber to the newsletter, and what the list says of them. What is so already is not written, and empty cells change nothing.',
			columns,
		}),
		...outputFields,
	],
	simplify: simplifySubscriber,
	prepare: ({ params }) => {
		const { email, firstName, lastName, orderId, channelId, source, consents } =
			params.columns.values;
		return {
			email,
			...compact({
				first_name: firstName,
				last_name: lastName,
				source,
				consents,
				order_id: orderId,
				channel_id: channelId,
			}),
		};
	},
	many: async ({ records, run: { client } }) => await upsertSubscribers(client, records),
});
