import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const productOption: Resource = {
	value: 'productOption',
	name: 'Product Option',
	description: 'What makes the variants of a product, such as size and color',
	operations: [create, del, getMany, update],
};
