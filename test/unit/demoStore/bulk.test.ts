import { call, dataOf, storeForTests } from './support.ts';

const shop = storeForTests({ seed: 'empty', products: 300, variantsEach: 3 });

interface Level {
	identity: { sku: string; product_id: number; variant_id: number };
	locations: Array<{ location_id: number; total_inventory_onhand: number }>;
}

describe('a large catalogue', () => {
	it('has SKUs that are found, and stock that agrees with the catalogue', async () => {
		const { state } = shop.store;
		const variants = [...state.products.values()].flatMap((product) => product.variants);
		expect(new Set(variants.map(({ sku }) => sku)).size).toBe(900);
		const reply = await call(shop.store, 'GET', '/v3/inventory/items', { query: { limit: 1_000 } });
		const levels = dataOf<Level[]>(reply);
		expect(levels.map(({ identity }) => identity.variant_id)).toEqual(variants.map(({ id }) => id));
		expect(levels.map(({ locations }) => locations[0]?.total_inventory_onhand)).toEqual(
			variants.map(({ inventory_level }) => inventory_level),
		);
		const query = { sku: 'tp-000300-03' };
		expect(dataOf(await call(shop.store, 'GET', '/v3/catalog/variants', { query }))).toMatchObject([
			{ product_id: variants.at(-1)?.product_id, option_values: [{ label: 'Size 3' }] },
		]);
	});

	it('takes a full batch of stock by SKU and of prices by variant', async () => {
		const skus = [...shop.store.state.products.values()].flatMap(({ variants }) =>
			variants.map(({ sku }) => sku),
		);
		const items = [1, 2].flatMap((location_id) =>
			skus.map((sku, index) => ({ location_id, sku, quantity: index })),
		);
		const body = { items };
		const reply = await call(shop.store, 'PUT', '/v3/inventory/adjustments/absolute', { body });
		expect(reply.status).toBe(200);
		const rows = await call(shop.store, 'GET', '/v3/inventory/items', {
			query: { 'sku:in': skus.slice(-2).join(',') },
		});
		expect(dataOf<Level[]>(rows).map(({ locations }) => locations)).toMatchObject([
			[{ total_inventory_onhand: 898 }, { total_inventory_onhand: 898 }],
			[{ total_inventory_onhand: 899 }, { total_inventory_onhand: 899 }],
		]);
		await call(shop.store, 'POST', '/v3/pricelists', { body: { name: 'Trade' } });
		const prices = skus.map((sku) => ({ sku, currency: 'USD', price: 4 }));
		const saved = await call(shop.store, 'PUT', '/v3/pricelists/1/records', { body: prices });
		expect(saved.status).toBe(200);
		expect(shop.store.state.priceRecords.size).toBe(900);
	});
});
