import { slug } from '../formats.ts';
import type { BrandRecord, CategoryRecord } from '../records.ts';

/** A brand with the values that BigCommerce gives when nothing is said. */
export const blankBrand = (id: number, name: string): BrandRecord => ({
	id,
	name,
	page_title: '',
	meta_keywords: [],
	meta_description: '',
	search_keywords: '',
	image_url: '',
	custom_url: { url: `/${slug(name)}/`, is_customized: false },
});

/** A category with the values that BigCommerce gives when nothing is said; below the path of its parent. */
export const blankCategory = (
	id: number,
	name: string,
	treeId: number,
	parent?: CategoryRecord,
): CategoryRecord => ({
	category_id: id,
	category_uuid: `d1964756-5e1d-4c72-9fa0-${String(id).padStart(12, '0')}`,
	tree_id: treeId,
	parent_id: parent?.category_id ?? 0,
	name,
	description: '',
	views: 0,
	sort_order: 0,
	page_title: '',
	meta_keywords: [],
	meta_description: '',
	search_keywords: '',
	is_visible: true,
	layout_file: 'category.html',
	image_url: '',
	default_product_sort: 'use_store_settings',
	url: { path: `${parent?.url.path ?? '/'}${slug(name)}/`, is_customized: false },
});
