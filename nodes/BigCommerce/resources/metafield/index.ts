import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

export const metafield: Resource = {
	value: 'metafield',
	name: 'Metafield',
	description: 'Values of your own that BigCommerce keeps with its records',
	operations: [create, del, getMany, update, upsert],
};
