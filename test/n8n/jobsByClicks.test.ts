/**
 * The main jobs as a newcomer does them: rows as people have them before the node, resource and operation picked, the
 * form left as it is, Execute. What counts is what the store holds afterwards.
 */
import type { INodeParameters } from 'n8n-workflow';

import { importWorkflow, withCredential, type WorkflowJson } from '../../demo/n8n/workflows.ts';
import { Editor } from '../support/n8n/editor.ts';
import { useN8n } from '../support/n8n/suite.ts';
import { describeWithBrowser } from '../support/n8n/withBrowser.ts';

describeWithBrowser('the main jobs, done by clicks alone', () => {
	const suite = useN8n();
	let editor: Editor;

	beforeAll(async () => {
		editor = await Editor.open(suite.n8n);
	}, 120_000);
	beforeEach(() => suite.store.reset());
	afterAll(async () => {
		await editor?.close();
	}, 60_000);

	/** A sheet with these rows, and behind it the node as it is when it was just added. */
	async function openBehind(rows: object[]): Promise<void> {
		const workflow: WorkflowJson = {
			name: 'By clicks',
			nodes: [
				node('start', 'Start', 'n8n-nodes-base.manualTrigger', {}),
				node('sheet', 'Sheet', 'n8n-nodes-base.code', {
					jsCode: `return ${JSON.stringify(rows.map((json) => ({ json })))};`,
				}),
				node('ours', 'BigCommerce', 'n8n-nodes-bigcommerce.bigCommerce', {}),
			],
			connections: {
				Start: { main: [[{ node: 'Sheet', type: 'main', index: 0 }]] },
				Sheet: { main: [[{ node: 'BigCommerce', type: 'main', index: 0 }]] },
			},
		};
		const ready = withCredential(workflow, 'n8n-nodes-bigcommerce', suite.credential);
		const { id } = await importWorkflow(suite.n8n, ready);
		await editor.openWorkflow(id);
		await editor.openNode('BigCommerce');
	}

	const choose = async (resource: string, operation: string) => {
		await editor.choose('resource', resource);
		await editor.choose('operation', operation);
	};
	const products = () => [...suite.store.state.products.values()];
	const tracked = () => {
		const found = products().find(
			({ inventory_tracking, sku }) => inventory_tracking === 'product' && sku,
		);
		if (!found) throw new Error('The demo store has no such product');
		return found;
	};

	it('sets stock from a sheet with columns of its own', async () => {
		const { id, sku } = tracked();
		await openBehind([{ 'Item SKU': sku.toLowerCase(), Title: 'A mug', Qty: '7' }]);
		await choose('Inventory', 'Set');
		await editor.screenshot('/tmp/shots/set-form.png');
		await editor.executeNode();
		await editor.screenshot('/tmp/shots/set-result.png');
		expect(suite.store.state.products.get(id)?.inventory_level).toBe(7);
		expect(await editor.output()).toContain('Quantity from Qty');
	}, 180_000);
});

function node(id: string, name: string, type: string, parameters: object) {
	return {
		id,
		name,
		type,
		typeVersion: type.endsWith('code') ? 2 : 1,
		position: [0, 0] as [number, number],
		parameters: parameters as INodeParameters,
	};
}
