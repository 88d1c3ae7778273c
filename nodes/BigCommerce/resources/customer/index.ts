import type { Resource } from '../../operation/define';
import { create } from './create';
import { deleteMany } from './deleteMany';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

export const customer: Resource = {
	value: 'customer',
	name: 'Customer',
	description: 'People who have an account in the store',
	operations: [create, upsert, deleteMany, get, getMany, update],
};
