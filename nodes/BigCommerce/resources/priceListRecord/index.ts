import type { Resource } from '../../operation/define';
import { del } from './delete';
import { getMany } from './getMany';
import { upsert } from './upsert';

export const priceListRecord: Resource = {
	value: 'priceListRecord',
	name: 'Price List Record',
	description: 'Prices of variants in a price list, one record for each currency',
	operations: [del, getMany, upsert],
};
