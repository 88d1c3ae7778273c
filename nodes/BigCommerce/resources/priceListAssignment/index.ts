import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';

export const priceListAssignment: Resource = {
	value: 'priceListAssignment',
	name: 'Price List Assignment',
	description: 'Which customer groups and sales channels get the prices of which list',
	operations: [create, del, getMany],
};
