import { importListings, namesOf, productRequests, run, useShop } from '../support/listings';

const shop = useShop();

describe('filters', () => {
	const idOf = (records: Map<number, { name: string }>, name: string) =>
		[...records].find(([, record]) => record.name === name)?.[0];

	it('by category, brand, channel, name, keyword and availability in the store itself', async () => {
		const brand = { __rl: true, mode: 'list', value: idOf(shop().state.brands, 'Tarn') };
		expect(namesOf(await importListings({ filters: { brand } }))).toEqual([
			'Enamel Mug 12 oz',
			'Cold Brew Bottle',
			'Tarn Sleeping Pad',
		]);
		const category = { __rl: true, mode: 'list', value: idOf(shop().state.categories, 'Sleep') };
		expect(namesOf(await importListings({ filters: { category } }))).toEqual([
			'Tarn Sleeping Pad',
			'Hollow Down Quilt −5 °C',
		]);
		expect(namesOf(await importListings({ filters: { channels: [664_321] } }))).toEqual([
			'Ember Pocket Stove (Refurbished)',
		]);
		expect(namesOf(await importListings({ filters: { keyword: 'light roast' } }))).toEqual([
			'Basecamp Filter Beans',
		]);
		expect(namesOf(await importListings({ filters: { availability: 'preorder' } }))).toEqual([
			'Hollow Down Quilt −5 °C',
		]);
		expect(
			productRequests().map(({ query }) =>
				Number(query['brand_id'] ?? query['categories:in'] ?? query['channel_id:in'] ?? 0),
			),
		).toEqual([Number(brand.value), Number(category.value), 664_321, 0, 0]);
	});

	it('several categories: what is in any of them, each product once', async () => {
		const ids = ['Clothing', 'Gifts'].map((name) => idOf(shop().state.categories, name));
		const category = { __rl: true, mode: 'id', value: ids.join(', ') };
		const listings = await importListings({ oneItemPer: 'product', filters: { category } });
		const expected = [...shop().state.products.values()].filter(
			({ is_visible, categories }) => is_visible && categories.some((id) => ids.includes(id)),
		);
		expect(listings.map(({ productId }) => productId)).toEqual(
			expected.map(({ id }) => id).sort((a, b) => a - b),
		);
	});

	it('variants that are not for sale are found though their product is', async () => {
		expect(
			(await importListings({ filters: { availability: 'disabled' } })).map(
				({ sku, name }) => sku ?? name,
			),
		).toEqual(['LE-RIDGE-S', 'LE-STOVE-R']);
	});

	it('by price and stock on the listing itself', async () => {
		const prices = (await importListings({ filters: { priceFrom: 44, priceTo: 49.99 } })).map(
			({ price }) => price,
		);
		expect(prices.length).toBeGreaterThan(3);
		expect(prices.every((price) => price !== null && price >= 44 && price <= 49.99)).toBe(true);
		expect((await importListings({ filters: { stock: 'out' } })).map(({ sku }) => sku)).toEqual([
			'LE-RIDGE-S',
			'CC-DUSK',
		]);
		expect((await importListings({ filters: { stock: 'low' } })).map(({ sku }) => sku)).toContain(
			'BW-GRIND',
		);
		const inStock = await importListings({ filters: { stock: 'in' } });
		expect(inStock).toHaveLength(42);
		expect(namesOf(inStock)).toContain('Trail Map Pack (PDF)');
		expect(
			(await importListings({ filters: { quantityFrom: 60, quantityTo: 80 } })).map(
				({ sku }) => sku,
			),
		).toEqual(['LE-BEANIE', 'BW-HL300']);
	});

	it('by ids, as many as there are, in requests that fit a URL', async () => {
		const ids = Array.from({ length: 400 }, (_, index) => index + 1_000_000).concat(77, 78, 77);
		expect(namesOf(await importListings({ filters: { productIds: ids.join(',') } }))).toEqual([
			'Granite 2 Tent',
			'Alder Down Jacket',
		]);
		expect(productRequests().length).toBeLessThan(8);
		for (const { query } of productRequests()) {
			expect(new URLSearchParams(query).toString().length).toBeLessThan(900);
			expect(query['id:in']?.split(',').length).toBeLessThanOrEqual(100);
		}
	});

	it('by date of the last change, sent as a full instant', async () => {
		const since = new Date(shop().state.startedAt - 11 * 3_600_000);
		const listings = await importListings({ filters: { modifiedSince: since.toISOString() } });
		expect(namesOf(listings)).toEqual(['Trailhead Beanie', 'Summit Espresso Beans']);
		expect(productRequests()[0]?.query['date_modified:min']).toBe(since.toISOString());
	});

	it('bounds that an expression gives are numbers', async () => {
		const all = await importListings();
		await expect(run({ filters: { priceFrom: '' } })).rejects.toThrow("'Price From' is empty");
		await expect(run({ filters: { quantityTo: null } })).rejects.toThrow("'Quantity To' is empty");
		const some = await importListings({ filters: { priceFrom: ' 44 ', priceTo: '49.99' } });
		expect(some).toEqual(all.filter(({ price }) => price && price >= 44 && price <= 49.99));
		const before = shop().exchanges.length;
		await expect(run({ filters: { priceFrom: '44,50' } })).rejects.toThrow(
			'\'Price From\' is "44,50", which is not a number',
		);
		expect(shop().exchanges).toHaveLength(before);
	});

	it('an empty list of ids imports nothing by accident', async () => {
		await expect(run({ filters: { productIds: '' } })).rejects.toThrow("'Product IDs' is empty");
		await expect(run({ filters: { productIds: '77, tent' } })).rejects.toThrow(
			'"tent", which is not an ID',
		);
		expect(shop().exchanges).toHaveLength(0);
	});
});
