import type { Resource } from '../../operation/define';
import { count } from './count';
import { get } from './get';
import { getMany } from './getMany';
import { getStatuses } from './getStatuses';
import { updateStatus } from './updateStatus';

export const order: Resource = {
	value: 'order',
	name: 'Order',
	description: 'Orders with their line items, addresses, payments and statuses',
	operations: [count, get, getMany, getStatuses, updateStatus],
};
