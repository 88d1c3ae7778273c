import { data, notFoundV3, refuseV3 } from '../http/answers.ts';
import { v3Page } from '../http/paging.ts';
import { objectOf, textOf } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { BrandRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';
import { blankBrand } from './catalogueBlank.ts';
import { numberTests } from './productFilters.ts';
import { picked } from './productView.ts';

const PRODUCTS = 'store_v2_products';

const view = (brand: BrandRecord): Record<string, unknown> => ({ ...brand });

function filtered({ state, query }: Context): BrandRecord[] {
	const tests = numberTests<BrandRecord>(query, 'id', (brand) => brand.id);
	const name = query.text('name');
	if (name) tests.push((brand) => brand.name === name);
	const like = query.text('name:like')?.toLowerCase();
	if (like) tests.push((brand) => brand.name.toLowerCase().includes(like));
	const title = query.text('page_title');
	if (title) tests.push((brand) => brand.page_title === title);
	const brands = byId(state.brands).filter((brand) => tests.every((test) => test(brand)));
	const sort = query.text('sort');
	if (sort !== undefined && sort !== 'name') query.refuse('sort', 'must be name');
	if (sort === 'name') brands.sort((a, b) => a.name.localeCompare(b.name));
	return query.text('direction') === 'desc' ? brands.reverse() : brands;
}

function create({ state, body }: Context): BrandRecord {
	const from = objectOf(body);
	const name = textOf(from.name)?.trim();
	if (!name) return refuseV3(422, 'The brand is not valid', { name: 'name is required' });
	// Brand names are unique (facts 4.6).
	if (byId(state.brands).some((brand) => brand.name.toLowerCase() === name.toLowerCase())) {
		return refuseV3(409, 'The brand name is a duplicate', {
			name: 'The brand name is a duplicate',
		});
	}
	const brand: BrandRecord = {
		...blankBrand(nextId(state, 'brand'), name),
		page_title: textOf(from.page_title) ?? '',
		meta_description: textOf(from.meta_description) ?? '',
		search_keywords: textOf(from.search_keywords) ?? '',
		image_url: textOf(from.image_url) ?? '',
	};
	state.brands.set(brand.id, brand);
	return brand;
}

export const brandRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/catalog/brands',
		scope: PRODUCTS,
		run: (context) => {
			const fields = {
				only: context.query.list('include_fields'),
				except: context.query.list('exclude_fields'),
			};
			return v3Page(context.query, filtered(context), {
				render: (brand) => picked(view(brand), fields),
			});
		},
	},
	{
		method: 'POST',
		path: '/v3/catalog/brands',
		scope: PRODUCTS,
		run: (context) => data(view(create(context))),
	},
	{
		method: 'GET',
		path: '/v3/catalog/brands/{brand_id}',
		scope: PRODUCTS,
		run: ({ state, params }) =>
			data(view(state.brands.get(Number(params.brand_id)) ?? notFoundV3('brand'))),
	},
];
