import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { events } from './trigger/events';
import { receive } from './trigger/receive';
import { webhookMethods } from './trigger/webhookMethods';

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
			'={{ $parameter["events"].concat($parameter["otherScopes"] || []).join(", ").replaceAll("store/", "") }}',
		description: 'Starts the workflow when something happens in a BigCommerce store',
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
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				options: [{ name: 'Access Token', value: 'accessToken' }],
				default: 'accessToken',
			},
			{
				displayName: 'Trigger On',
				name: 'events',
				type: 'multiOptions',
				options: events,
				default: [],
				hint: 'Webhooks need no OAuth scope. A new one starts to fire after up to a minute.',
			},
			{
				displayName: 'Other Scopes',
				name: 'otherScopes',
				type: 'string',
				default: '',
				placeholder: 'e.g. store/cart/*, store/channel/*/order/created',
				description:
					'Further events by the name that BigCommerce gives them, separated by commas. A * stands for all events of a group where BigCommerce offers that.',
			},
			{
				displayName: 'Fetch Full Record',
				name: 'fetchFullRecord',
				type: 'boolean',
				default: false,
				description:
					'Whether to read the record that the event is about, since an event itself holds little more than an ID: an order with line items, shipping addresses and coupons, a shipment with its order, a product, variant, category, customer, subscriber or cart',
				hint: 'The API account needs read-only access to the record: Orders, Products, Customers or Carts',
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Replay Window',
						name: 'replayWindow',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 5,
						description:
							'Minutes that the time in a signature may differ from the clock of this n8n; what is older or newer is refused',
					},
					{
						displayName: 'Require Signature',
						name: 'requireSignature',
						type: 'boolean',
						default: false,
						description:
							'Whether to refuse events without a signature. Each webhook carries a secret of this workflow, which is always checked, and a signature that comes along is checked too, if the credential holds the Client Secret. Off by default, because BigCommerce may not sign the webhooks of every API account.',
					},
				],
			},
		],
	};

	webhookMethods = webhookMethods;

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive.call(this);
	}
}
