import type { Resource } from '../../operation/define';
import { assignProducts } from './assignProducts';
import { create } from './create';
import { del } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

export const brand: Resource = {
	value: 'brand',
	name: 'Brand',
	description: 'Brands that products are sold under',
	operations: [assignProducts, create, del, get, getMany, update, upsert],
};
