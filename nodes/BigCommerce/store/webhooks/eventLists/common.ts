import type { WebhookEvent } from './eventGroup';

/** New orders come first: they are what most workflows start with. */
export const newOrder: WebhookEvent = {
	name: 'New Order',
	value: 'store/order/created',
	description: 'Once for each order, when it was placed',
};

/** What most stores start workflows with, in the words of the control panel; sorted by name. */
export const otherCommonEvents: WebhookEvent[] = [
	{
		name: 'Cart Abandoned',
		value: 'store/cart/abandoned',
		description: 'One hour or more after the last change to the cart',
	},
	{ name: 'Cart Became an Order', value: 'store/cart/converted' },
	{ name: 'Cart Created', value: 'store/cart/created' },
	{
		name: 'Customer Changed',
		value: 'store/customer/updated',
		description: 'Leaves out changes to addresses',
	},
	{ name: 'Customer Created', value: 'store/customer/created' },
	{ name: 'Customer Deleted', value: 'store/customer/deleted' },
	{ name: 'Newsletter Subscriber Added', value: 'store/subscriber/created' },
	{
		name: 'Order Archived',
		value: 'store/order/archived',
		description: 'What the control panel does with an order that is deleted there',
	},
	{
		name: 'Order Changed',
		value: 'store/order/updated',
		description: 'Any change; one of the status tells "Order Status Changed" as well',
	},
	{ name: 'Order Message Added', value: 'store/order/message/created' },
	{
		name: 'Order Refunded',
		value: 'store/order/refund/created',
		description: 'In full or in part; mostly together with "Order Status Changed"',
	},
	{
		name: 'Order Status Changed',
		value: 'store/order/statusUpdated',
		description: 'For one status alone, add the filter New Status',
	},
	{
		name: 'Product Changed',
		value: 'store/product/updated',
		description: 'A bulk import sends one event for each product',
	},
	{ name: 'Product Created', value: 'store/product/created' },
	{ name: 'Product Deleted', value: 'store/product/deleted' },
	{
		name: 'Product Stock Changed',
		value: 'store/product/inventory/updated',
		description: 'Stock of products without variants; for the others see "Variant Stock Changed"',
	},
	{ name: 'Shipment Changed', value: 'store/shipment/updated' },
	{
		name: 'Shipment Created',
		value: 'store/shipment/created',
		description: 'An order, or a part of it, was shipped',
	},
	{
		name: 'Stock Low',
		value: 'store/channel/*/inventory/product/low_stock_reached',
		description: 'At one location, because of an order',
	},
	{
		name: 'Stock Sold Out',
		value: 'store/channel/*/inventory/product/out_of_stock_reached',
		description: 'At one location, because of an order',
	},
	{ name: 'Variant Changed', value: 'store/sku/updated' },
	{
		name: 'Variant Stock Changed',
		value: 'store/sku/inventory/updated',
		description: 'Stock of products with variants',
	},
];
