import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const priceList: Resource = {
	value: 'priceList',
	name: 'Price List',
	description: 'Lists of prices for customer groups and sales channels',
	operations: [create, del, get, getMany, update],
};
