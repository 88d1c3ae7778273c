import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { pickers } from './forms/pickers';
import { receive } from './triggers/webhook/receive';
import { triggerFields } from './triggers/webhook/triggerFields';
import { webhookMethods } from './triggers/webhook/webhookMethods';

export class BigCommerceTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce Trigger',
		name: 'bigCommerceTrigger',
		icon: {
			light: 'file:../../icons/bigCommerce.svg',
			dark: 'file:../../icons/bigCommerce.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["events"].concat($parameter["moreEvents"] || [], ($parameter["settings"]["channelEvents"] || []).map((event) => "channel/" + event), $parameter["settings"]["otherScopes"] || []).join(", ").replaceAll("store/", "") }}',
		description:
			'Starts the workflow when something happens in a BigCommerce store, such as a new order',
		eventTriggerDescription:
			'Make one of the chosen events happen in your store, for example a test order',
		activationMessage:
			'BigCommerce now sends the chosen events to this workflow. The first may take up to a minute.',
		defaults: { name: 'BigCommerce Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'bigCommerceApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties: triggerFields,
	};

	methods = pickers;

	webhookMethods = webhookMethods;

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive.call(this);
	}
}
