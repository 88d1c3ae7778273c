import { defineFields } from '../operation/define';
import { categoryLocator } from '../forms/locators/category';

/** What both triggers limit orders by; a list of fields in the order of their labels. */
const categoryAndChannel = defineFields([
	{
		displayName: 'Category',
		name: 'category',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'Only orders with a product of this category, by ID also of any of several. Categories below it do not count. Costs one more request for an order.',
		modes: categoryLocator.modes,
	},
	{
		displayName: 'Channel Names or IDs',
		name: 'channels',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getChannels' },
		allowArbitraryValues: true,
		default: [],
		description:
			'Only orders of these sales channels. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Minimum Total',
		name: 'minTotal',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Only orders with this total or more, tax included',
	},
	{
		displayName: 'New Status Names or IDs',
		name: 'newStatuses',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
		allowArbitraryValues: true,
		default: [],
		description:
			'Only orders that have one of these statuses now. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);

const oldStatus = defineFields([
	{
		displayName: 'Old Status Names or IDs',
		name: 'oldStatuses',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
		allowArbitraryValues: true,
		default: [],
		description:
			'Only orders that had one of these statuses before. Order Status Changed alone tells it; other order events do not pass. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
]);

const sku = defineFields([
	{
		displayName: 'SKU',
		name: 'skus',
		type: 'string',
		default: '',
		placeholder: 'e.g. SHIRT-RED-M, SHIRT-BLUE-M',
		description: 'Only orders with one of these SKUs in them, separated by commas',
	},
]);

/** The filters of events. */
export const eventFilters = defineFields([...categoryAndChannel, ...oldStatus, ...sku]);

/** The filters of orders that are read: what a status was before nobody knows then. */
export const recordFilters = defineFields([...categoryAndChannel, ...sku]);

export const filtersField = defineFields([
	{
		displayName: 'Order Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description:
			'What orders have to be like to start the workflow; all filters must fit. They apply to every event that names an order, and to no other one.',
		options: [...eventFilters],
	},
]);
