import type { Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { list } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { CLASHES, hooks, type Hook } from '../../store/webhooks/hooks';
import { activeField, destinationField, eventField, headersField } from './webhookFields';
import { masked, simplifyHook, toDestination, toHeaders, toScope } from './webhookValues';

interface NewHook {
	scope: string;
	destination: string;
	is_active: boolean;
	headers?: Record<string, string>;
}

/** BigCommerce allows one webhook for an event and a destination (API notes 5.1). */
async function createHook(client: Client, body: NewHook): Promise<Hook> {
	const { scope, destination } = body;
	const twin = async () =>
		(await list<Hook>(client, hooks, { query: { scope, destination } })).find(
			(hook) => hook.scope === scope && hook.destination === destination,
		);
	return await client
		.create<Hook>({ path: hooks.path, body, task: `create the webhook for ${scope}`, find: twin })
		.catch(async (refusal: unknown) => {
			const isClash = refusal instanceof BigCommerceError && CLASHES.includes(refusal.status);
			const present = isClash ? await twin() : undefined;
			if (!present) throw refusal;
			throw new BigCommerceError({
				task: `create the webhook for ${scope}`,
				status: 409,
				title: `The store has this webhook already, with the ID ${present.id}`,
				advice: "Change it with the operation 'Update', or choose another event or destination.",
			});
		});
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create webhook',
	description:
		'Have BigCommerce tell an address of an event. A BigCommerce Trigger makes its webhooks by itself.',
	scope: 'none',
	fields: [
		...eventField,
		...destinationField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...activeField, ...headersField],
		},
		...outputFields,
	],
	simplify: simplifyHook,
	writes: ({ event, destination }) => `${toScope(event)} ${toDestination(destination)}`,
	each: async ({ params: { event, destination, additionalFields }, run: { client } }) => {
		const { isActive = true, headers } = additionalFields;
		const body = {
			scope: toScope(event),
			destination: toDestination(destination),
			is_active: isActive,
			headers: toHeaders(headers),
		};
		return masked(await createHook(client, body));
	},
});
