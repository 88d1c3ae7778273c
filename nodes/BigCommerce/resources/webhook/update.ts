import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { compact } from '../../api/values';
import { someChange } from '../../operation/values';
import {
	activeField,
	destinationField,
	eventField,
	headersField,
	webhookLocator,
} from './webhookFields';
import {
	changeHook,
	hookIdOf,
	hookOf,
	simplifyHook,
	toDestination,
	toHeaders,
	toScope,
} from './webhookValues';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update webhook',
	description:
		'Change a webhook; whatever is not added below stays as it is. Headers replace all present ones.',
	scope: 'none',
	fields: [
		...webhookLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...activeField, ...destinationField, ...eventField, ...headersField],
		},
		...outputFields,
	],
	simplify: simplifyHook,
	writes: hookOf,
	each: async ({ params, run: { client } }) => {
		const { isActive, destination, event, headers } = params.updateFields;
		const changes = compact({
			is_active: isActive,
			destination: destination === undefined ? undefined : toDestination(destination),
			scope: event === undefined ? undefined : toScope(event),
			headers: toHeaders(headers),
		});
		return await changeHook(client, hookIdOf(params), someChange(changes));
	},
});
