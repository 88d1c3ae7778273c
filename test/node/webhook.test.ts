import { NodeApiError, type IDataObject } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runForJson, runNode, searchList } from '../support/runNode';
import { Poller } from '../support/runPoll';
import { PUBLIC_ORIGIN, Trigger } from '../support/runTrigger';

let store: DemoStore;

beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const SECRET = 'a-secret-that-nobody-sees';
let lastId = 9_000;

interface Given {
	scope?: string;
	destination?: string;
	headers?: Record<string, string> | null;
	is_active?: boolean;
	deactivated?: boolean;
}

/** A hook of the store; without anything given a living one of this n8n. */
function addHook(given: Given = {}) {
	const id = ++lastId;
	const hook = {
		id,
		scope: 'store/order/created',
		destination: `${PUBLIC_ORIGIN}/webhook/${id}/webhook`,
		headers: { 'X-N8n-Secret': SECRET },
		is_active: true,
		created_at: 1_700_000_000,
		updated_at: 1_700_000_000,
		deactivated: false,
		...given,
	};
	store.state.hooks.set(id, hook);
	return hook;
}

const dead = (given: Given = {}) => addHook({ is_active: false, deactivated: true, ...given });
const webhook = async (operation: string, parameters: object = {}, run: object = {}) =>
	await runForJson(store.credential, { resource: 'webhook', operation, ...parameters }, run);
const byId = (id: number) => ({ webhook: { __rl: true, mode: 'id', value: String(id) } });
const requests = (method?: string) =>
	store.exchanges.filter((exchange) => !method || exchange.method === method);
const block = (destination: string) => ({
	match: { path: '/v3/hooks/admin' },
	kind: 'status' as const,
	status: 200,
	times: Infinity,
	body: {
		data: {
			emails: [],
			hooks_list: [],
			blocked_domains: [{ destination, time_left: 120, reasons: [] }],
		},
		meta: {},
	},
});

describe('Webhook: Get Many', () => {
	it('shows the status of each, without what its headers hold', async () => {
		const active = addHook();
		const off = addHook({ is_active: false, headers: null });
		const given = dead({ scope: 'store/cart/*' });
		const items = await webhook('getAll', { returnAll: true });
		expect(items).toEqual([
			{
				id: active.id,
				event: 'store/order/created',
				destination: active.destination,
				isActive: true,
				status: 'active',
				blocked: null,
				headers: { 'X-N8n-Secret': '********' },
				createdAt: '2023-11-14T22:13:20.000Z',
				updatedAt: '2023-11-14T22:13:20.000Z',
			},
			expect.objectContaining({ id: off.id, status: 'inactive', headers: null }),
			expect.objectContaining({ id: given.id, status: 'deactivated' }),
		]);
		expect(requests()).toHaveLength(2);
	});

	it.each([PUBLIC_ORIGIN, 'n8n.example.com', `${PUBLIC_ORIGIN}/`])(
		'says that the domain is blocked, when BigCommerce calls it %s',
		async (destination) => {
			store.faults.add(block(destination));
			addHook();
			addHook({ destination: 'https://other.example.com/hooks' });
			const [own, other] = await webhook('getAll');
			expect(own).toMatchObject({ blocked: { time_left: 120 } });
			expect(other).toMatchObject({ blocked: null });
		},
	);

	it('is filtered by the store', async () => {
		addHook();
		const wanted = dead({ scope: 'store/cart/*' });
		const filters = { isActive: false, event: 'store/cart/*', destination: wanted.destination };
		expect(await webhook('getAll', { filters })).toMatchObject([{ id: wanted.id }]);
		expect(await webhook('getAll', { limit: 1 })).toHaveLength(1);
		expect(await webhook('getAll', { filters: { event: 'store/shipment/*' } })).toEqual([]);
	});

	it("without Simplify gives the API's answer, still masked", async () => {
		addHook();
		const [item] = await webhook('getAll', { output: 'raw' });
		expect(item).toMatchObject({
			scope: 'store/order/created',
			client_id: expect.any(String) as unknown,
		});
		expect(JSON.stringify(item)).not.toContain(SECRET);
	});

	it('needs no OAuth scope', async () => {
		store.setScopes([]);
		addHook();
		expect(await webhook('getAll')).toHaveLength(1);
	});
});

describe('Webhook: Create', () => {
	const parameters = {
		event: 'store/shipment/created',
		destination: 'https://example.com:443/hooks',
		additionalFields: { headers: { header: [{ name: 'X-Secret', value: SECRET }] } },
	};

	it('makes a webhook, and keeps its headers to itself', async () => {
		const [item] = await webhook('create', parameters);
		expect(item).toMatchObject({
			event: 'store/shipment/created',
			destination: 'https://example.com/hooks',
			isActive: true,
			headers: { 'X-Secret': '********' },
		});
		expect([...store.state.hooks.values()]).toMatchObject([{ headers: { 'X-Secret': SECRET } }]);
	});

	it('makes it once where the answer was lost', async () => {
		store.faults.add({ match: { method: 'POST' }, kind: 'reset', applied: true });
		expect(await webhook('create', parameters)).toHaveLength(1);
		expect(store.state.hooks.size).toBe(1);
	});

	it('says which webhook is there already', async () => {
		await webhook('create', parameters);
		const [hook] = store.state.hooks.values();
		const refusal = await webhook('create', parameters).catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(NodeApiError);
		expect((refusal as NodeApiError).description).toContain(
			`The store has this webhook already, with the ID ${hook!.id}`,
		);
	});

	it.each([
		['http://example.com/hooks', 'it does not start with https://'],
		['https://example.com:8443/hooks', 'it names port 8443'],
		['https://localhost/hooks', 'localhost is this machine or a private network'],
		['', 'it is not an address that can be read'],
	])('refuses the destination "%s" before anything is sent', async (destination, reason) => {
		await expect(webhook('create', { ...parameters, destination })).rejects.toThrow(reason);
		expect(requests()).toEqual([]);
	});

	it('takes any scope by an expression, and refuses what is none', async () => {
		const event = '={{ "store/channel/1/order/created" }}';
		expect(await webhook('create', { ...parameters, event })).toHaveLength(1);
		await expect(webhook('create', { ...parameters, event: '={{ "orders" }}' })).rejects.toThrow(
			'\'Event\' is "orders"',
		);
	});

	it('goes on with the other items where one is bad', async () => {
		const output = await runNode(
			store.credential,
			{
				resource: 'webhook',
				operation: 'create',
				event: 'store/order/created',
				destination: '={{ $json.to }}',
			},
			{
				items: [{ to: 'http://example.com' }, { to: 'https://example.com/a' }],
				onError: 'continueRegularOutput',
			},
		);
		expect(output.map(({ json, pairedItem }) => [Boolean(json.error), pairedItem])).toEqual([
			[true, { item: 0 }],
			[false, { item: 1 }],
		]);
	});
});

describe('Webhook: Update, Reactivate, Delete', () => {
	it('changes what is given, and leaves the rest', async () => {
		const hook = addHook();
		const updateFields = { destination: 'https://example.com/new', isActive: false };
		const [item] = await webhook('update', { ...byId(hook.id), updateFields });
		expect(item).toMatchObject({ destination: 'https://example.com/new', isActive: false });
		expect(store.state.hooks.get(hook.id)).toMatchObject({
			scope: 'store/order/created',
			headers: { 'X-N8n-Secret': SECRET },
		});
		expect(JSON.stringify(item)).not.toContain(SECRET);
	});

	it('needs a change', async () => {
		await expect(webhook('update', byId(addHook().id))).rejects.toThrow(
			"'Update Fields' holds no change",
		);
		expect(requests()).toEqual([]);
	});

	it('switches a webhook on again, and touches nothing else', async () => {
		const hook = dead();
		expect(await webhook('reactivate', byId(hook.id))).toMatchObject([
			{ id: hook.id, isActive: true },
		]);
		expect(requests().map(({ requestBody }) => requestBody)).toEqual([{ is_active: true }]);
	});

	it('deletes one webhook', async () => {
		const [kept, gone] = [addHook(), addHook()];
		expect(await webhook('delete', byId(gone.id))).toEqual([{ deleted: true, id: gone.id }]);
		expect([...store.state.hooks.keys()]).toEqual([kept.id]);
		await expect(webhook('delete', byId(gone.id))).rejects.toThrow('(HTTP 404)');
	});

	it('finds webhooks by event, destination or ID as one types', async () => {
		const [order, cart] = [addHook(), dead({ scope: 'store/cart/*' })];
		const { results } = await searchList(store.credential, 'searchWebhooks', 'CART');
		expect(results).toEqual([{ name: `store/cart/* · ${cart.destination} · off`, value: cart.id }]);
		const found = await searchList(store.credential, 'searchWebhooks', String(order.id));
		expect(found.results).toMatchObject([{ value: order.id }]);
	});
});

describe('Webhook: Set Notification Emails', () => {
	it('replaces the addresses', async () => {
		store.state.settings.adminEmails = ['old@example.com'];
		const emails = 'ops@example.com, shop@example.com; ops@example.com';
		expect(await webhook('setNotificationEmails', { emails })).toEqual([
			{ emails: ['ops@example.com', 'shop@example.com'] },
		]);
		expect(store.state.settings.adminEmails).toEqual(['ops@example.com', 'shop@example.com']);
	});

	it.each(['', 'nobody', 'a@example.com b'])('refuses "%s"', async (emails) => {
		await expect(webhook('setNotificationEmails', { emails })).rejects.toThrow("'Emails'");
		expect(requests()).toEqual([]);
	});
});

/** Hooks that no upkeep may touch. */
const ofOthers = () => [
	dead({ destination: 'https://shop.example.com/webhook/1/webhook' }),
	dead({ headers: null }),
	dead({ headers: { 'X-Other': SECRET } }),
	dead({ destination: `${PUBLIC_ORIGIN}/webhook-test/1/webhook` }),
	dead({ destination: `${PUBLIC_ORIGIN}.evil.example/webhook/1/webhook` }),
];

describe('Webhook: Repair', () => {
	it("switches this n8n's dead webhooks on again, and leaves those of others alone", async () => {
		const own = [dead(), dead({ scope: 'store/cart/*', headers: { 'x-n8n-secret': SECRET } })];
		const alive = addHook();
		const others = ofOthers();
		const [report] = await webhook('repair');
		expect(report).toEqual({
			active: 1,
			reactivated: own.map(({ id, scope, destination }) => ({
				id,
				event: scope,
				destination,
				status: 'deactivated',
			})),
			notReactivated: [],
			leftAlone: others.length,
			blockedDomains: [],
		});
		for (const { id } of [...own, alive])
			expect(store.state.hooks.get(id)).toMatchObject({ is_active: true });
		for (const { id } of others)
			expect(store.state.hooks.get(id)).toMatchObject({ is_active: false });
		expect(requests('PUT').map(({ requestBody }) => requestBody)).toEqual(
			own.map(() => ({ is_active: true })),
		);
		expect(JSON.stringify(report)).not.toContain(SECRET);
	});

	it('takes two requests where all is well, however many items come in', async () => {
		addHook();
		const output = await runNode(
			store.credential,
			{ resource: 'webhook', operation: 'repair' },
			{ items: [{}, {}, {}] },
		);
		expect(output).toMatchObject([
			{ json: { active: 1 }, pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }] },
		]);
		expect(requests()).toHaveLength(2);
	});

	it('tells which one could not be switched on, and of a blocked domain', async () => {
		store.faults.add(block(PUBLIC_ORIGIN));
		const hook = dead();
		store.faults.add({ match: { method: 'PUT' }, kind: 'status', status: 422 });
		expect(await webhook('repair')).toMatchObject([
			{
				reactivated: [],
				notReactivated: [{ id: hook.id, reason: expect.stringContaining('(HTTP 422)') as unknown }],
				blockedDomains: [{ destination: PUBLIC_ORIGIN, time_left: 120 }],
			},
		]);
	});
});

describe('the upkeep of the polling trigger', () => {
	const poller = (options: object = {}) => new Poller(store.credential, { options });
	const itemsOf = (items: IDataObject[] | null) => items ?? [];

	it('repairs in passing, tells the log, and starts nothing', async () => {
		const hook = dead();
		const others = ofOthers();
		const made = poller();
		expect(await made.poll()).toBeNull();
		expect(store.state.hooks.get(hook.id)).toMatchObject({ is_active: true });
		for (const { id } of others)
			expect(store.state.hooks.get(id)).toMatchObject({ is_active: false });
		expect(made.log).toContain(
			`warn: BigCommerce: The webhook ${hook.id} for store/order/created was deactivated, and is on again`,
		);
		store.exchanges.length = 0;
		await made.poll();
		expect(requests().filter(({ path }) => path.startsWith('/v3/hooks'))).toHaveLength(2);
	});

	it('starts the workflow with what it did where that is asked for', async () => {
		const hook = dead();
		store.faults.add(block(PUBLIC_ORIGIN));
		const items = itemsOf(await poller({ reportRepairs: true }).poll());
		expect(items).toMatchObject([
			{
				id: hook.id,
				scope: hook.scope,
				destination: hook.destination,
				event: {
					scope: 'webhook/reactivated',
					resource: 'webhook',
					resourceId: hook.id,
					storeHash: store.credential.storeHash,
				},
			},
			{ time_left: 120, event: { scope: 'webhook/domainBlocked' } },
		]);
		expect(new Set(items.map(({ event }) => (event as { key: string }).key)).size).toBe(2);
	});

	it('can be switched off, and asks nothing where nobody outside can reach this n8n', async () => {
		const hook = dead();
		await poller({ repairHooks: false }).poll();
		const inside = poller();
		inside.webhookOrigin = 'http://localhost:5678';
		await inside.poll();
		expect(store.state.hooks.get(hook.id)).toMatchObject({ is_active: false });
		expect(requests().filter(({ path }) => path.startsWith('/v3/hooks'))).toEqual([]);
	});

	it('is never in the way of the poll', async () => {
		store.faults.add({ match: { path: '/v3/hooks/admin' }, kind: 'status', status: 403 });
		const made = poller();
		expect(await made.poll()).toBeNull();
		expect(made.cursor).toBeDefined();
		expect(made.log.join()).toContain('could not be looked after');
	});

	it('takes a small part of the time of a poll where the hooks do not answer', async () => {
		store.faults.add({ match: { path: /^\/v3\/hooks/ }, kind: 'hang', times: Infinity });
		const made = poller();
		made.budgetMs = 5_000;
		await made.poll();
		expect(made.cursor).toBeDefined();
		expect(made.log.join()).toContain('could not be looked after');
		const [order] = store.state.orders.values();
		store.state.orders.set(9_001, {
			...order!,
			id: 9_001,
			date_created: Date.now() / 1_000,
			date_modified: Date.now() / 1_000,
		} as typeof order & object);
		expect(await made.poll()).toMatchObject([
			{ id: 9_001, event: { scope: 'store/order/created' } },
		]);
	});

	it('stays away from a test in the editor', async () => {
		const hook = dead();
		await poller().poll('manual');
		expect(store.state.hooks.get(hook.id)).toMatchObject({ is_active: false });
	});
});

describe('the webhook trigger', () => {
	let trigger: Trigger;
	beforeEach(async () => {
		trigger = new Trigger(store.credential, {
			events: ['store/order/created'],
			skipIncomplete: false,
		});
		await trigger.listen();
		store.setHosts({ [PUBLIC_ORIGIN]: trigger.localOrigin });
	});
	afterEach(async () => await trigger.close());

	it('revives its dead hook when n8n starts', async () => {
		await trigger.publish();
		const [hook] = store.state.hooks.values();
		Object.assign(hook!, { is_active: false, deactivated: true });
		expect(await trigger.publish()).toBe('created');
		expect(hook).toMatchObject({ is_active: true });
		expect(await trigger.publish()).toBe('existed');
	});

	it('is found and revived by Repair, and its events arrive again', async () => {
		await trigger.publish();
		const [hook] = store.state.hooks.values();
		Object.assign(hook!, { is_active: false, deactivated: true });
		expect(await webhook('repair')).toMatchObject([{ reactivated: [{ id: hook!.id }] }]);
		await store.emit('store/order/created', { type: 'order', id: 101 });
		expect(trigger.executions).toHaveLength(1);
	});

	it('accepts for a while what bears the secret that n8n has lost', async () => {
		await trigger.publish();
		const [hook] = store.state.hooks.values();
		const lost = { ...hook!.headers };
		trigger.memory = {};
		await trigger.publish();
		expect(hook!.headers).not.toEqual(lost);
		hook!.headers = lost;
		await store.emit('store/order/created', { type: 'order', id: 101 });
		expect(trigger.executions).toHaveLength(1);
		hook!.headers = { 'X-N8n-Secret': 'forged' };
		await store.emit('store/order/created', { type: 'order', id: 102 });
		expect(trigger.executions).toHaveLength(1);
	});
});
