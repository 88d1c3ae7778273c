import type { Resource } from '../../operation/define';
import { markDone } from './markDone';
import { skipDuplicates } from './skipDuplicates';

export const event: Resource = {
	value: 'event',
	name: 'Event',
	description: 'Events of the BigCommerce triggers',
	operations: [skipDuplicates, markDone],
};
