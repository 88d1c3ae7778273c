import { pages } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import { orderLocator } from '../../forms/locators/order';
import { shipments, type Shipment } from '../../store/orders/orders';
import { orderIn } from '../../forms/locators/order';
import { simplifyShipment } from '../../store/orders/shipments';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many order shipments',
	description: 'Retrieve a list of the shipments of an order',
	scope: 'orders:read',
	fields: [...orderLocator, ...returnAllOrLimit, ...outputFields],
	simplify: simplifyShipment,
	each: ({ params, run: { client } }) =>
		pages<Shipment>(client, shipments(orderIn(params)), { limit: limitOf(params) }),
});
