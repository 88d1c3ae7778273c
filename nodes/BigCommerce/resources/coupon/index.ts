import type { Resource } from '../../operation/define';
import { create } from './create';
import { createMany } from './createMany';
import { del } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const coupon: Resource = {
	value: 'coupon',
	name: 'Coupon',
	description: 'Discount codes for creators, campaigns and customers',
	operations: [create, createMany, del, getMany, update],
};
