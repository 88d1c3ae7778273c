import { defineOperation } from '../../operation/define';
import { textsOf } from '../../operation/values';
import { includeField } from './orderFields';
import { outputFields } from '../../operation/fields';
import { orderIn, orderLocator } from '../../forms/locators/order';
import { readOrder } from '../../store/orders/orders';
import { includeQuery, toParts, withParts } from '../../store/orders/orderParts';
import { simplifyOrder } from '../../store/orders/simplifyOrder';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get order',
	description: 'Retrieve one order by its ID',
	scope: 'orders:read',
	optionalScopes: ['transactions:read'],
	fields: [...orderLocator, ...includeField, ...outputFields],
	simplify: simplifyOrder,
	each: async ({ params, run: { client } }) => {
		const parts = toParts(textsOf(params.include));
		const order = await readOrder(client, orderIn(params), includeQuery(parts));
		return await withParts(client, [order], parts);
	},
});
