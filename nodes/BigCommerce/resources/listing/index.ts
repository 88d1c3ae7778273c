import type { Resource } from '../../operation/define';
import { importOperation } from './import';
import { publish } from './publish/publish';
import { sync } from './sync';

export const listing: Resource = {
	value: 'listing',
	name: 'Listing',
	description:
		'Products and variants as flat records: import them, publish them, keep them in line',
	operations: [importOperation, publish, sync],
};
