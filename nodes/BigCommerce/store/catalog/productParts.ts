import { at } from '../../api/client';
import type { Paging } from '../../api/pagination';
import type { Records } from '../records';

/** Records that stand below a product, such as its images: given the product, where and how they are read and written. */
export const partsOf =
	(part: string, noun: string, paging: Paging = 'v3') =>
	(product: number): Records => ({
		path: at`/v3/catalog/products/${product}/${part}`,
		paging,
		pageSize: 250,
		noun,
		of: `of product ${product}`,
		task: `list the ${noun}s of product ${product}`,
		scope: 'products:read',
		modify: 'products:modify',
	});
