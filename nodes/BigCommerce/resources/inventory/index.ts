import type { Resource } from '../../operation/define';
import { adjust } from './adjust';
import { getLocations } from './getLocations';
import { getMany } from './getMany';
import { set } from './set';
import { updateSettings } from './updateSettings';

export const inventory: Resource = {
	value: 'inventory',
	name: 'Inventory',
	description: 'Stock of products and variants at each location',
	operations: [adjust, getLocations, getMany, set, updateSettings],
};
