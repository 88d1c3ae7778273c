import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';
import { updateMany } from './updateMany';

export const productVariant: Resource = {
	value: 'productVariant',
	name: 'Product Variant',
	description: 'What is bought in the end: one size and color of a product, with its own SKU',
	operations: [create, del, get, getMany, update, updateMany],
};
