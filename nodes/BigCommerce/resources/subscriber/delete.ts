import { idsToDelete } from '../../forms/idsToDelete';
import { defineOperation } from '../../operation/define';
import { shownWhen } from '../../operation/fields';
import { textsOf } from '../../operation/values';
import { toEmail } from '../../store/customers/customers';
import { deleteSubscribers, type DoomedSubscribers } from '../../store/customers/subscribers';

const toEmails = (given: unknown, label: string) =>
	textsOf(given, /[,;\s]+/, label).map((email) => toEmail(email, label));

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete subscribers',
	description:
		'Take subscribers off the newsletter list; those that the store does not have change nothing',
	scope: 'customers:modify',
	fields: [
		{
			displayName: 'Delete By',
			name: 'deleteBy',
			type: 'options',
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'ID', value: 'id' },
			],
			default: 'email',
			description: 'What the subscribers are named by',
		},
		{
			displayName: 'Emails',
			name: 'emails',
			type: 'string',
			required: true,
			displayOptions: { show: { deleteBy: ['email'] } },
			check: toEmails,
			default: '={{ $json.email }}',
			emptyAdvice: "Nothing is deleted: give 'Emails' at least one address.",
			placeholder: 'e.g. ada@example.com, ben@example.com',
			description:
				'Addresses of the subscribers to delete, separated by commas, or a list from an expression. By default that of each input item.',
		},
		...shownWhen(
			{ deleteBy: ['id'] },
			idsToDelete({ displayName: 'Subscriber IDs', nouns: 'subscribers', example: '5, 6' }),
		),
	],
	prepare: ({ params: { deleteBy, emails, ids } }): DoomedSubscribers =>
		deleteBy === 'email' ? { emails } : { ids },
	many: async ({ records, run: { client } }) => await deleteSubscribers(client, records),
});
