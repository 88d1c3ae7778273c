import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runWorkflow } from '../../demo/n8n/executions.ts';
import type { ProductRecord } from '../../demo/store/index.ts';
import { chain, node, start } from '../support/n8n/nodes.ts';
import { useN8n } from '../support/n8n/suite.ts';

const ROWS = 5_000;
const folder = mkdtempSync(join(tmpdir(), 'stock-csv-'));
const file = join(folder, 'stock.csv');
/** n8n reads files of folders that it was told of alone. */
const suite = useN8n({ N8N_RESTRICT_FILE_ACCESS_TO: folder }, { products: ROWS });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a person would build: a file, its rows, and one node that writes them. */
const workflow = () =>
	chain(suite.credential, [
		start,
		node('File', 'n8n-nodes-base.readWriteFile', { fileSelector: file }),
		node('Rows', 'n8n-nodes-base.extractFromFile', { operation: 'csv' }),
		node(
			'Set Stock',
			'n8n-nodes-bigcommerce.bigCommerce',
			{ resource: 'inventory', operation: 'set' },
			{ onError: 'continueRegularOutput' },
		),
	]);

const bulk = (): ProductRecord[] =>
	[...suite.store.state.products.values()].filter(({ sku }) => sku.startsWith('TP-'));
const levels = () =>
	bulk().map(({ inventory_tracking, inventory_level, variants }) =>
		inventory_tracking === 'variant' ? variants[0]?.inventory_level : inventory_level,
	);

async function runWith(rows: string[]) {
	await writeFile(file, ['sku,quantity', ...rows].join('\n'));
	suite.store.exchanges.length = 0;
	const { status, error, items } = await runWorkflow(suite.n8n, workflow());
	const output = items['Set Stock'] ?? [];
	const { exchanges } = suite.store;
	return {
		status,
		error,
		output,
		failed: output.flatMap(({ error: reason }, index) => (reason ? [index] : [])),
		requests: exchanges.length,
		refusedForHaste: exchanges.filter((exchange) => exchange.status === 429).length,
		written: exchanges
			.filter(({ method, status: answered }) => method === 'PUT' && answered === 200)
			.flatMap(({ requestBody }) => (requestBody as { items: object[] }).items).length,
	};
}

const report = (what: string, { requests, written }: { requests: number; written: number }) =>
	process.stderr.write(`${what}: ${written} stocks written in ${requests} requests\n`);

it('writes 5,000 stocks of a CSV file in at most 10 requests', async () => {
	for (const product of bulk()) product.inventory_tracking = 'variant';
	const run = await runWith(bulk().map(({ sku }, index) => `${sku},${index % 77}`));
	report('All good', run);
	expect([run.status, run.error]).toEqual(['success', undefined]);
	expect([run.failed, run.written, run.refusedForHaste]).toEqual([[], ROWS, 0]);
	expect(levels()).toEqual(bulk().map((_, index) => index % 77));
	expect(run.requests).toBeLessThanOrEqual(10);
}, 180_000);

it.each(['variant', 'product'] as const)(
	'writes the 4,950 good ones of 5,000 in at most 60 requests where stock is tracked by %s, each bad one with its own error',
	async (tracking) => {
		for (const product of bulk()) product.inventory_tracking = tracking;
		const before = levels();
		const isBad = (index: number) => index % 100 === 50;
		const bad = [',5', 'NO-SUCH-SKU,5', 'TP-000051,-5', 'TP-000051,many'];
		const run = await runWith(
			bulk().map(({ sku }, index) =>
				isBad(index)
					? (bad[Math.floor(index / 100) % bad.length] ?? '')
					: `${sku},${1_000 + index}`,
			),
		);
		report(`One in a hundred bad, tracked by ${tracking}`, run);
		expect([run.status, run.error]).toEqual(['success', undefined]);
		expect(run.failed).toEqual(Array.from({ length: 50 }, (_, hundred) => hundred * 100 + 50));
		const reasons = run.failed.slice(0, 4).map((index) => String(run.output[index]?.error));
		expect(reasons).toEqual([
			"'SKU' is empty",
			expect.stringContaining('The store keeps no stock of SKU NO-SUCH-SKU'),
			"'Quantity' is -5, which is less than 0",
			'\'Quantity\' is "many", which is not a whole number',
		]);
		expect([run.written, run.refusedForHaste]).toEqual([4_950, 0]);
		expect(levels()).toEqual(before.map((level, index) => (isBad(index) ? level : 1_000 + index)));
		expect(run.requests).toBeLessThanOrEqual(60);
	},
	180_000,
);
