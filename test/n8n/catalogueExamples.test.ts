import { runWorkflow } from '../../demo/n8n/executions.ts';
import { importWorkflow, withCredential } from '../../demo/n8n/workflows.ts';
import type { StoredWorkflow } from '../../demo/n8n/workflows.ts';
import { packageName, readExamples } from '../../demo/examples.ts';
import { dataTable, itemsOf } from '../support/n8n/nodes.ts';
import { itRuns } from '../support/n8n/release.ts';
import { useN8n } from '../support/n8n/suite.ts';

/** What the examples promise, over several of their runs. */
const suite = useN8n();
const table = { __rl: true, mode: 'name', value: 'BigCommerce stock' };

async function load(file: string): Promise<StoredWorkflow> {
	const found = (await readExamples()).find((example) => example.file === file);
	if (!found) throw new Error(`There is no example ${file}`);
	return await importWorkflow(
		suite.n8n,
		withCredential(found.workflow, packageName, suite.credential),
	);
}

/** Runs an example and answers the items of one of its nodes. */
async function ranBy(id: string, node: string) {
	suite.store.exchanges.length = 0;
	const { error, items } = await runWorkflow(suite.n8n, id);
	expect(error).toBeUndefined();
	return items[node] ?? [];
}
const writes = () => suite.store.exchanges.filter(({ method }) => method !== 'GET');
const productBy = (sku: string) =>
	[...suite.store.state.products.values()].find(
		(product) => product.sku === sku || product.variants.some((variant) => variant.sku === sku),
	);

const rowsOf = async (parameters: object) =>
	await itemsOf(
		suite,
		dataTable({ resource: 'row', dataTableId: table, matchType: 'allConditions', ...parameters }),
	);
const rows = async () =>
	(await rowsOf({ operation: 'get', returnAll: true, filters: {} })) as Array<{
		sku: string;
		quantity: number;
		lastSynced: number;
	}>;
const count = async (sku: string, quantity: number) =>
	await rowsOf({
		operation: 'update',
		filters: { conditions: [{ keyName: 'sku', condition: 'eq', keyValue: sku }] },
		columns: { mappingMode: 'defineBelow', value: { quantity } },
	});

async function sync(id: string) {
	const noted = await ranBy(id, 'Note in Table');
	return {
		noted: noted.map(({ sku }) => sku),
		sent: suite.store.exchanges
			.filter(({ method, status }) => method === 'PUT' && status === 200)
			.flatMap(({ requestBody }) => (requestBody as { items: object[] }).items),
	};
}

const variantWith = (sku: string) => {
	const found = [...suite.store.state.products.values()]
		.flatMap(({ variants }) => variants)
		.find((variant) => variant.sku === sku);
	if (!found) throw new Error(`The store has no ${sku}`);
	return found;
};

itRuns('two-way-stock.json')(
	'two-way-stock.json fills the table, then carries each change to the other side and nothing else',
	async () => {
		const { id } = await load('two-way-stock.json');
		const first = await sync(id);
		expect(first.sent).toEqual([]);
		const filled = await rows();
		expect(filled.length).toBeGreaterThan(20);
		expect(first.noted).toHaveLength(filled.length);
		expect(filled.every(({ quantity, lastSynced }) => quantity === lastSynced)).toBe(true);

		expect(await sync(id)).toEqual({ noted: [], sent: [] });

		const tracked = filled.filter(({ sku }) => sku.startsWith('NP-TENT-G2-'));
		const [sold = '', counted = ''] = tracked.map(({ sku }) => sku);
		variantWith(sold).inventory_level = 3;
		await count(counted, 91);
		const { noted, sent } = await sync(id);
		expect(sent).toEqual([{ location_id: 1, sku: counted, quantity: 91 }]);
		expect(new Set(noted)).toEqual(new Set([sold, counted]));
		expect(variantWith(counted).inventory_level).toBe(91);
		const after = new Map((await rows()).map((row) => [row.sku, row]));
		expect(after.get(sold)).toMatchObject({ quantity: 3, lastSynced: 3 });
		expect(after.get(counted)).toMatchObject({ quantity: 91, lastSynced: 91 });

		expect(await sync(id)).toEqual({ noted: [], sent: [] });
	},
	180_000,
);

it('nightly-prices.json writes what differs, and nothing the next night', async () => {
	const { id } = await load('nightly-prices.json');
	const changed = await ranBy(id, 'What Changed');
	expect(changed).toMatchObject([
		{ sku: 'CC-KETTLE', action: 'updated', changes: { price: { to: 54.5 } } },
		{
			sku: 'TN-MUG12',
			action: 'updated',
			changes: { price: { to: 18 }, salePrice: { to: 14.4 } },
		},
		{ sku: 'BW-GRIND', action: 'updated', changes: { price: { to: 129 } } },
		{ key: 'NOT-IN-STORE', action: 'notFound' },
	]);
	expect(productBy('TN-MUG12')).toMatchObject({ price: 18, sale_price: 14.4 });
	expect(writes()).toHaveLength(1);
	expect(await ranBy(id, 'What Changed')).toMatchObject([{ action: 'notFound' }]);
	expect(writes()).toEqual([]);
}, 180_000);

it('crm-customers.json makes customers in their groups, and writes nothing the next night', async () => {
	const { id } = await load('crm-customers.json');
	const changed = await ranBy(id, 'What Changed');
	expect(changed).toMatchObject([
		{ email: 'jonas.weber@example.com', action: 'updated' },
		{ email: 'Noor.Haddad@example.com', action: 'created' },
		{ email: 'tomas.lind@example.com', action: 'created' },
		{ error: expect.stringContaining('not an address') },
	]);
	const { customers, customerGroups } = suite.store.state;
	const groupOf = (email: string) => {
		const found = [...customers.values()].find((one) => one.email.toLowerCase() === email);
		return customerGroups.get(found?.customer_group_id ?? 0)?.name;
	};
	expect(groupOf('jonas.weber@example.com')).toBe('Wholesale');
	expect(groupOf('noor.haddad@example.com')).toBe('Wholesale');
	expect(groupOf('tomas.lind@example.com')).toBe('Retail');
	expect(writes()).toHaveLength(2);
	expect(await ranBy(id, 'What Changed')).toMatchObject([{ error: expect.any(String) }]);
	expect(writes()).toEqual([]);
}, 180_000);

it('supplier-feed.json makes products with variants, and leaves them alone the second time', async () => {
	const { id } = await load('supplier-feed.json');
	const published = await ranBy(id, 'Publish Products');
	expect(published.map(({ action, error }) => error ?? action)).toEqual([
		'created',
		'created',
		'created',
		'skipped',
	]);
	const mug = productBy('HB-MUG-L-BLU');
	expect(mug).toMatchObject({ name: 'Hearth Mug', is_visible: false });
	expect(mug?.variants.map(({ sku }) => sku).sort()).toEqual(['HB-MUG-L-BLU', 'HB-MUG-S-BLU']);
	expect(published[1]).toMatchObject({ productId: mug?.id, variantId: mug?.variants[0]?.id });
	const kettle = productBy('HB-KET-09');
	expect(kettle).toMatchObject({ price: 64.9, inventory_level: 25, images: [expect.anything()] });
	expect(suite.store.state.brands.get(kettle?.brand_id ?? 0)?.name).toBe('Hearth & Bean');
	const again = await ranBy(id, 'Publish Products');
	expect(new Set(again.map(({ action }) => action))).toEqual(new Set(['skipped']));
	expect(writes()).toEqual([]);
}, 180_000);
