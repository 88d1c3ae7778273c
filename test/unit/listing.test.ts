import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { existingByKey } from '../../nodes/BigCommerce/listings/import/existingListings';
import { keeps, productQueries } from '../../nodes/BigCommerce/listings/import/importFilters';
import { idChunks } from '../../nodes/BigCommerce/api/idChunks';
import { addMasterSkuIssues } from '../../nodes/BigCommerce/listings/import/masterSkuIssues';
import {
	listingsOf,
	type Listing,
	type Making,
} from '../../nodes/BigCommerce/listings/model/listing';
import type { Product, ProductVariant } from '../../nodes/BigCommerce/store/catalog/products';

const nothing = {
	upc: '',
	mpn: '',
	gtin: '',
	price: null,
	sale_price: null,
	cost_price: null,
	retail_price: null,
	weight: null,
	width: null,
	height: null,
	depth: null,
};

const variant = (own: Partial<ProductVariant> = {}): ProductVariant => ({
	product_id: 1,
	...nothing,
	id: 11,
	sku: '',
	inventory_level: 0,
	inventory_warning_level: 0,
	purchasing_disabled: false,
	option_values: [],
	...own,
});

const product = (own: Partial<Product> = {}): Product => ({
	...nothing,
	id: 1,
	name: 'Mug',
	type: 'physical',
	sku: 'MUG',
	price: 10,
	sale_price: 0,
	cost_price: 0,
	retail_price: 0,
	inventory_level: 5,
	inventory_warning_level: 2,
	inventory_tracking: 'product',
	brand_id: 0,
	categories: [],
	is_visible: true,
	availability: 'available',
	condition: 'New',
	base_variant_id: null,
	date_created: '2026-01-02T03:04:05+00:00',
	date_modified: '',
	variants: [variant()],
	...own,
});

const making: Making = { per: 'variant', masterSku: 'sku', storeHash: 'abc123', withRaw: false };
const listing = (own: Partial<Product>, more: Partial<Making> = {}): Listing =>
	(listingsOf(product(own), { ...making, ...more })[0] as { listing: Listing }).listing;

describe('a listing', () => {
	it('takes from the product only what the variant leaves empty', () => {
		fc.assert(
			fc.property(
				fc.option(fc.double({ min: 0, noNaN: true })),
				fc.double({ min: 0, noNaN: true }),
				(own, shared) => {
					const made = listing({
						price: shared,
						weight: shared,
						variants: [variant({ price: own, weight: own })],
					});
					expect(made.price).toBe(own ?? shared);
					expect(made.weight).toBe(own ?? shared);
				},
			),
		);
	});

	it('a variant that costs nothing costs nothing, but a price of 0 that nobody entered is none', () => {
		const made = listing({
			sale_price: 8,
			retail_price: 12,
			variants: [variant({ price: 0, sale_price: 0 })],
		});
		expect(made).toMatchObject({ price: 0, salePrice: null, retailPrice: 12, costPrice: null });
	});

	it("has the variant's codes, or else the product's", () => {
		const made = listing(
			{ upc: '1', mpn: 'M', variants: [variant({ sku: ' MUG-S ', upc: ' ' })] },
			{ masterSku: 'upc' },
		);
		expect(made).toMatchObject({ masterSku: '1', sku: 'MUG-S', upc: '1', mpn: 'M', gtin: null });
	});

	it('is one for a product whose variants were not given', () => {
		expect(listing({ variants: undefined, base_variant_id: 7 })).toMatchObject({
			variantId: 7,
			options: {},
			quantity: 5,
		});
	});

	it('counts stock by how it is tracked', () => {
		const variants = [variant({ inventory_level: 3 }), variant({ id: 12, inventory_level: 4 })];
		const quantity = (inventory_tracking: Product['inventory_tracking'], per: Making['per']) =>
			listing({ inventory_tracking, variants }, { per }).quantity;
		expect([
			quantity('none', 'variant'),
			quantity('product', 'variant'),
			quantity('variant', 'variant'),
		]).toEqual([null, 5, 3]);
		expect([
			quantity('none', 'product'),
			quantity('product', 'product'),
			quantity('variant', 'product'),
		]).toEqual([null, 5, 7]);
	});

	it('shows the main image first, the largest there is of each', () => {
		const images = [
			{ is_thumbnail: false, sort_order: 0, url_standard: 'b' },
			{
				is_thumbnail: true,
				sort_order: 3,
				url_zoom: 'a',
				url_standard: 'a-small',
				url_thumbnail: 't',
			},
			{ is_thumbnail: false, sort_order: 1, image_url: '' },
		];
		expect(listing({ images }).images).toEqual([
			{ url: 'a', thumbnail: 't', description: null },
			{ url: 'b', thumbnail: null, description: null },
		]);
	});

	it('has an address and dates, or null', () => {
		expect(listing({ custom_url: { url: '/mug/' } })).toMatchObject({
			url: 'https://store-abc123.mybigcommerce.com/mug/',
			dateCreated: '2026-01-02T03:04:05.000Z',
			dateModified: null,
		});
		expect(listing({}).url).toBeNull();
	});
});

describe('issues', () => {
	it('compare codes without regard to case and spaces, and name a few of very many', () => {
		const listings = Array.from({ length: 5_000 }, (_, index) =>
			listing({ id: index + 1, sku: index % 2 ? 'mug' : 'MUG' }),
		);
		addMasterSkuIssues(listings, 'sku');
		expect(listings[4_999]?.issues).toMatchObject([
			{ code: 'duplicateMasterSku', message: expect.stringContaining('5000') },
		]);
		for (const { issues, productId } of listings.slice(0, 20)) {
			expect(issues[0]?.with).toHaveLength(10);
			expect(issues[0]?.with).not.toContainEqual(expect.objectContaining({ productId }));
		}
	});
});

describe('queries', () => {
	const queries = (filters: Parameters<typeof productQueries>[0], visibleOnly = false) =>
		productQueries(filters, { visibleOnly, per: 'variant' });

	it('hold nothing that was not asked for', () => {
		expect(queries({})).toEqual([{}]);
		expect(queries({ channels: [] })).toEqual([{}]);
	});

	it('ask for each category by itself, and for ids in parts', () => {
		const productIds = Array.from({ length: 150 }, (_, index) => 100 + index).join(' ');
		const all = queries({ category: { by: 'id', value: [3, 4] }, productIds }, true);
		expect(all).toHaveLength(4);
		expect(
			all.map((query) => [query['categories:in'], (query['id:in'] as number[]).length]),
		).toEqual([
			[3, 100],
			[3, 50],
			[4, 100],
			[4, 50],
		]);
		expect(all.every((query) => query.is_visible === true)).toBe(true);
	});

	it('leave to the listing what BigCommerce cannot filter', () => {
		const made = { productId: 1, listing: listing({}), warningLevel: 5 };
		expect(keeps({})(made)).toBe(true);
		expect(keeps({ stock: 'low' })(made)).toBe(true);
		expect(keeps({ stock: 'out' })(made)).toBe(false);
		expect(keeps({ priceFrom: 10, priceTo: 10 })(made)).toBe(true);
		expect(keeps({ priceTo: 9.99 })(made)).toBe(false);
		expect(
			keeps({ quantityFrom: 0 })({ ...made, listing: { ...made.listing, quantity: null } }),
		).toBe(false);
	});
});

it('ids are split so that every one is sent once and each part fits a URL', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 31 }), { maxLength: 600 }), (ids) => {
			const chunks = idChunks(ids);
			expect(chunks.flat()).toEqual([...new Set(ids)]);
			for (const chunk of chunks) {
				expect(chunk.length).toBeLessThanOrEqual(100);
				expect(encodeURIComponent(chunk.join()).length).toBeLessThanOrEqual(600);
			}
		}),
	);
});

it('a field is found by its name, by a path, and by a name with dots', () => {
	const keys = (json: IDataObject, field: string) => [
		...existingByKey([{ item: { index: 0, json } }], field).keys(),
	];
	expect(keys({ sku: 'A' }, 'sku')).toEqual(['a']);
	expect(keys({ data: { codes: [{ sku: 'B' }] } }, 'data.codes.0.sku')).toEqual(['b']);
	expect(keys({ 'data.sku': 'C', data: { sku: 'D' } }, 'data.sku')).toEqual(['c']);
	expect(() => keys({ data: null }, 'data.sku')).toThrow("No input item has a value in 'data.sku'");
	expect(() => keys({ sku: 'A' }, 'constructor.name')).toThrow('No input item has a value');
});
