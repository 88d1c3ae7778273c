import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const productReview: Resource = {
	value: 'productReview',
	name: 'Product Review',
	description: 'What shoppers say of a product, and whether the storefront shows it',
	operations: [create, del, getMany, update],
};
