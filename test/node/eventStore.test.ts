import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runNode, type NodeRun } from '../support/runNode';

let store: DemoStore;

beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

let executions = 0;
/** Each call is an execution of its own, unless it says otherwise. */
const inExecution = (more: NodeRun): NodeRun => ({
	workflowId: 'workflow-1',
	executionId: `execution-${++executions}`,
	...more,
});

const skip = async (items: object[], parameters: object = {}, more: NodeRun = {}) =>
	await runNode(
		store.credential,
		{ resource: 'event', operation: 'skipDuplicates', rememberIn: 'store', ...parameters },
		inExecution({ items, ...more }),
	);
const passed = async (...given: Parameters<typeof skip>) =>
	(await skip(...given)).map(({ json }) => (json.event as { key: unknown }).key);
const markDone = async (items: object[], parameters: object = {}, more: NodeRun = {}) =>
	await runNode(
		store.credential,
		{ resource: 'event', operation: 'markDone', ...parameters },
		inExecution({ items, ...more }),
	);

const orderIds = () => [...store.state.orders.keys()];
const keyOf = (id: number) => `${store.credential.storeHash}:order:${id}:created`;
const created = (...ids: number[]) =>
	ids.map((id) => ({
		id,
		event: { scope: 'store/order/created', key: keyOf(id), resource: 'order', resourceId: id },
	}));
const marks = () =>
	[...store.state.metafields.values()].filter(({ namespace }) => namespace.startsWith('n8n-'));
const requests = () =>
	store.exchanges.map(({ method, path }) => `${method} ${path.replace(/\/\d+/g, '/#')}`);
const ageBy = (minutes: number) => {
	for (const mark of marks()) mark.date_created -= minutes * 60_000;
};
const refusalOf = async (run: Promise<unknown>) =>
	await run.then(
		() => undefined,
		(error: NodeApiError | NodeOperationError) => error,
	);

describe('Event: Skip Duplicates that remembers in BigCommerce', () => {
	it('lets each event pass once, with one request for a new one and two for a repeat', async () => {
		const [a = 0, b = 0] = orderIds();
		expect(await passed(created(a, b, a))).toEqual([keyOf(a), keyOf(b)]);
		expect(requests()).toEqual(['POST /v3/orders/#/metafields', 'POST /v3/orders/#/metafields']);
		store.exchanges.length = 0;
		expect(await passed(created(b))).toEqual([]);
		expect(requests()).toEqual(['POST /v3/orders/#/metafields', 'GET /v3/orders/#/metafields']);
	});

	it('leaves a mark that other apps do not see, and that names the execution', async () => {
		const [id = 0] = orderIds();
		const workflowId = 'w'.repeat(16);
		const nodeId = '7d9c4c0e-3f0b-4c57-9a41-6a30d3f2a7aa';
		const longest = { event: { ...created(id)[0]!.event, key: 'k'.repeat(400) } };
		await skip([longest], {}, { workflowId, id: nodeId, executionId: '42' });
		expect(marks()).toMatchObject([
			{
				resource_type: 'order',
				resource_id: id,
				permission_set: 'app_only',
				namespace: `n8n-seen.${workflowId}.${nodeId}`,
				key: expect.stringMatching(/^[0-9a-f]{40}$/) as string,
				value: `42/${nodeId}/0`,
				description: 'k'.repeat(255),
			},
		]);
		await skip([longest], {}, { workflowId: 'w'.repeat(36), id: nodeId });
		expect(marks().map(({ namespace }) => namespace.length)).toEqual([62, 49]);
	});

	it('is exact however many executions there are at once', async () => {
		const ids = orderIds().slice(0, 10);
		const runs = Array.from({ length: 60 }, async (_, at) => await passed(created(ids[at % 10]!)));
		expect((await Promise.all(runs)).flat().sort()).toEqual(ids.map(keyOf).sort());
	});

	it('lets a run that n8n tries once more pass again, and no other run of the execution', async () => {
		const items = created(orderIds()[0]!);
		const executionId = 'the-same';
		expect(await passed(items, {}, { executionId })).toHaveLength(1);
		expect(await passed(items, {}, { executionId })).toHaveLength(1);
		expect(await passed(items, {}, { executionId, runIndex: 1 })).toEqual([]);
		expect(await passed(items)).toEqual([]);
		expect(marks()).toHaveLength(1);
	});

	it.each([
		{ fault: { kind: 'reset' } as const, applied: true, what: 'carried out, answer lost' },
		{ fault: { kind: 'reset' } as const, applied: false, what: 'lost on the way' },
		{ fault: { kind: 'status', status: 503 } as const, applied: true, what: 'carried out, 503' },
		{ fault: { kind: 'cutBody' } as const, applied: true, what: 'carried out, answer cut' },
	])('looks when an answer was lost: $what', async ({ fault, applied }) => {
		const items = created(orderIds()[0]!);
		store.faults.add({ ...fault, applied, match: { method: 'POST' } });
		expect(await passed(items)).toHaveLength(1);
		expect(marks()).toHaveLength(1);
		expect(await passed(items)).toEqual([]);
	});

	it('does not take the mark of another for its own when an answer was lost', async () => {
		const items = created(orderIds()[0]!);
		expect(await passed(items)).toHaveLength(1);
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } });
		expect(await passed(items)).toEqual([]);
	});

	it('fails rather than guesses when the store knows the event and does not show it', async () => {
		const items = created(orderIds()[0]!);
		await skip(items);
		store.faults.add({
			kind: 'status',
			status: 200,
			body: { data: [] },
			times: 2,
			match: { method: 'GET' },
		});
		const refusal = await refusalOf(skip(items));
		expect(refusal).toBeInstanceOf(NodeApiError);
		expect(refusal?.description).toContain('shows nothing of it');
	});

	it('remembers for the node, or for the whole workflow', async () => {
		const items = created(orderIds()[0]!);
		expect(await passed(items, {}, { id: 'one' })).toHaveLength(1);
		expect(await passed(items, {}, { id: 'two' })).toHaveLength(1);
		const whole = { scope: 'workflow' };
		expect(await passed(items, whole, { id: 'one' })).toHaveLength(1);
		expect(await passed(items, whole, { id: 'two' })).toEqual([]);
		expect(await passed(items, whole, { id: 'two', workflowId: 'another' })).toHaveLength(1);
	});

	it('gives back what it had claimed when the run fails, so that a later one lets all of it pass', async () => {
		const [a = 0, b = 0] = orderIds();
		const items = created(a, 999_999, b);
		const refusal = await refusalOf(skip(items));
		expect(refusal).toBeInstanceOf(NodeApiError);
		expect(refusal?.message).toBe(
			'BigCommerce could not remember the event in order 999999 (HTTP 404) [item 1]',
		);
		expect(marks()).toEqual([]);
		expect(await passed(created(a, b))).toHaveLength(2);
	});

	it('fails one item alone where the node goes on', async () => {
		const [a = 0, b = 0] = orderIds();
		const output = await skip(created(a, 999_999, b), {}, { onError: 'continueRegularOutput' });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(output[1]?.json).toMatchObject({ details: { httpCode: 404 } });
		expect(marks()).toHaveLength(2);
	});

	it('keeps what it remembers with the record to which a part belongs', async () => {
		const [orderId = 0] = orderIds();
		const [customerId = 0] = store.state.customers.keys();
		const [productId = 0] = store.state.products.keys();
		const [categoryId = 0] = store.state.categories.keys();
		const items = [
			{ resource: 'shipment', resourceId: 7, orderId },
			{ resource: 'customer', resourceId: customerId },
			{ resource: 'customerAddress', resourceId: 9, customerId },
			{ resource: 'product', resourceId: productId },
			{ resource: 'variant', resourceId: 8, productId },
			{ resource: 'category', resourceId: categoryId },
		].map((event, at) => ({ event: { ...event, key: `key ${at}` } }));
		expect(await passed(items)).toHaveLength(items.length);
		expect(marks().map(({ resource_type, resource_id }) => [resource_type, resource_id])).toEqual([
			['order', orderId],
			['customer', customerId],
			['customer', customerId],
			['product', productId],
			['product', productId],
			['category', categoryId],
		]);
		expect(await passed(items)).toEqual([]);
	});

	it('takes the record from the form where the item does not name it', async () => {
		const [id = 0] = orderIds();
		const items = [{ event: { key: 'a' }, order: id }];
		const named = { recordType: 'order', recordId: '={{ $json.order }}' };
		expect(await passed(items, named)).toEqual(['a']);
		expect(await passed(items, named)).toEqual([]);
		expect(marks()).toMatchObject([{ resource_type: 'order', resource_id: id }]);
	});

	it.each([
		[{ event: { key: 'a' } }, {}, 'This item does not say which record it is about'],
		[
			{ event: { key: 'a', resource: 'channel', resourceId: 1 } },
			{},
			'BigCommerce can remember nothing with this event, which is about a channel',
		],
		[
			{ event: { key: 'a', resource: 'shipment', resourceId: 1 } },
			{},
			'BigCommerce can remember nothing with this event, which is about a shipment',
		],
		[{ event: { key: 'a' } }, { recordType: 'order' }, "'Record ID' is empty"],
	])('says of %j what is missing', async (item, parameters, message) => {
		const refusal = await refusalOf(skip([item], parameters));
		expect(refusal).toBeInstanceOf(NodeOperationError);
		expect(refusal?.message).toBe(`${message} [item 0]`);
		expect(requests()).toEqual([]);
	});

	it('names the scope that is missing', async () => {
		store.setScopes(['store_v2_orders_read_only']);
		const refusal = await refusalOf(skip(created(orderIds()[0]!)));
		expect(refusal?.description).toContain('Orders (modify)');
	});

	it('drops the events of its own marks, which a wildcard would bring', async () => {
		const namespace = 'n8n-seen.workflow-1.node-1';
		const own = {
			event: {
				scope: 'store/order/metafield/created',
				key: 'x',
				resource: 'metafield',
				resourceId: 5,
				payload: { data: { metafield_id: 5, resource_id: '100', namespace } },
			},
		};
		expect(await passed([own, ...created(orderIds()[0]!)])).toHaveLength(1);
	});

	it('lets an item without a key pass, and asks nothing for it', async () => {
		expect(await skip([{ a: 1 }])).toHaveLength(1);
		expect(requests()).toEqual([]);
	});
});

describe('Event: Mark as Done', () => {
	const again = { scope: 'workflow', options: { againAfter: 10 } };

	it('gives the items on as they are, with a request each', async () => {
		const items = created(...orderIds().slice(0, 2));
		expect(await markDone(items)).toEqual(
			items.map((json, item) => ({ json, pairedItem: { item } })),
		);
		expect(requests()).toEqual(['POST /v3/orders/#/metafields', 'POST /v3/orders/#/metafields']);
		expect(marks()).toMatchObject([
			{ namespace: 'n8n-done.workflow-1', permission_set: 'app_only' },
			{ namespace: 'n8n-done.workflow-1' },
		]);
		expect(await markDone(items)).toHaveLength(2);
		expect(marks()).toHaveLength(2);
	});

	it('lets an event pass again after its time unless it was marked', async () => {
		const [a = 0, b = 0] = orderIds();
		expect(await passed(created(a, b), again)).toHaveLength(2);
		await markDone(created(a));
		ageBy(9);
		expect(await passed(created(a, b), again)).toEqual([]);
		ageBy(2);
		expect(await passed(created(a, b), again)).toEqual([keyOf(b)]);
		// From then on its time begins anew.
		expect(await passed(created(a, b), again)).toEqual([]);
		ageBy(11);
		expect(await passed(created(a, b), again)).toEqual([keyOf(b)]);
		await markDone(created(b));
		ageBy(1_000);
		expect(await passed(created(a, b), again)).toEqual([]);
	});

	it('lets one of many pass that come again at the same moment', async () => {
		const items = created(orderIds()[0]!);
		await skip(items, again);
		ageBy(11);
		const runs = Array.from({ length: 30 }, async () => await passed(items, again));
		expect((await Promise.all(runs)).flat()).toHaveLength(1);
	});

	it('knows a second try of its own as well', async () => {
		const items = created(orderIds()[0]!);
		await skip(items, again);
		ageBy(11);
		const executionId = 'the-second-one';
		expect(await passed(items, again, { executionId })).toHaveLength(1);
		expect(await passed(items, again, { executionId })).toHaveLength(1);
		expect(await passed(items, again)).toEqual([]);
	});

	it('gives up after ten tries', async () => {
		const items = created(orderIds()[0]!);
		let passes = 0;
		for (let round = 0; round < 12; round++, ageBy(11)) passes += (await skip(items, again)).length;
		expect(passes).toBe(10);
	});

	it('never passes again without the option, however old', async () => {
		const items = created(orderIds()[0]!);
		await skip(items, { scope: 'workflow' });
		ageBy(100_000);
		expect(await passed(items, { scope: 'workflow' })).toEqual([]);
	});

	it('says that a memory of one node alone cannot be marked by another', async () => {
		const refusal = await refusalOf(skip(created(orderIds()[0]!), { options: { againAfter: 10 } }));
		expect(refusal?.message).toContain("'Pass Again If Not Done' is set");
		expect(requests()).toEqual([]);
	});

	it('marks what it can where the node goes on', async () => {
		const [a = 0] = orderIds();
		const items = [{ event: { resource: 'order', resourceId: a } }, ...created(a)];
		const refusal = await refusalOf(markDone(items));
		expect(refusal?.message).toBe("'Key' is empty for this item [item 0]");
		const output = await markDone(items, {}, { onError: 'continueRegularOutput' });
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});
});
