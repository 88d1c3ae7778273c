import type { Resource } from '../operation/define';
import { importOperation } from './import/importListings';
import { publish } from './publish/publishListings';
import { sync } from './sync/syncListings';

export const listing: Resource = {
	value: 'listing',
	name: 'Listing',
	description:
		'Products and variants as flat records: import them, publish them, keep them in line',
	operations: [importOperation, publish, sync],
};
