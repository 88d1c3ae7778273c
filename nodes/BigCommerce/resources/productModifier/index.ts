import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const productModifier: Resource = {
	value: 'productModifier',
	name: 'Product Modifier',
	description: 'What shoppers can add to a product, such as an engraving or a gift wrap',
	operations: [create, del, getMany, update],
};
