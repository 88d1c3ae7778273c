import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * The events that are offered by name, sorted by name; a further one is one more line. Any other scope can be typed.
 * The descriptions tell what surprises people about an event (fact sheet 6.5).
 */
export const events: INodePropertyOptions[] = [
	{
		name: 'Cart Abandoned',
		value: 'store/cart/abandoned',
		description: 'One hour or more after the last change to the cart',
	},
	{
		name: 'Cart Converted',
		value: 'store/cart/converted',
		description: 'The cart has become an order',
	},
	{ name: 'Cart Coupon Applied', value: 'store/cart/couponApplied' },
	{
		name: 'Cart Created',
		value: 'store/cart/created',
		description: 'A new cart also sets off Cart Updated',
	},
	{ name: 'Cart Deleted', value: 'store/cart/deleted' },
	{ name: 'Cart Line Item Created', value: 'store/cart/lineItem/created' },
	{ name: 'Cart Line Item Deleted', value: 'store/cart/lineItem/deleted' },
	{ name: 'Cart Line Item Updated', value: 'store/cart/lineItem/updated' },
	{ name: 'Cart Updated', value: 'store/cart/updated' },
	{ name: 'Category Created', value: 'store/category/created' },
	{ name: 'Category Deleted', value: 'store/category/deleted' },
	{ name: 'Category Updated', value: 'store/category/updated' },
	{ name: 'Customer Address Created', value: 'store/customer/address/created' },
	{ name: 'Customer Address Deleted', value: 'store/customer/address/deleted' },
	{ name: 'Customer Address Updated', value: 'store/customer/address/updated' },
	{ name: 'Customer Created', value: 'store/customer/created' },
	{ name: 'Customer Deleted', value: 'store/customer/deleted' },
	{
		name: 'Customer Updated',
		value: 'store/customer/updated',
		description: 'Leaves out changes to addresses, and to attributes by the API',
	},
	{ name: 'Order Archived', value: 'store/order/archived' },
	{
		name: 'Order Created',
		value: 'store/order/created',
		description: 'Also for incomplete orders (status 0), for example after a failed payment',
	},
	{ name: 'Order Message Created', value: 'store/order/message/created' },
	{
		name: 'Order Refund Created',
		value: 'store/order/refund/created',
		description: 'Mostly together with Order Status Updated',
	},
	{
		name: 'Order Status Updated',
		value: 'store/order/statusUpdated',
		description: 'Tells the old and the new status',
	},
	{ name: 'Order Transaction Created', value: 'store/order/transaction/created' },
	{ name: 'Order Transaction Updated', value: 'store/order/transaction/updated' },
	{ name: 'Order Updated', value: 'store/order/updated' },
	{ name: 'Product Created', value: 'store/product/created' },
	{ name: 'Product Deleted', value: 'store/product/deleted' },
	{
		name: 'Product Inventory Changed by Order',
		value: 'store/product/inventory/order/updated',
		description: 'Stock of products without variants only',
	},
	{
		name: 'Product Inventory Updated',
		value: 'store/product/inventory/updated',
		description: 'Stock of products without variants only',
	},
	{
		name: 'Product Updated',
		value: 'store/product/updated',
		description: 'A bulk import sends one event per product',
	},
	{ name: 'Shipment Created', value: 'store/shipment/created' },
	{ name: 'Shipment Deleted', value: 'store/shipment/deleted' },
	{ name: 'Shipment Updated', value: 'store/shipment/updated' },
	{ name: 'Subscriber Created', value: 'store/subscriber/created' },
	{ name: 'Subscriber Deleted', value: 'store/subscriber/deleted' },
	{ name: 'Subscriber Updated', value: 'store/subscriber/updated' },
	{ name: 'Variant Created', value: 'store/sku/created' },
	{ name: 'Variant Deleted', value: 'store/sku/deleted' },
	{
		name: 'Variant Inventory Changed by Order',
		value: 'store/sku/inventory/order/updated',
		description: 'Stock of variants only',
	},
	{
		name: 'Variant Inventory Updated',
		value: 'store/sku/inventory/updated',
		description: 'Stock of variants only',
	},
	{ name: 'Variant Updated', value: 'store/sku/updated' },
];
