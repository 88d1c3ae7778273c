import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

export const customField: Resource = {
	value: 'customField',
	name: 'Product Custom Field',
	description: 'Names and values of your own on a product, such as its material',
	operations: [create, del, getMany, update, upsert],
};
