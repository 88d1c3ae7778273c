import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import type { INode } from 'n8n-workflow';

import { credentialTypes, nodeTypes, testCredential } from '../../demo/n8n/credentials.ts';
import { runWorkflow } from '../../demo/n8n/executions.ts';
import { isOldestN8n } from '../../demo/n8n/paths.ts';
import type { CredentialRef } from '../../demo/n8n/workflows.ts';
import { agentWorkflow, standInCredential } from '../support/n8n/agentWorkflow.ts';
import { StandInModel } from '../support/n8n/standInModel.ts';
import { useN8n } from '../support/n8n/suite.ts';

const suite = useN8n();

describe('the packed package in a real n8n', () => {
	it('brings its nodes, the action node as a tool too', async () => {
		const names = (await nodeTypes(suite.n8n)).map(({ name }) => name);
		expect(names).toEqual(
			expect.arrayContaining([
				'n8n-nodes-bigcommerce.bigCommerce',
				'n8n-nodes-bigcommerce.bigCommerceTool',
				'n8n-nodes-bigcommerce.bigCommerceTrigger',
			]),
		);
	});

	/** As the editor's panel does it: a trigger goes into the node of its name, and n8n's own search ranks what is left. */
	it('is among the first that the panel finds for what it does', async () => {
		const nodes = await nodeTypes(suite.n8n);
		const names = new Set(nodes.map(({ name }) => name));
		const isShown = ({ name, group }: (typeof nodes)[number]) => {
			const action = name.replace('Trigger', '');
			const isMerged = group.includes('trigger') && action !== name && names.has(action);
			return !isMerged && !name.endsWith('Tool');
		};
		const shown = nodes.filter(isShown).map((properties) => ({ properties }));
		const queries = [
			...['webhook', 'orders', 'discount', 'shipping', 'fulfillment', 'sku', 'sync', 'stock'],
			...['tracking', 'abandoned cart', 'big commerce', 'BigCommerce', 'coupon', 'inventory'],
		];
		const missing = queries.filter((query) => {
			const first = sublimeSearch(query, shown).slice(0, 5);
			return !first.some(({ item }) => item.properties.displayName === 'BigCommerce');
		});
		expect(missing).toEqual([]);
	});

	it('brings its credential', async () => {
		const found = (await credentialTypes(suite.n8n)).find(({ name }) => name === 'bigCommerceApi');
		expect(found?.properties.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['apiPath', 'storeHash', 'clientId', 'clientSecret', 'accessToken']),
		);
	});

	it('serves an icon for a light and a dark editor, for each node and the credential', async () => {
		const ours = [
			...(await nodeTypes(suite.n8n)).filter(({ name }) =>
				name.startsWith('n8n-nodes-bigcommerce.'),
			),
			...(await credentialTypes(suite.n8n)).filter(({ name }) => name === 'bigCommerceApi'),
		];
		expect(ours.length).toBeGreaterThanOrEqual(4);
		for (const { iconUrl } of ours) {
			const themes = iconUrl as { light: string; dark: string };
			for (const url of [themes.light, themes.dark]) {
				const { status, headers, data } = await suite.n8n.api.get<string>(`/${url}`);
				expect([url, status, headers['content-type']]).toEqual([
					url,
					200,
					expect.stringContaining('image/svg'),
				]);
				expect(data).toContain('<svg');
			}
		}
	});
});

describe('the test of the credential', () => {
	const testWith = (changes: Record<string, string>) =>
		testCredential(suite.n8n, suite.credential, { ...suite.store.credential, ...changes });

	it('passes against the demo store', async () => {
		expect(await testWith({})).toMatchObject({ status: 'OK' });
	});

	it('tells apart a wrong hash, a wrong token and no connection', async () => {
		const path = new URL(suite.store.credential.apiPath);
		const nobody = 'http://127.0.0.1:9';
		const answers = [
			await testWith({ apiPath: `${path.origin}/stores/zzz999/v3/`, storeHash: '' }),
			await testWith({ accessToken: 'not-the-token' }),
			await testWith({ apiPath: `${nobody}${path.pathname}` }),
		];
		expect(answers.map(({ status }) => status)).toEqual(['Error', 'Error', 'Error']);
		// n8n 1 has words of its own for what is refused, whatever the credential says (the README's table of versions).
		if (isOldestN8n) return;
		const [wrongHash, wrongToken, noConnection] = answers.map(({ message }) => message);
		expect(wrongHash).toMatch(/store hash/i);
		expect(wrongToken).toMatch(/access token/i);
		expect(noConnection).toMatch(/ECONNREFUSED|connect|reach/i);
		expect(new Set(answers.map(({ message }) => message)).size).toBe(3);
	});

	it('never repeats the token', async () => {
		const { message } = await testWith({ accessToken: 'secret-of-the-shop' });
		expect(message).not.toContain('secret-of-the-shop');
	});
});

/** The agent of today's n8n hands on what a tool says of its input; that of n8n 1 ends the workflow. */
(isOldestN8n ? describe.skip : describe)('the node as a tool of an agent', () => {
	const model = new StandInModel();
	let openAi: CredentialRef;

	beforeAll(async () => {
		openAi = await standInCredential(suite.n8n, await model.listen());
	}, 60_000);

	afterAll(() => model.close());

	/** As the README has it: the operation is fixed, and the model gives the order alone. */
	const orderTool = {
		resource: 'order',
		operation: 'get',
		order: {
			__rl: true,
			mode: 'id',
			value: "={{ $fromAI('orderId', 'The number of the order', 'string') }}",
		},
	};

	/** Lets the model call the tool with these arguments; answers what the tool told it. */
	async function told(given: object, settings: Partial<INode> = {}): Promise<unknown> {
		model.given = given;
		model.asked.length = 0;
		suite.store.exchanges.length = 0;
		const workflow = agentWorkflow({ openAi, shop: suite.credential }, orderTool, settings);
		const { status, error } = await runWorkflow(suite.n8n, workflow);
		expect([status, error]).toEqual(['success', undefined]);
		const answer = model.asked.at(-1)?.messages.find(({ role }) => role === 'tool');
		return JSON.parse(String(answer?.content));
	}

	const requests = () => suite.store.exchanges.map(({ method, path }) => `${method} ${path}`);

	it('tells the model what it does and asks it for the order alone', async () => {
		expect(await told({ orderId: '118' })).toMatchObject([
			{ id: 118, lineItems: expect.any(Array) as unknown },
		]);
		expect(model.asked[0]?.tools).toMatchObject([
			{
				function: {
					description: 'Get order in BigCommerce',
					parameters: {
						properties: { orderId: { description: 'The number of the order' } },
						additionalProperties: false,
					},
				},
			},
		]);
	}, 60_000);

	it('tells it which field is wrong or missing, and sends nothing', async () => {
		expect(await told({ orderId: 'abc' })).toEqual([
			{ error: `'Order' is "abc", which is not an ID [item 0]` },
		]);
		expect(await told({})).toEqual([{ error: "'Order' is empty [item 0]" }]);
		expect(requests()).toEqual([]);
		expect(await told({ orderId: 'abc' }, { onError: 'continueRegularOutput' })).toMatchObject([
			{ details: { description: "Give 'Order' the record's number, for example 123." } },
		]);
		expect(requests()).toEqual([]);
	}, 60_000);

	it('does the operation of its form, whatever else the model says', async () => {
		await told({ orderId: '118', resource: 'product', operation: 'deleteMany', ids: '77' });
		expect(requests().length).toBeGreaterThan(0);
		expect(requests().filter((request) => !request.startsWith('GET '))).toEqual([]);
	}, 60_000);
});
