/** Rows as people have them, in forms that are left as they are. */
import type { NodeExecutionHint } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { runForJson } from '../support/runNode';
import { byHand, matchOn } from '../support/tables';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 20 });
});
afterAll(async () => await store.stop());
beforeEach(() => store.reset());

const simple = (at = 0) => {
	const found = [...store.state.products.values()].filter(({ sku }) => sku.startsWith('TP-'))[at];
	if (!found) throw new Error('The demo store has no such product');
	return found;
};
const hints: NodeExecutionHint[] = [];
const run = async (operation: string, items: object[], more: object = {}) => {
	hints.length = 0;
	const [resource, value] = operation.split(':');
	return await runForJson(
		store.credential,
		{ resource, operation: value, ...more },
		{ items, hints },
	);
};
const told = () => hints.map(({ message }) => message);
const writes = () => store.exchanges.filter(({ method }) => method !== 'GET');

describe('a row with columns of its own', () => {
	it('is read by the names that people give them, and the result says how', async () => {
		await run('inventory:set', [{ 'Item SKU': simple().sku, Title: 'A mug', Qty: '7' }]);
		expect(simple().inventory_level).toBe(7);
		expect(told()).toEqual([
			'Columns read: SKU from Item SKU; Quantity from Qty. Not read: Title.',
		]);
	});

	it('says prices in whatever words', async () => {
		const { sku } = simple();
		await run('productVariant:updateMany', [
			{ 'ITEM SKU': sku, 'unit price': 12.5, MSRP: '15', 'Special Price': '' },
		]);
		expect(simple().variants[0]).toMatchObject({ price: 12.5, retail_price: 15 });
	});

	it('is refused where two of its columns say the same thing differently', async () => {
		const row = { sku: simple().sku, quantity: 5, Stock: 40 };
		await expect(run('inventory:set', [row])).rejects.toMatchObject({
			message: '\'Quantity\' is given twice: quantity says "5", Stock says "40" [item 0]',
			description: expect.stringContaining('Map Each Column Manually') as string,
		});
		expect(writes()).toEqual([]);
	});

	it('may say the same thing twice alike', async () => {
		await run('inventory:set', [{ sku: simple().sku, quantity: 5, Stock: '5 ' }]);
		expect(simple().inventory_level).toBe(5);
	});

	it('that says nothing to write is refused, with what it has and what is known', async () => {
		await expect(
			run('productVariant:updateMany', [{ sku: 'A', colour: 'red' }]),
		).rejects.toMatchObject({
			message: 'The item says nothing to write [item 0]',
			description: expect.stringMatching(
				/The item has sku, colour\. Columns that are written: .*Price/,
			) as string,
		});
	});

	it('that lacks what it is found by says what it has', async () => {
		await expect(run('inventory:set', [{ Article: 'A', Qty: 5 }])).rejects.toMatchObject({
			message: "'SKU' is empty [item 0]",
			description: expect.stringContaining('The item has Article, Qty.') as string,
		});
	});

	it('says its own location', async () => {
		await run('inventory:set', [{ sku: simple().sku, Stock: 3, Warehouse: 'Depot Road' }], {
			location: 1,
		});
		expect(writes().at(-1)?.requestBody).toMatchObject({
			items: [{ location_id: 2, quantity: 3 }],
		});
	});

	it('is read no further by names that are another thing: what the package outputs is known', async () => {
		const [level] = await run('inventory:getAll', [{}], { filters: { skus: simple().sku } });
		expect(level).toMatchObject({ locationId: 1, locationName: expect.anything() as string });
		const before = simple().inventory_level;
		await run('inventory:adjust', [{ ...level, quantity: 2 }]);
		expect(simple().inventory_level).toBe(before + 2);
	});
});

describe('a table that is mapped by hand', () => {
	it('reads what was mapped and nothing else', async () => {
		const form = byHand({ sku: '={{ $json.code }}', quantity: '={{ $json.counted }}' });
		await run('inventory:set', [{ code: simple().sku, counted: 9, quantity: 4 }], form);
		expect(simple().inventory_level).toBe(9);
		expect(told()).toEqual([]);
	});

	it('is found by the column that was chosen', async () => {
		await run('inventory:set', [{ 'Product ID': simple(1).id, Qty: 8 }], matchOn('productId'));
		expect(simple(1).inventory_level).toBe(8);
	});
});

describe('empty cells', () => {
	const row = () => ({ sku: simple().sku, Price: 4, 'Bin Picking Number (BPN)': '' });

	it('change nothing', async () => {
		const [variant] = simple().variants;
		if (variant) variant.bin_picking_number = 'A-1';
		await run('productVariant:updateMany', [row()]);
		expect(simple().variants[0]).toMatchObject({ price: 4, bin_picking_number: 'A-1' });
	});

	it('clear where that was asked for', async () => {
		await run('productVariant:updateMany', [row()], { options: { emptyCellsClear: true } });
		expect(writes()[0]?.requestBody).toMatchObject([{ price: 4, bin_picking_number: '' }]);
	});
});
