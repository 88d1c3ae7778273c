import { defineFields } from '../../operation/define';
import { sortDirections } from '../../operation/fields';
import { ORDER_PARTS } from '../../store/orders/orderParts';

export const statusesField = defineFields([
	{
		displayName: 'Status Names or IDs',
		name: 'statuses',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
		narrows: true,
		default: [],
		description:
			'Only orders at one of these statuses. None means every status but Incomplete. An expression may give names, as the store shows them or as BigCommerce calls them, or IDs. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);

/** What orders are listed and counted by; alphabetical, as n8n lists them. */
export const orderFilters = defineFields([
	{
		displayName: 'Cart ID',
		name: 'cartId',
		type: 'string',
		default: '',
		placeholder: 'e.g. a8458391-ef68-4fe5-9ec1-442e6a767364',
		description: 'Only the order that came from this cart',
	},
	{
		displayName: 'Channel Name or ID',
		name: 'channelId',
		type: 'options',
		as: 'id',
		typeOptions: { loadOptionsMethod: 'getChannels' },
		default: '',
		description:
			'Only orders of this sales channel. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Created After',
		name: 'createdAfter',
		type: 'dateTime',
		day: 'start',
		default: '',
		description:
			"Only orders placed at or after this time; a date alone means its start. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Created Before',
		name: 'createdBefore',
		type: 'dateTime',
		day: 'end',
		default: '',
		description:
			"Only orders placed at or before this time; a date alone includes that day. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Created in the Last (Days)',
		name: 'createdInLastDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 7,
		description: 'Only orders placed within so many days before now; 0.5 means twelve hours',
	},
	{
		displayName: 'Customer Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. jane@example.com',
		description: 'Only orders with exactly this email address, those of guests included',
	},
	{
		displayName: 'Customer ID',
		name: 'customerId',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'Only orders of this customer; 0 means orders of guests',
	},
	{
		displayName: 'External Order ID',
		name: 'externalOrderId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 113-4410287-2231',
		description: "Only the order with this number in another system, such as Amazon's",
	},
	{
		displayName: 'Include Incomplete Orders',
		name: 'includeIncomplete',
		type: 'boolean',
		default: true,
		description:
			'Whether to return orders at the status Incomplete too: checkouts that a shopper began and did not finish. Statuses that are picked above come first.',
	},
	{
		displayName: 'Modified After',
		name: 'modifiedAfter',
		type: 'dateTime',
		day: 'start',
		default: '',
		description:
			"Only orders modified at or after this time; a date alone means its start. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Modified Before',
		name: 'modifiedBefore',
		type: 'dateTime',
		day: 'end',
		default: '',
		description:
			"Only orders modified at or before this time; a date alone includes that day. Without a time zone, the workflow's is used.",
	},
	{
		displayName: 'Modified in the Last (Days)',
		name: 'modifiedInLastDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1,
		description: 'Only orders modified within so many days before now; 0.5 means twelve hours',
	},
	{
		displayName: 'Order ID From',
		name: 'idFrom',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'Only this order and those after it',
	},
	{
		displayName: 'Order ID To',
		name: 'idTo',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1,
		description: 'Only this order and those before it',
	},
	{
		displayName: 'Payment Method',
		name: 'paymentMethod',
		type: 'string',
		default: '',
		placeholder: 'e.g. Credit Card',
		description: 'Only orders with this payment method, named as the order shows it',
	},
	{
		displayName: 'Total From',
		name: 'totalFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Only orders with this total or more, tax included',
	},
	{
		displayName: 'Total To',
		name: 'totalTo',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description: 'Only orders with this total or less, tax included',
	},
]);

export const filtersField = defineFields([
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [...orderFilters],
	},
]);

export const includeField = defineFields([
	{
		displayName: 'Include',
		name: 'include',
		type: 'multiOptions',
		options: [...ORDER_PARTS],
		default: ['lineItems', 'shippingAddresses'],
		description:
			'What to add to each order. Line items, shipping addresses and fees come along at no cost in requests.',
	},
]);

export const sortField = defineFields([
	{
		displayName: 'Sort',
		name: 'sort',
		type: 'collection',
		placeholder: 'Add Sort',
		default: {},
		options: [
			{
				displayName: 'Direction',
				name: 'direction',
				type: 'options',
				options: [...sortDirections],
				default: 'desc',
				description: 'Descending puts the newest, the highest or the last first',
			},
			{
				displayName: 'Sort By',
				name: 'by',
				type: 'options',
				options: [
					{ name: 'Channel', value: 'channel_id' },
					{ name: 'Customer', value: 'customer_id' },
					{ name: 'Date Created', value: 'date_created' },
					{ name: 'Date Modified', value: 'date_modified' },
					{ name: 'External ID', value: 'external_id' },
					{ name: 'Order ID', value: 'id' },
					{ name: 'Status', value: 'status_id' },
				],
				default: 'date_created',
				description: 'What the orders are sorted by. Without it the latest order comes first.',
			},
		],
	},
]);
