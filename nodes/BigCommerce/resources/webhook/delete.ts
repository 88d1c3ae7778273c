import { defineOperation } from '../../operation/define';
import { hookPath } from '../../store/webhooks/hooks';
import { webhookLocator } from './webhookFields';
import { hookIdOf, hookOf } from './webhookValues';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete webhook',
	description:
		'Delete one webhook; that of a published workflow comes back when it is published again',
	scope: 'none',
	fields: webhookLocator,
	writes: hookOf,
	each: async ({ params, run: { client } }) => {
		const id = hookIdOf(params);
		await client.delete({ path: hookPath(id), task: `delete webhook ${id}` });
		return { deleted: true, id };
	},
});
