import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

export const customerAddress: Resource = {
	value: 'customerAddress',
	name: 'Customer Address',
	description: 'Addresses in the address books of customers',
	operations: [create, upsert, del, getMany, update],
};
