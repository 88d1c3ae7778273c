import type { Resource } from '../../operation/define';
import { importOperation } from './import';

export const listing: Resource = {
	value: 'listing',
	name: 'Listing',
	description: 'Products and variants as flat records, ready to be listed elsewhere',
	operations: [importOperation],
};
