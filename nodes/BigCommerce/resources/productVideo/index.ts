import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const productVideo: Resource = {
	value: 'productVideo',
	name: 'Product Video',
	description: 'YouTube videos of a product',
	operations: [create, del, getMany, update],
};
