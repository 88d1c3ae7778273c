import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { loadOptions, runForJson, runNode } from '../support/runNode';
import { byHand, matchOn } from '../support/tables';

/** Thousands of items take their time where the machine has other work as well. */
jest.setTimeout(60_000);

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 5_000 });
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

interface Run {
	items?: object[];
	onError?: 'continueRegularOutput';
}

const run = async (operation: string, parameters: object = {}, rest: Run = {}) =>
	await runForJson(store.credential, { resource: 'inventory', operation, ...parameters }, rest);
/** The item's own SKU. */
const sku = '={{ $json.sku }}';
const goingOn = { onError: 'continueRegularOutput' } as const;

const writes = () => store.exchanges.filter(({ method }) => method !== 'GET');
const sentItems = () =>
	writes()
		.filter(({ status }) => status === 200)
		.flatMap(({ requestBody }) => (requestBody as { items: object[] }).items);
const products = () => [...store.state.products.values()];
const trackedBy = (tracking: string) =>
	products().filter(({ inventory_tracking }) => inventory_tracking === tracking);
/** Variants that are tracked each for itself. */
const variants = () =>
	trackedBy('variant').flatMap((product) => product.variants.filter(({ sku }) => sku));
/** Simple products that are tracked as a whole, of the bulk catalogue. */
const bulk = (count: number) =>
	products()
		.filter(({ sku }) => sku.startsWith('TP-'))
		.slice(0, count);

describe('Inventory: Set', () => {
	it('sets the stock of all items in one request, at the default location', async () => {
		const [one, other] = variants();
		const output = await run(
			'set',
			{ options: { reason: 'Weekly count' } },
			{
				items: [
					{ sku: one?.sku.toLowerCase(), quantity: 41 },
					{ sku: other?.sku, quantity: '0' },
				],
			},
		);
		expect(output).toEqual([
			{
				sku: one?.sku.toLowerCase(),
				locationId: 1,
				quantity: 41,
				action: 'updated',
				transactionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			},
			expect.objectContaining({ sku: other?.sku, quantity: 0, action: 'updated' }),
		]);
		expect([one?.inventory_level, other?.inventory_level]).toEqual([41, 0]);
		expect(writes()).toHaveLength(1);
		expect(writes()[0]?.requestBody).toMatchObject({ reason: 'Weekly count' });
		expect(store.exchanges).toHaveLength(2);
	});

	it('takes a location by its code or name, and needs no look-up for an ID', async () => {
		const [variant] = variants();
		const items = [{ sku: variant?.sku, quantity: 3 }];
		await run('set', { location: 'depot' }, { items });
		await run('set', { location: 'Depot Road' }, { items });
		const before = store.exchanges.length;
		await run('set', { location: 2 }, { items });
		expect(store.exchanges.length - before).toBe(1);
		expect(sentItems()).toEqual(
			Array.from({ length: 3 }, () => ({ location_id: 2, sku: variant?.sku, quantity: 3 })),
		);
		await expect(run('set', { location: 'Mars' }, { items })).rejects.toThrow(
			/no inventory location "Mars"/,
		);
	});

	it('lets the last of several items for one stock count, and sends it once', async () => {
		const [variant] = variants();
		const output = await run(
			'set',
			{},
			{ items: [5, 6, 7].map((quantity) => ({ sku: variant?.sku, quantity })) },
		);
		expect(output.map(({ action }) => action)).toEqual(['skipped', 'skipped', 'updated']);
		expect(sentItems()).toHaveLength(1);
		expect(variant?.inventory_level).toBe(7);
	});

	it('writes 5,000 items in three requests', async () => {
		const items = bulk(5_000).map(({ id }, index) => ({ productId: id, quantity: index % 90 }));
		const output = await run('set', matchOn('productId'), { items });
		expect(output).toHaveLength(5_000);
		expect(writes()).toHaveLength(3);
		expect(bulk(5_000).map(({ inventory_level }) => inventory_level)).toEqual(
			items.map(({ quantity }) => quantity),
		);
	});

	it('finds out by itself that SKUs are of products that are tracked as a whole', async () => {
		const items = bulk(5_000).map(({ sku }, index) => ({ sku, quantity: index % 90 }));
		const output = await run('set', {}, { items });
		expect(output.every(({ action }) => action === 'updated')).toBe(true);
		expect(bulk(5_000).map(({ inventory_level }) => inventory_level)).toEqual(
			items.map(({ quantity }) => quantity),
		);
		expect(store.exchanges.length).toBeLessThanOrEqual(12);
	});

	it('asks the catalogue where products are tracked now by product, now by variant', async () => {
		const chosen = bulk(300);
		for (const [index, product] of chosen.entries())
			if (index % 3 === 0) product.inventory_tracking = 'variant';
		const items = chosen.map(({ sku }) => ({ sku, quantity: 77 }));
		await run('set', {}, { items });
		const levels = chosen.map((product) =>
			product.inventory_tracking === 'variant'
				? product.variants[0]?.inventory_level
				: product.inventory_level,
		);
		expect(new Set(levels)).toEqual(new Set([77]));
	});

	it('finds the bad ones among many by looking them up once; the good ones are written once', async () => {
		const good = bulk(4_950).map(({ id }) => ({ productId: id, quantity: 12 }));
		const items = good.flatMap((item, index) =>
			index % 99 === 0 ? [item, { productId: 9_000_000 + index, quantity: 1 }] : [item],
		);
		expect(items).toHaveLength(5_000);
		const output = await run('set', matchOn('productId'), { items, ...goingOn });
		const failed = output.filter(({ error }) => error);
		expect(failed).toHaveLength(50);
		expect(failed[0]?.error).toMatch(/could not set the stock.*keeps no stock of product 9000000/);
		expect(sentItems()).toHaveLength(4_950);
		expect(store.exchanges.length).toBeLessThanOrEqual(20);
		for (const [index, item] of items.entries())
			expect([index, 'error' in (output[index] ?? {})]).toEqual([index, item.quantity === 1]);
	});

	it.each([
		['an empty quantity', { quantity: '' }, /'Quantity' is empty/],
		['no quantity', {}, /'Quantity' is empty/],
		['a negative one', { quantity: -1 }, /'Quantity' is -1, which is less than 0/],
		['a fraction', { quantity: 1.5 }, /'Quantity' is "1.5"/],
		['an empty SKU', { sku: ' ', quantity: 1 }, /'SKU' is empty/],
	])('sends nothing at all when an item has %s', async (_name, bad, message) => {
		const sku = variants()[0]?.sku;
		await expect(
			run(
				'set',
				{},
				{
					items: [
						{ sku, quantity: 1 },
						{ sku, ...bad },
					],
				},
			),
		).rejects.toThrow(message);
		expect(store.exchanges).toEqual([]);
	});

	it('says how many items were written when one ends the run', async () => {
		const items = [
			{ sku: 'NOBODY', quantity: 1 },
			{ sku: variants()[0]?.sku, quantity: 8 },
		];
		const failing = run('set', {}, { items });
		await expect(failing).rejects.toMatchObject({
			message: 'BigCommerce could not set the stock [item 0]',
			description: expect.stringMatching(/no stock of SKU NOBODY.*1 of 2 items were carried out/),
		});
		expect(variants()[0]?.inventory_level).toBe(8);
	});

	it('asks again for what could not be looked up, instead of taking it for unknown', async () => {
		const items = bulk(20).map(({ sku }) => ({ sku, quantity: 3 }));
		items[5] = { sku: 'NOBODY', quantity: 3 };
		store.faults.add({
			match: { method: 'GET', path: '/v3/inventory/items' },
			kind: 'status',
			status: 403,
		});
		const output = await run('set', { location: 1 }, { items, ...goingOn });
		expect(output.flatMap(({ error }, at) => (error === undefined ? [] : [at]))).toEqual([5]);
		expect(output[5]?.error).toMatch(/no stock of SKU NOBODY/);
		expect(sentItems()).toHaveLength(19);
	});

	it('halves a batch whose refusal explains nothing', async () => {
		const items = bulk(4).map(({ id }) => ({ productId: id, quantity: 5 }));
		store.faults.add({
			kind: 'status',
			status: 422,
			body: { status: 422, title: 'Something is wrong' },
			match: { method: 'PUT' },
		});
		const output = await run('set', matchOn('productId'), { items });
		expect(output).toHaveLength(4);
		expect(sentItems()).toHaveLength(4);
	});

	it('ends at once when the execution is cancelled', async () => {
		const cancelling = new AbortController();
		store.setLatency(50);
		const items = bulk(5_000).map(({ id }) => ({ productId: id, quantity: 5 }));
		const running = runNode(
			store.credential,
			{ resource: 'inventory', operation: 'set', ...matchOn('productId') },
			{ items, signal: cancelling.signal },
		);
		setTimeout(() => cancelling.abort(), 80);
		await expect(running).rejects.toThrow();
		expect(writes().length).toBeLessThan(3);
	});
});

describe('Inventory: Adjust', () => {
	const counted = () =>
		variants().filter(({ id, inventory_level }) => id % 5 !== 0 && inventory_level > 3);

	it('adds and takes off, several items for one stock as one change', async () => {
		const [one, other] = counted();
		const [before, beforeOther] = [one?.inventory_level ?? 0, other?.inventory_level ?? 0];
		const output = await run(
			'adjust',
			{},
			{
				items: [
					{ sku: one?.sku, quantity: 10 },
					{ sku: other?.sku, quantity: '-2' },
					{ sku: one?.sku, quantity: -4 },
				],
			},
		);
		expect(output.map(({ action }) => action)).toEqual(['updated', 'updated', 'updated']);
		expect(one?.inventory_level).toBe(before + 6);
		expect(other?.inventory_level).toBe(beforeOther - 2);
		expect(writes()).toHaveLength(1);
	});

	it('gives items that were never counted at the location their first count', async () => {
		const items = bulk(400).map(({ id }) => ({ productId: id, quantity: 3 }));
		const depot = () => bulk(400).map(({ id }) => store.state.stock.get(`2:${id}`)?.on_hand ?? 0);
		const before = depot();
		await run('adjust', { ...matchOn('productId'), location: 2 }, { items });
		expect(depot()).toEqual(before.map((level) => level + 3));
		expect(store.exchanges.length).toBeLessThanOrEqual(12);
	});

	it('gives each its first count by itself where several together are refused', async () => {
		const items = bulk(5).map(({ id }) => ({ productId: id, quantity: 3 }));
		for (const { id } of bulk(5)) store.state.stock.delete(`2:${id}`);
		store.faults.add({
			match: { path: '/v3/inventory/adjustments/absolute' },
			kind: 'status',
			status: 422,
			body: { status: 422, title: 'One of the items cannot be set' },
		});
		await run('adjust', { ...matchOn('productId'), location: 2 }, { items });
		expect(bulk(5).map(({ id }) => store.state.stock.get(`2:${id}`)?.on_hand)).toEqual(
			items.map(() => 3),
		);
	});

	it('does not take a level that is read late for a shortage', async () => {
		const [one] = bulk(1);
		await run('set', { location: 1 }, { items: [{ sku: one?.sku, quantity: 0 }] });
		store.state.settings.stockDelayMs = 60_000;
		await run('set', { location: 1 }, { items: [{ sku: one?.sku, quantity: 10 }] });
		const items = [
			{ sku: one?.sku, quantity: -3 },
			{ sku: 'NOBODY', quantity: 1 },
		];
		const output = await run('adjust', { location: 1 }, { items, ...goingOn });
		expect(output.map(({ error }) => error !== undefined)).toEqual([false, true]);
		expect(one?.inventory_level).toBe(7);
	});

	it('fails an item that would go below zero, alone', async () => {
		const [one, other] = counted();
		const level = one?.inventory_level ?? 0;
		const output = await run(
			'adjust',
			{},
			{
				items: [
					{ sku: one?.sku, quantity: -level - 1 },
					{ sku: other?.sku, quantity: 1 },
				],
				...goingOn,
			},
		);
		expect(output[0]?.error).toMatch(
			`has ${level} at this location; ${level + 1} cannot be taken off`,
		);
		expect(output[1]?.action).toBe('updated');
		expect(one?.inventory_level).toBe(level);
	});

	it('fails the one of two changes that is too much', async () => {
		const [one] = counted();
		const level = one?.inventory_level ?? 0;
		const output = await run(
			'adjust',
			{},
			{ items: [level - 1, 2].map((off) => ({ sku: one?.sku, quantity: -off })), ...goingOn },
		);
		expect(output[0]).toMatchObject({ action: 'updated' });
		expect(output[1]?.error).toMatch(/could not adjust the stock/);
		expect(one?.inventory_level).toBe(1);
	});

	it('never sends a change again whose answer was lost', async () => {
		const [variant] = counted();
		const before = variant?.inventory_level ?? 0;
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } });
		await expect(
			run('adjust', {}, { items: [{ sku: variant?.sku, quantity: 2 }] }),
		).rejects.toMatchObject({ description: expect.stringContaining('It may have taken effect') });
		expect(variant?.inventory_level).toBe(before + 2);
		expect(writes()).toHaveLength(1);
	});
});

describe('Inventory: Get Many', () => {
	it('gives a flat row for each item and location', async () => {
		const [variant] = variants();
		const output = await run('getAll', { returnAll: true, filters: { skus: variant?.sku } });
		expect(output).toHaveLength(2);
		expect(output[0]).toEqual({
			sku: variant?.sku,
			productId: variant?.product_id,
			variantId: variant?.id,
			locationId: 1,
			locationCode: expect.any(String),
			locationName: 'Default location',
			availableToSell: variant?.inventory_level,
			onHand: variant?.inventory_level,
			safetyStock: 0,
			warningLevel: expect.any(Number),
			isInStock: expect.any(Boolean),
			binPickingNumber: null,
		});
	});

	it('filters by location and ids, and keeps to the limit', async () => {
		const ids = bulk(3).map(({ id }) => id);
		const output = await run('getAll', {
			returnAll: true,
			filters: { locations: [2], productIds: ids.join(', ') },
		});
		expect(output.map(({ productId, locationId }) => [productId, locationId])).toEqual(
			ids.map((id) => [id, 2]),
		);
		expect(await run('getAll', { limit: 7 })).toHaveLength(7);
	});

	it('reads a whole catalogue a thousand items a request', async () => {
		const output = await run('getAll', { returnAll: true, filters: { locations: [1] } });
		expect(output.length).toBeGreaterThan(5_000);
		expect(store.exchanges.length).toBe(Math.ceil(output.length / 1_000));
	});

	it("gives the API's own record without Simplify", async () => {
		const sku = variants()[0]?.sku;
		const [item] = await run('getAll', { output: 'raw', filters: { skus: sku } });
		expect(item).toMatchObject({
			identity: { sku },
			locations: [{ location_id: 1 }, { location_id: 2 }],
		});
	});
});

describe('Inventory: Get Locations', () => {
	it('lists the places and fills the picker', async () => {
		expect(await run('getLocations', { returnAll: true })).toMatchObject([
			{ id: 1, name: 'Default location' },
			{ id: 2, code: 'DEPOT', name: 'Depot Road', enabled: true },
		]);
		expect(await run('getLocations', { filters: { isDefault: true } })).toHaveLength(1);
		expect(await loadOptions(store.credential, 'getInventoryLocations')).toContainEqual({
			name: 'Depot Road (DEPOT)',
			value: 2,
		});
	});
});

describe('Inventory: Update Settings', () => {
	it('changes them for many items in one request a location', async () => {
		const [one, other] = variants();
		const output = await run(
			'updateSettings',
			{ ...byHand({ sku, safetyStock: 2, binPickingNumber: 'A-12' }), location: 2 },
			{ items: [{ sku: one?.sku }, { sku: other?.sku }] },
		);
		expect(output).toMatchObject([
			{ sku: one?.sku, locationId: 2, safetyStock: 2, binPickingNumber: 'A-12' },
			{ sku: other?.sku },
		]);
		expect(writes()).toHaveLength(1);
		const [row] = await run('getAll', { filters: { skus: one?.sku, locations: [2] } });
		expect(row).toMatchObject({ safetyStock: 2, binPickingNumber: 'A-12' });
	});

	it('finds the bad ones of several batches, one request after the other', async () => {
		const items: object[] = bulk(4_100).map(({ sku }) => ({ sku }));
		for (const at of [5, 2_005, 4_005]) items[at] = { sku: `NOBODY-${at}` };
		store.setLatency(5);
		const parameters = { ...byHand({ sku, warningLevel: 4 }), location: 1 };
		const output = await run('updateSettings', parameters, { items, ...goingOn });
		const failed = output.flatMap(({ error }, at) => (error === undefined ? [] : [at]));
		expect(failed).toEqual([5, 2_005, 4_005]);
		expect(store.exchanges.filter(({ status }) => status === 429)).toHaveLength(0);
	});

	it('fails an unknown item alone, and refuses an empty form', async () => {
		const items = [{ sku: 'NOBODY' }, { sku: variants()[0]?.sku }];
		const parameters = { ...byHand({ sku, warningLevel: 4 }), location: 1 };
		const output = await run('updateSettings', parameters, { items, ...goingOn });
		expect(output[0]?.error).toMatch(/no stock of SKU NOBODY/);
		expect(output[1]).toMatchObject({ warningLevel: 4 });
		await expect(run('updateSettings', {}, { items })).rejects.toMatchObject({
			message: expect.stringContaining('The item says nothing to write') as string,
			description: expect.stringMatching(
				/The item has sku\..*Safety Stock, Low Stock Level/,
			) as string,
		});
	});
});
