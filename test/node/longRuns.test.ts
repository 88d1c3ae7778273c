import { setImmediate } from 'node:timers/promises';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { picked } from '../support/products';
import { n8nLog, runNode } from '../support/runNode';
import { byHand } from '../support/tables';

const PRODUCTS = 1_000;
/** Requests under way at a time, whose answers a cancelled run does not wait for. */
const MOST_AT_ONCE = 10;
let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: PRODUCTS });
});
afterAll(async () => await store.stop());
beforeEach(() => store.reset());

const bulk = () => [...store.state.products.values()].filter(({ sku }) => sku.startsWith('TP-'));
const priced = () => bulk().map(({ id, sku }) => ({ id, sku, price: 777, quantity: 500 }));
const requests = (method: string) =>
	store.exchanges.filter((exchange) => exchange.method === method);
const id = picked('id', '={{ $json.id }}');

const updating = {
	resource: 'product',
	operation: 'update',
	product: id,
	updateFields: { price: '={{ $json.price }}' },
};
const syncing = {
	resource: 'listing',
	operation: 'sync',
	fieldsToSync: ['price', 'quantity'],
};
/** One request an item. */
const deleting = { resource: 'product', operation: 'delete', product: id };

/** Cancels a run as soon as the store has seen so much of it, and answers what n8n's log says of it then. */
async function cancelled(
	parameters: object,
	when: () => boolean,
	items = priced(),
): Promise<string> {
	const cancel = new AbortController();
	const log = jest.spyOn(n8nLog(), 'warn').mockReturnValue(undefined);
	try {
		const run = runNode(store.credential, parameters as Record<string, unknown>, {
			items,
			signal: cancel.signal,
			// What was cancelled is not the error of an item.
			onError: 'continueRegularOutput',
		});
		const ended = expect(run).rejects.toThrow('cancelled by the user');
		while (!when()) await setImmediate();
		cancel.abort(new Error('cancelled by the user'));
		await ended;
		return log.mock.calls.flat().join('\n');
	} finally {
		log.mockRestore();
	}
}

/** Answers how many items the log says were carried out. */
const told = (log: string) =>
	Number(/^BigCommerce: cancelled; (\d+) of \d+ items were carried out$/.exec(log)?.[1]);

/** Requests that were under way arrive, up to ten; whatever was sent later would arrive before this one is answered. */
async function nothingMoreIsSent(): Promise<void> {
	const before = store.exchanges.length;
	await runNode(store.credential, { resource: 'order', operation: 'count' });
	await runNode(store.credential, { resource: 'order', operation: 'count' });
	expect(store.exchanges.length - before).toBeLessThanOrEqual(2 + MOST_AT_ONCE);
}

describe('a cancelled run', () => {
	beforeEach(() => store.setLatency(15));

	it('says how many items of a stretch under way were carried out', async () => {
		const log = await cancelled(updating, () => requests('PUT').length >= 30);
		const written = bulk().filter(({ price }) => price === 777).length;
		expect(told(log) % 10).toBe(0);
		expect(told(log)).toBeGreaterThanOrEqual(written - 10 * MOST_AT_ONCE);
		expect(told(log)).toBeGreaterThan(0);
		expect(told(log)).toBeLessThanOrEqual(written);
		await nothingMoreIsSent();
	});

	it('counts a listing only when all of its values are written', async () => {
		const isPriced = () => bulk().every(({ price }) => price === 777);
		const whilePricing = await cancelled(syncing, () => requests('PUT').length >= 30);
		expect(isPriced()).toBe(false);
		expect(told(whilePricing)).toBe(0);
		await nothingMoreIsSent();
		store.reset();
		store.faults.add({ kind: 'hang', match: { path: /adjustments/ } });
		const beforeStock = await cancelled(syncing, () => requests('PUT').length >= 100);
		expect(isPriced()).toBe(true);
		expect(told(beforeStock)).toBe(0);
	});

	it('says so as well where each item has a request of its own', async () => {
		const log = await cancelled(deleting, () => requests('DELETE').length >= 40);
		const deleted = PRODUCTS - bulk().length;
		expect(told(log)).toBeGreaterThanOrEqual(deleted - MOST_AT_ONCE);
		expect(told(log)).toBeGreaterThan(0);
		expect(told(log)).toBeLessThanOrEqual(deleted);
		await nothingMoreIsSent();
	});

	it('counts the stretches before the one under way', async () => {
		// Each product eleven times: a stretch of 10,000 items in 100 requests, and one that is cancelled.
		const items = Array.from({ length: 11 }, priced).flat();
		const log = await cancelled(updating, () => requests('PUT').length >= 130, items);
		expect(told(log)).toBeGreaterThan(10_000);
		expect(told(log)).toBeLessThanOrEqual(10_000 + 10 * (requests('PUT').length - 100));
		await nothingMoreIsSent();
	});

	it('sends nothing at all when it is cancelled before the first request', async () => {
		const log = await cancelled(updating, () => true);
		expect(told(log)).toBe(0);
		expect(requests('PUT').length).toBeLessThanOrEqual(1);
		await nothingMoreIsSent();
	});
});

describe('a run that an item ends', () => {
	const bad = (items: object[]) => items.with(250, { ...items[250], id: 9_999_999 });

	it('says how many items were carried out', async () => {
		await expect(
			runNode(store.credential, updating, { items: bad(priced()) }),
		).rejects.toMatchObject({
			message: 'BigCommerce could not update the product 9999999 (HTTP 404) [item 250]',
			description: expect.stringContaining('999 of 1000 items were carried out'),
		});
		expect(bulk().filter(({ price }) => price === 777)).toHaveLength(999);
	});

	it('says so as well where each item has a request of its own', async () => {
		const items = bad(priced()).slice(0, 260);
		await expect(runNode(store.credential, deleting, { items })).rejects.toMatchObject({
			description: expect.stringMatching(/\. 2\d\d of 260 items were carried out\.$/),
		});
	});

	it('counts what was written before the store refused everything', async () => {
		store.faults.add({
			kind: 'status',
			status: 403,
			times: Infinity,
			after: 20,
			match: { method: 'PUT' },
		});
		await expect(runNode(store.credential, updating, { items: priced() })).rejects.toMatchObject({
			description: expect.stringContaining('200 of 1000 items were carried out'),
		});
		// The batches that were under way are refused as well; no other is sent.
		expect(requests('PUT').length).toBeLessThanOrEqual(30);
	});
});

describe('a long run', () => {
	const messages = async (parameters: object, items: object[]) => {
		const said: string[] = [];
		await runNode(store.credential, parameters as Record<string, unknown>, {
			items,
			onMessage: (message) => said.push(message),
		});
		return said;
	};

	it('says how far it is after each stretch of items', async () => {
		const stock = { resource: 'inventory', operation: 'set', location: 1 };
		const items = Array.from({ length: 12_000 }, (_, n) => ({ ...priced()[n % 5], quantity: n }));
		expect(await messages(stock, items)).toEqual([
			'BigCommerce: 10000 of 12000 items done',
			'BigCommerce: 12000 of 12000 items done',
		]);
		expect(bulk()[4]?.inventory_level).toBe(11_999);
	});

	it('says it within a stretch that takes its time, every few seconds', async () => {
		store.setLatency(650);
		const said = await messages(updating, priced());
		expect(said).toEqual([expect.stringMatching(/^BigCommerce: [1-9]\d{2} of 1000 items done$/)]);
	}, 30_000);
});

describe('a run of several stretches', () => {
	const changes = { price: '={{ $json.price }}' };
	const bySku = { findBy: 'sku', sku: '={{ $json.sku }}' };

	it.each([
		{ ...updating, product: picked('sku', '={{ $json.sku }}') },
		{ resource: 'product', operation: 'upsert', ...bySku, additionalFields: changes },
		{
			resource: 'productVariant',
			operation: 'updateMany',
			...byHand({ sku: '={{ $json.sku }}', purchasingDisabled: false }),
		},
	])('looks all SKUs up once: $resource $operation', async (parameters) => {
		const items = Array.from({ length: 11 }, priced).flat();
		await runNode(store.credential, parameters, { items: items.slice(0, PRODUCTS) });
		const once = requests('GET').length;
		store.reset();
		const output = await runNode(store.credential, parameters, { items });
		expect(output).toHaveLength(items.length);
		expect(once).toBeGreaterThan(0);
		expect(requests('GET')).toHaveLength(once);
	});

	it('looks SKUs up again that an earlier stretch may have changed', async () => {
		const [first] = bulk();
		const renamed = { sku: 'RENAMED', newSku: 'RENAMED', price: 8 };
		const items = [
			{ sku: first?.sku, newSku: 'RENAMED', price: 7 },
			...Array.from({ length: 10_000 }, () => ({ ...priced()[1], newSku: priced()[1]?.sku })),
			renamed,
		];
		const output = await runNode(
			store.credential,
			{
				...updating,
				product: picked('sku', '={{ $json.sku }}'),
				updateFields: { ...changes, sku: '={{ $json.newSku }}' },
			},
			{ items },
		);
		expect(output.at(-1)?.json).toMatchObject({ id: first?.id, sku: 'RENAMED', price: 8 });
	});
});
