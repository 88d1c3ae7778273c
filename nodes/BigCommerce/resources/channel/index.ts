import type { Resource } from '../../operation/define';
import { assignProducts } from './assignProducts';
import { get } from './get';
import { getListings } from './getListings';
import { getMany } from './getMany';
import { getProductAssignments } from './getProductAssignments';
import { removeProducts } from './removeProducts';
import { upsertListings } from './upsertListings';

export const channel: Resource = {
	value: 'channel',
	name: 'Channel',
	description: 'Storefronts, marketplaces and other places where the store sells',
	operations: [
		assignProducts,
		get,
		getListings,
		getMany,
		getProductAssignments,
		removeProducts,
		upsertListings,
	],
};
