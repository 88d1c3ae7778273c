import { setTimeout as sleep } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';

import { finishedExecution, runWorkflow } from '../../demo/n8n/executions.ts';
import { startN8n } from '../../demo/n8n/instance.ts';
import { isOldestN8n } from '../../demo/n8n/paths.ts';
import { rest } from '../../demo/n8n/rest.ts';
import { importWorkflow } from '../../demo/n8n/workflows.ts';
import { chain as inLine, node, ours, start } from '../support/n8n/nodes.ts';
import { publicOrigin, useN8n } from '../support/n8n/suite.ts';

const suite = useN8n();

const chain = (...nodes: INode[]) => inLine(suite.credential, nodes);

beforeEach(() => {
	suite.store.faults.clear();
	suite.store.exchanges.length = 0;
});

it("lets n8n's HTTP Request node use the credential", async () => {
	const { id, name, type } = suite.credential;
	const request = node(
		'HTTP Request',
		'n8n-nodes-base.httpRequest',
		{
			url: `${suite.store.origin}/stores/${suite.store.credential.storeHash}/v3/channels`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'bigCommerceApi',
			options: {},
		},
		{ typeVersion: 4.2, credentials: { [type]: { id, name } } },
	);
	const { status, items } = await runWorkflow(suite.n8n, chain(start, request));
	expect(status).toBe('success');
	expect(items['HTTP Request']?.[0]?.data).toHaveLength(2);
	expect(suite.store.exchanges[0]?.requestHeaders['x-auth-token']).toBe(
		suite.store.credential.accessToken,
	);
}, 60_000);

it('sends failed items to the error output, with their details and their pairing', async () => {
	const codes = node(
		'Codes',
		'n8n-nodes-base.code',
		{
			jsCode: "return ['GOOD1', '', 'GOOD2'].map((code) => ({ json: { code } }));",
		},
		{ typeVersion: 2 },
	);
	const create = ours(
		{ resource: 'coupon', operation: 'create', code: '={{ $json.code }}' },
		{ onError: 'continueErrorOutput' },
	);
	const { outputs } = await runWorkflow(suite.n8n, chain(start, codes, create));
	const [done = [], failed = []] = outputs.BigCommerce ?? [];
	expect(done.map(({ json, pairedItem }) => [json.code, pairedItem])).toEqual([
		['GOOD1', { item: 0 }],
		['GOOD2', { item: 2 }],
	]);
	expect(failed).toHaveLength(1);
	expect(failed[0]?.json).toMatchObject({
		error: "'Code' is empty",
		// n8n 1 hands on the message alone.
		...(!isOldestN8n && { details: { description: expect.any(String) } }),
	});
	expect(failed[0]?.pairedItem).toEqual({ item: 1 });
}, 60_000);

it('shows a refusal with what happened, what the store said and what to do, and no token', async () => {
	suite.store.setScopes(['store_v2_products']);
	const { error, status } = await runWorkflow(
		suite.n8n,
		chain(start, ours({ resource: 'order', operation: 'count' })),
	);
	suite.store.setScopes('all');
	expect(status).toBe('error');
	expect(error?.message).toMatch(/^BigCommerce could not .* \(HTTP 403\)/);
	expect(error?.description).toMatch(/OAuth scope .*Orders \(read-only or modify\)/);
	expect(JSON.stringify(error)).not.toContain(suite.store.credential.accessToken);
}, 60_000);

it('remembers across a restart which orders and listings were imported', async () => {
	const load = async (parameters: object) =>
		(await importWorkflow(suite.n8n, chain(start, ours(parameters)))).id;
	const orders = await load({
		resource: 'order',
		operation: 'getAll',
		returnAll: true,
		onlyNew: true,
		include: [],
	});
	const listings = await load({
		resource: 'listing',
		operation: 'import',
		returnAll: true,
		onlyChanged: true,
	});
	const counts = async () => {
		const runs = [await runWorkflow(suite.n8n, orders), await runWorkflow(suite.n8n, listings)];
		return runs.map(({ items }) => items.BigCommerce?.length ?? 0);
	};
	const [allOrders = 0, allListings = 0] = await counts();
	expect(allOrders).toBeGreaterThan(10);
	expect(allListings).toBeGreaterThan(20);

	const { userFolder, origin } = suite.n8n;
	await suite.n8n.stop();
	suite.n8n = await startN8n({
		userFolder,
		port: Number(new URL(origin).port),
		webhookUrl: `${publicOrigin}/`,
	});
	expect(await counts()).toEqual([0, 0]);

	const [product] = suite.store.state.products.values();
	if (product) product.price += 1;
	const changed = await counts();
	expect(changed[0]).toBe(0);
	expect(changed[1]).toBeGreaterThan(0);
}, 120_000);

it('uploads a file of the input item as the image of a product', async () => {
	const dot =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
	const [product] = [...suite.store.state.products.values()].filter(
		({ images }) => images.length === 0,
	);
	const text = node(
		'Text',
		'n8n-nodes-base.set',
		{ mode: 'raw', jsonOutput: JSON.stringify({ dot }), options: {} },
		{ typeVersion: 3.4 },
	);
	const file = node(
		'File',
		'n8n-nodes-base.convertToFile',
		{
			operation: 'toBinary',
			sourceProperty: 'dot',
			options: { fileName: 'dot.png', mimeType: 'image/png' },
		},
		{ typeVersion: 1.1 },
	);
	const create = ours({
		resource: 'productImage',
		operation: 'create',
		product: { __rl: true, mode: 'id', value: String(product?.id) },
		imageSource: 'file',
		additionalFields: { description: 'A dot' },
	});
	const { error, items } = await runWorkflow(suite.n8n, chain(start, text, file, create));
	expect(error).toBeUndefined();
	expect(items.BigCommerce).toMatchObject([{ description: 'A dot', productId: product?.id }]);
	expect(product?.images).toMatchObject([{ description: 'A dot' }]);
	const [sent] = suite.store.exchanges;
	expect(sent?.requestHeaders['content-type']).toMatch(/^multipart\/form-data/);
}, 60_000);

// Last, because the pace that it sets holds for the store in this n8n.
it('ends a wait as soon as the execution is stopped', async () => {
	suite.store.faults.add({ kind: 'rateLimit', resetMs: 120_000 });
	const workflow = await importWorkflow(
		suite.n8n,
		chain(start, ours({ resource: 'order', operation: 'getAll' })),
	);
	const { executionId } = await rest<{ executionId: string }>(
		suite.n8n,
		'POST',
		`/workflows/${workflow.id}/run`,
		{
			triggerToStartFrom: { name: 'Start' },
			...(isOldestN8n && { workflowData: workflow }),
		},
	);
	while (!suite.store.exchanges.some(({ status }) => status === 429)) await sleep(50);
	await rest(suite.n8n, 'POST', `/executions/${executionId}/stop`);
	const { status } = await finishedExecution(suite.n8n, executionId, 10_000);
	expect(status).toBe('canceled');
}, 60_000);
