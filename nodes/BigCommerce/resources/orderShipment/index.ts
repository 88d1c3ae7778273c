import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { sync } from './sync';
import { update } from './update';

export const orderShipment: Resource = {
	value: 'orderShipment',
	name: 'Order Shipment',
	description: 'Parcels of an order, with tracking numbers and carriers',
	operations: [create, del, get, getMany, sync, update],
};
