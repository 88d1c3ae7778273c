import type { Collection } from '../../api/pagination';
import type { AssignmentKind } from '../catalog/productAssignments';

/** Which products a channel sells (products_catalog.v3.yml). */
export interface ProductAssignment {
	product_id: number;
	channel_id: number;
}

export const productAssignments: Collection = {
	path: '/v3/catalog/products/channel-assignments',
	paging: 'v3',
	pageSize: 250,
	task: 'list the products of channels',
	scope: 'products:read',
};

export const channelAssignments: AssignmentKind = {
	path: productAssignments.path,
	field: 'channel_id',
	name: 'channelId',
	noun: 'channel',
	nouns: 'channels',
};

export const simplifyProductAssignment = ({ product_id, channel_id }: ProductAssignment) => ({
	productId: product_id,
	channelId: channel_id,
});
