import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { deleteMany } from './deleteMany';
import { get } from './get';
import { getMany } from './getMany';
import { getSummary } from './getSummary';
import { update } from './update';
import { upsert } from './upsert';

export const product: Resource = {
	value: 'product',
	name: 'Product',
	description: 'What the store sells, with prices, stock and everything on the product page',
	operations: [create, del, deleteMany, get, getMany, getSummary, update, upsert],
};
