import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isOurs, packageName, readExamples, startsByHand } from '../../demo/examples.ts';
import { runWorkflow, waitForExecutions } from '../../demo/n8n/executions.ts';
import type { Execution } from '../../demo/n8n/executions.ts';
import { isOldestN8n, repoRoot } from '../../demo/n8n/paths.ts';
import { activate, deactivate } from '../../demo/n8n/publication.ts';
import { rest } from '../../demo/n8n/rest.ts';
import { importWorkflow, startNode, withCredential } from '../../demo/n8n/workflows.ts';
import type { StoredWorkflow } from '../../demo/n8n/workflows.ts';
import { placeOrder } from '../../demo/order.ts';
import { itRuns } from '../support/n8n/release.ts';
import { until } from '../support/n8n/sink.ts';
import { publicOrigin, useN8n } from '../support/n8n/suite.ts';

const files = readdirSync(join(repoRoot, 'examples')).filter((name) => name.endsWith('.json'));

describe('the examples in a real n8n', () => {
	const suite = useN8n();

	for (const file of files) {
		itRuns(file)(
			`${file} runs through`,
			async () => {
				const execution = await run(await load(file));
				expect(execution.error).toBeUndefined();
				expect(execution.status).toBe('success');
			},
			120_000,
		);
	}

	it.each(files)('%s names no credential and no account', async (file) => {
		const example = await readExample(file);
		expect(example.nodes.filter(isOurs)).not.toEqual([]);
		expect(example.nodes.filter(({ credentials }) => credentials)).toEqual([]);
		expect(example.meta?.instanceId).toBeUndefined();
	});

	it('leaves no webhook behind once the trigger is switched off', async () => {
		const before = suite.store.state.hooks.size;
		const workflow = await load('order-webhook.json');
		await activate(suite.n8n, workflow.id);
		expect(suite.store.state.hooks.size).toBeGreaterThan(before);
		await deactivate(suite.n8n, workflow.id);
		expect(suite.store.state.hooks.size).toBe(before);
	}, 120_000);

	it('the trigger listens when its step is executed, and shows the order that is placed then', async () => {
		const before = suite.store.state.hooks.size;
		const workflow = await load('order-webhook.json');
		const { name } = startNode(workflow);
		const step = {
			triggerToStartFrom: { name },
			destinationNode: { nodeName: name, mode: 'inclusive' },
			...(isOldestN8n && { workflowData: workflow }),
		};
		expect(await rest(suite.n8n, 'POST', `/workflows/${workflow.id}/run`, step)).toEqual({
			waitingForWebhook: true,
		});
		const listening = [...suite.store.state.hooks.values()].slice(before);
		for (const { destination } of listening)
			expect(destination).toMatch(`${publicOrigin}/webhook-test/`);
		await placeOrder(suite.store);
		const [execution] = await waitForExecutions(suite.n8n, workflow.id, 1);
		expect(execution).toMatchObject({ mode: 'manual', status: 'success' });
		expect(execution?.items[name]).toMatchObject([
			{ status: 'Awaiting Fulfillment', event: { name: 'New Order', record: 'full' } },
		]);
		await until(
			() => suite.store.state.hooks.size === before,
			10_000,
			() => 'The webhooks of the test were still there',
		);
	}, 120_000);

	async function readExample(file: string) {
		const found = (await readExamples()).find((example) => example.file === file);
		if (!found) throw new Error(`There is no example ${file}`);
		return found.workflow;
	}

	async function load(file: string): Promise<StoredWorkflow> {
		const example = withCredential(await readExample(file), packageName, suite.credential);
		return await importWorkflow(suite.n8n, example);
	}

	async function run(workflow: StoredWorkflow): Promise<Execution> {
		if (startsByHand(workflow)) return await runWorkflow(suite.n8n, workflow.id);
		await activate(suite.n8n, workflow.id);
		await placeOrder(suite.store);
		const [execution] = await waitForExecutions(suite.n8n, workflow.id, 1);
		await deactivate(suite.n8n, workflow.id);
		if (!execution) throw new Error('The event started no execution');
		return execution;
	}
});
