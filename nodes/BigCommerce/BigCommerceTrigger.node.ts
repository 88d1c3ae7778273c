import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { pickers } from './forms/pickers';
import { channelEvents, events } from './store/webhooks/events';
import { filtersField } from './triggers/orderFilterFields';
import { unreadBodyField } from './triggers/webhook/rawBody';
import { receive } from './triggers/webhook/receive';
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
			'={{ $parameter["events"].concat(($parameter["channelEvents"] || []).map((event) => "channel/" + event), $parameter["otherScopes"] || []).join(", ").replaceAll("store/", "") }}',
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
				displayName: 'Channel Events',
				name: 'channelEvents',
				type: 'multiOptions',
				options: channelEvents,
				default: [],
				description:
					'Events of single sales channels, beside those of the whole store above. To limit orders of all kinds to some channels, use the Order Filters instead.',
			},
			{
				displayName: 'Channel Names or IDs',
				name: 'channels',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getChannels' },
				displayOptions: { show: { channelEvents: [{ _cnd: { exists: true } }] } },
				default: [],
				description:
					'The sales channels to listen to. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
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
					'Whether to read the record that the event is about, since an event itself holds little more than an ID: an order with line items, shipping addresses and coupons, a shipment with its order, a product, variant, category, price list, customer, subscriber, cart, channel or metafield',
				hint: 'The API account needs read-only access to the record: Orders, Products, Customers or Carts',
			},
			...filtersField,
			unreadBodyField,
			{
				displayName: 'Options',
				name: 'settings',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'If the Record Cannot Be Read',
						name: 'onUnreadable',
						type: 'options',
						options: [
							{
								name: 'Let BigCommerce Deliver Again',
								value: 'deliverAgain',
								description:
									'Answers 503 and starts nothing. BigCommerce tries again for two days, then it switches the webhook off, and it pauses all deliveries to this n8n when too many are answered so.',
							},
							{
								name: 'Start With the Event Alone',
								value: 'startWithEvent',
								description:
									"The item's enrichmentError says why; filters that need the record let it pass",
							},
						],
						default: 'startWithEvent',
						description:
							'What to do with an event when the store does not give the record that is fetched, or that the Order Filters need',
					},
					{
						displayName: 'Replay Window',
						name: 'replayWindow',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 5,
						description:
							'Minutes that the time in a signature may differ from the clock of this n8n; what is older or newer has signature: "stale" in its item, or is refused where signatures are required',
					},
					{
						displayName: 'Require Signature',
						name: 'requireSignature',
						type: 'boolean',
						default: false,
						description:
							"Whether to refuse events that are not signed with the credential's Client Secret; each one refused shows as a failed execution. Each webhook carries a secret of this workflow, which is always checked and proves the sender. Off by default: BigCommerce may not sign the webhooks of every API account. The item of an event whose signature does not match says so as its signature.",
					},
				],
			},
		],
	};

	methods = pickers;

	webhookMethods = webhookMethods;

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive.call(this);
	}
}
