import type { INodeProperties } from 'n8n-workflow';

import { ORDER_PARTS } from '../../store/orders/orderParts';
import { channelEvents, commonEvents, moreEvents } from '../../store/webhooks/events';
import { filtersField } from '../orderFilterFields';
import { unreadBodyField } from './rawBody';

/** The webhook trigger's form; as it stands it starts the workflow once with each new order. */
export const triggerFields: INodeProperties[] = [
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
		options: commonEvents,
		default: ['store/order/created'],
		hint: 'Webhooks need no OAuth scope. A new one starts to fire after up to a minute.',
	},
	{
		displayName: 'More Events',
		name: 'moreEvents',
		type: 'multiOptions',
		options: moreEvents,
		default: [],
		description: 'All other events of the store, as BigCommerce calls them',
	},
	{
		displayName: 'Fetch Full Record',
		name: 'fetchFullRecord',
		type: 'boolean',
		default: true,
		description:
			'Whether to read the record that the event is about, since an event itself holds little more than an ID: an order with line items and shipping addresses, a shipment with its order, a product, variant, category, price list, customer, subscriber, cart, channel or metafield',
		hint: 'The API account needs read-only access to the record: Orders, Products, Customers or Carts',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Skip Incomplete Orders',
		name: 'skipIncomplete',
		type: 'boolean',
		default: true,
		description:
			'Whether to leave out checkouts that a shopper began and did not finish (status Incomplete). Once one is finished it comes as a new order, if New Order is chosen. Costs a request for an event where the record is not fetched.',
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
				displayName: 'Channel Events',
				name: 'channelEvents',
				type: 'multiOptions',
				options: channelEvents,
				default: [],
				description:
					'Events of single sales channels, which are chosen in Channel Names or IDs, beside those of the whole store. To limit orders of all kinds to some channels, use the Order Filters instead.',
			},
			{
				displayName: 'Channel Names or IDs',
				name: 'channels',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getChannels' },
				allowArbitraryValues: true,
				default: [],
				description:
					'The sales channels whose Channel Events start the workflow. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
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
							"The item's event.error says why; filters that need the record let it pass",
					},
				],
				default: 'startWithEvent',
				description:
					'What to do with an event when the store does not give the record that is fetched, or that is needed for Order Filters or Skip Incomplete Orders',
			},
			{
				displayName: 'Include in Orders',
				name: 'include',
				type: 'multiOptions',
				options: [...ORDER_PARTS],
				default: ['lineItems', 'shippingAddresses'],
				description:
					'What each order that is fetched has beside its own fields. Line items, shipping addresses and fees come along at no cost in requests.',
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
				displayName: 'Replay Window',
				name: 'replayWindow',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 5,
				description:
					'Minutes that the time in a signature may differ from the clock of this n8n; what is older or newer has signature: "stale" in its event, or is refused where signatures are required',
			},
			{
				displayName: 'Require Signature',
				name: 'requireSignature',
				type: 'boolean',
				default: false,
				description:
					"Whether to refuse events that are not signed with the credential's Client Secret; each one refused shows as a failed execution. Each webhook carries a secret of this workflow, which is always checked and proves the sender. Off by default: BigCommerce may not sign the webhooks of every API account. An event whose signature does not match says so as event.signature.",
			},
		],
	},
];
