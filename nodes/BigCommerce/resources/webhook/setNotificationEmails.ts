import { defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

function toEmails(given: string): string[] {
	const emails = given.split(/[\s,;]+/).filter(Boolean);
	const odd = emails.find((email) => !ADDRESS.test(email));
	if (odd !== undefined)
		throw new InputError(
			`'Emails' holds "${odd}", which is not an email address`,
			'Give addresses such as ops@example.com, separated by commas.',
		);
	if (emails.length === 0)
		throw new InputError(
			"'Emails' is empty",
			'Give at least one address, such as ops@example.com.',
		);
	return [...new Set(emails)];
}

export const setNotificationEmails = defineOperation({
	value: 'setNotificationEmails',
	name: 'Set Notification Emails',
	action: 'Set notification emails of webhooks',
	description:
		'Set whom BigCommerce writes to when it switches a webhook off or blocks a domain; replaces all present addresses',
	scope: 'none',
	fields: [
		{
			displayName: 'Emails',
			name: 'emails',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ops@example.com, shop@example.com',
			description: 'One address, or several separated by commas',
		},
	],
	each: async ({ params, run: { client } }) => {
		const emails = toEmails(params.emails);
		await client.put({
			path: '/v3/hooks/admin',
			body: { emails },
			task: 'set the notification emails of the webhooks',
		});
		return { emails };
	},
});
