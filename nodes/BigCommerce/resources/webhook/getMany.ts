import type { Client } from '../../api/client';
import { defineFields, defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { isBlocked, readOverview } from '../../store/webhooks/hookAdmin';
import { activeField, destinationField, eventField } from './webhookFields';
import { masked, simplifyHook, type HookInList } from './webhookValues';

const fields = defineFields([
	...returnAllOrLimit,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [...activeField, ...destinationField, ...eventField],
	},
	...outputFields,
]);

async function getHooks(client: Client, params: ParamsOf<typeof fields>): Promise<HookInList[]> {
	const { isActive, destination, event } = params.filters;
	const query = compact({ is_active: isActive, destination, scope: event && String(event) });
	const { hooks, blockedDomains } = await readOverview(client, { query, limit: limitOf(params) });
	return hooks.map((hook) => ({
		...masked(hook),
		blocked: blockedDomains.find((domain) => isBlocked(domain, hook.destination)) ?? null,
	}));
}

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'Retrieve a list of webhooks with their status and whether their domain is blocked',
	scope: 'none',
	fields,
	simplify: simplifyHook,
	each: async ({ params, run: { client } }) => await getHooks(client, params),
});
