import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { simplifyStatus, statusesOf } from '../../store/orders/orderStatuses';

export const getStatuses = defineOperation({
	value: 'getStatuses',
	name: 'Get Statuses',
	action: 'Get order statuses',
	description:
		"Retrieve the store's order statuses, with BigCommerce's names and the merchant's own labels",
	scope: 'orders:read',
	fields: [...outputFields],
	simplify: simplifyStatus,
	each: async ({ run: { client } }) => await statusesOf(client),
});
