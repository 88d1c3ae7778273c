import type { Locator } from '../../operation/params';
import { idOf } from '../../operation/values';
import { orderIn } from '../order/ids';

export const idsIn = (params: { order: Locator; shipment: Locator }) => ({
	orderId: orderIn(params),
	id: idOf(params.shipment, 'Shipment'),
});
