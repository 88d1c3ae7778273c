import type { Resource } from '../../operation/define';
import { assignProducts } from './assignProducts';
import { create } from './create';
import { del } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { removeProducts } from './removeProducts';
import { update } from './update';
import { upsert } from './upsert';

export const category: Resource = {
	value: 'category',
	name: 'Category',
	description: 'The categories of a storefront, which stand in trees',
	operations: [assignProducts, create, del, get, getMany, removeProducts, update, upsert],
};
