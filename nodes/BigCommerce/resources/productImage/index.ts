import type { Resource } from '../../operation/define';
import { create } from './create';
import { del } from './delete';
import { getMany } from './getMany';
import { setThumbnail } from './setThumbnail';
import { update } from './update';

export const productImage: Resource = {
	value: 'productImage',
	name: 'Product Image',
	description: 'Pictures of a product, from an address or from files',
	operations: [create, del, getMany, setThumbnail, update],
};
