import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { webhookLocator } from './webhookFields';
import { changeHook, hookIdOf, hookOf, simplifyHook } from './webhookValues';

export const reactivate = defineOperation({
	value: 'reactivate',
	name: 'Reactivate',
	action: 'Reactivate webhook',
	description: 'Switch a webhook on again that BigCommerce or somebody has switched off',
	scope: 'none',
	fields: [...webhookLocator, ...outputFields],
	simplify: simplifyHook,
	writes: hookOf,
	each: async ({ params, run: { client } }) =>
		await changeHook(client, hookIdOf(params), { is_active: true }),
});
