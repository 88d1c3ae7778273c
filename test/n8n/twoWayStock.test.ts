import { runWorkflow } from '../../demo/n8n/executions.ts';
import { importWorkflow, withCredential } from '../../demo/n8n/workflows.ts';
import type { StoredWorkflow } from '../../demo/n8n/workflows.ts';
import { packageName, readExamples } from '../../demo/examples.ts';
import { useN8n } from '../support/n8n/suite.ts';

/** What the example promises, over several of its runs. */
const suite = useN8n();
const table = { __rl: true, mode: 'name', value: 'BigCommerce stock' };

let example: StoredWorkflow;
beforeAll(async () => {
	const found = (await readExamples()).find(({ file }) => file === 'two-way-stock.json');
	if (!found) throw new Error('There is no example two-way-stock.json');
	example = await importWorkflow(
		suite.n8n,
		withCredential(found.workflow, packageName, suite.credential),
	);
});

const dataTable = async (parameters: object) => {
	const { items, error } = await runWorkflow(suite.n8n, {
		name: 'A look at the table',
		nodes: [
			{
				id: '1',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: '2',
				name: 'Table',
				type: 'n8n-nodes-base.dataTable',
				typeVersion: 1.1,
				position: [200, 0],
				parameters: {
					resource: 'row',
					dataTableId: table,
					matchType: 'allConditions',
					...parameters,
				},
			},
		],
		connections: { Start: { main: [[{ node: 'Table', type: 'main', index: 0 }]] } },
	});
	expect(error).toBeUndefined();
	return items.Table ?? [];
};
const rows = async () =>
	(await dataTable({ operation: 'get', returnAll: true, filters: {} })) as Array<{
		sku: string;
		quantity: number;
		lastSynced: number;
	}>;
const count = async (sku: string, quantity: number) =>
	await dataTable({
		operation: 'update',
		filters: { conditions: [{ keyName: 'sku', condition: 'eq', keyValue: sku }] },
		columns: { mappingMode: 'defineBelow', value: { quantity } },
	});

async function sync() {
	suite.store.exchanges.length = 0;
	const { error, items } = await runWorkflow(suite.n8n, example.id);
	expect(error).toBeUndefined();
	return {
		noted: (items['Note in Table'] ?? []).map(({ sku }) => sku),
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

it('fills the table, then carries each change to the other side and nothing else', async () => {
	const first = await sync();
	expect(first.sent).toEqual([]);
	const filled = await rows();
	expect(filled.length).toBeGreaterThan(20);
	expect(first.noted).toHaveLength(filled.length);
	expect(filled.every(({ quantity, lastSynced }) => quantity === lastSynced)).toBe(true);

	expect(await sync()).toEqual({ noted: [], sent: [] });

	const tracked = filled.filter(({ sku }) => sku.startsWith('NP-TENT-G2-'));
	const [sold = '', counted = ''] = tracked.map(({ sku }) => sku);
	variantWith(sold).inventory_level = 3;
	await count(counted, 91);
	const { noted, sent } = await sync();
	expect(sent).toEqual([{ location_id: 1, sku: counted, quantity: 91 }]);
	expect(new Set(noted)).toEqual(new Set([sold, counted]));
	expect(variantWith(counted).inventory_level).toBe(91);
	const after = new Map((await rows()).map((row) => [row.sku, row]));
	expect(after.get(sold)).toMatchObject({ quantity: 3, lastSynced: 3 });
	expect(after.get(counted)).toMatchObject({ quantity: 91, lastSynced: 91 });

	expect(await sync()).toEqual({ noted: [], sent: [] });
}, 180_000);
