import type { INodeProperties } from 'n8n-workflow';

import { ORDER_PARTS } from '../../store/orders/orderParts';
import { recordFilters } from '../orderFilterFields';
import { ownAddressField } from '../../operation/fields';

/** The polling trigger's form; n8n itself puts 'Poll Times' before it. */
export const pollingFields: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		options: [{ name: 'Access Token', value: 'accessToken' }],
		default: 'accessToken',
	},
	{
		displayName: 'Trigger On',
		name: 'source',
		type: 'options',
		options: [
			{
				name: 'Order',
				value: 'order',
				description: 'Archived orders are not listed, and so not seen',
				action: 'On new order',
			},
			{ name: 'Customer', value: 'customer', action: 'On new customer' },
			{
				name: 'Product',
				value: 'product',
				description: 'A change to a variant alone may leave the product as it is',
				action: 'On new product',
			},
			{
				name: 'Shipment',
				value: 'shipment',
				description:
					'New shipments only: they are found through orders that were changed, with one more request for each of these that is shipped',
				action: 'On new shipment',
			},
		],
		default: 'order',
		// The API has no list of abandoned carts (API notes 5.11): the webhook trigger alone can tell of them.
		hint: 'Every 30 minutes is often enough beside a BigCommerce Trigger. Abandoned carts can be had from that one alone.',
	},
	{
		displayName: 'Changes',
		name: 'changes',
		type: 'options',
		options: [
			{
				name: 'New',
				value: 'new',
				description:
					'Each record once, as it is when it is found; with Skip Incomplete Orders an order is new once its checkout is finished',
			},
			{
				name: 'New and Updated',
				value: 'newAndUpdated',
				description:
					'Each record when it is new, and with its last state whenever it was changed since the last poll',
			},
		],
		displayOptions: { show: { source: ['customer', 'order', 'product'] } },
		default: 'new',
		description: 'Which changes start the workflow',
	},
	{
		displayName: 'Include',
		name: 'include',
		type: 'multiOptions',
		options: [...ORDER_PARTS],
		displayOptions: { show: { source: ['order', 'shipment'] } },
		default: ['lineItems', 'shippingAddresses'],
		description:
			'What to add to each order. Line items, shipping addresses and fees come along at no cost in requests.',
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
		displayOptions: { show: { source: ['order'] } },
		default: true,
		description:
			'Whether to leave out checkouts that a shopper began and did not finish (status Incomplete). One that is finished within 30 days comes as a new order then, for which one more request a poll is sent while there are any.',
	},
	{
		displayName: 'Order Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'What orders have to be like to start the workflow; all filters must fit',
		displayOptions: { show: { source: ['order', 'shipment'] } },
		options: [...recordFilters],
	},
	{
		displayName: 'Look Back',
		name: 'lookBack',
		type: 'options',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'None', value: 'none' },
		],
		default: 'none',
		description:
			'Whether the first poll after the workflow was published also brings records of the time before. Later polls go on where the last one ended, even after a long pause.',
	},
	{
		displayName: 'Look Back Time',
		name: 'lookBackAmount',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: { show: { lookBack: ['days', 'hours'] } },
		default: 1,
		description: 'How many hours or days to look back',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Bring Again If Not Done (Minutes)',
				name: 'againAfter',
				type: 'number',
				displayOptions: { show: { '/source': ['order'] } },
				typeOptions: { minValue: 0 },
				default: 30,
				description:
					'After how many minutes an order comes again that Event: Mark as Done did not mark, because n8n was killed or a later node failed; up to ten times. Needs Event: Skip Duplicates that remembers in BigCommerce for the whole workflow, with Pass Again If Not Done, and Event: Mark as Done at the end. One more request a poll.',
			},
			{
				displayName: 'Overlap (Minutes)',
				name: 'overlap',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 5,
				description:
					'How far each poll looks back behind the last one, for records that the store wrote late or dated by a clock that lags. None is repeated for that.',
			},
			{
				displayName: 'Pages per Round',
				name: 'maxPages',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 10,
				description:
					'Most pages of records that one poll reads; the next one goes on from there. A page holds up to 250 orders or customers, 100 products, or 50 orders with their shipments.',
			},
			{
				displayName: 'Repair Webhooks',
				name: 'repairHooks',
				type: 'boolean',
				default: true,
				description:
					'Whether each poll also switches webhooks of this n8n on again that BigCommerce has switched off, with two requests where all is well. Webhooks of others are left alone.',
			},
			{
				displayName: 'Report Repairs',
				name: 'reportRepairs',
				type: 'boolean',
				default: false,
				description:
					'Whether to start the workflow also with an item for each webhook that was switched on again, or could not be, and for a blocked domain. They stand in the log of n8n in any case.',
			},
		],
	},
	...ownAddressField,
];
