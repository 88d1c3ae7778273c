import { pages } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, simplifyField } from '../../operation/fields';
import { orderLocator } from '../order/locator';
import { shipments, type Shipment } from '../order/orders';
import { orderIn } from '../order/ids';
import { simplifyShipment } from './shipments';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many order shipments',
	description: 'Retrieve a list of the shipments of an order',
	scope: 'orders:read',
	fields: [...orderLocator, ...returnAllOrLimit, ...simplifyField],
	simplify: simplifyShipment,
	run: ({ client, params }) =>
		pages<Shipment>(client, shipments(orderIn(params)), { limit: limitOf(params) }),
});
