import { createHmac } from 'node:crypto';
import axios from 'axios';
import { NodeApiError, NodeOperationError, type IDataObject } from 'n8n-workflow';

import { placeOrder } from '../../demo/order.ts';
import { CART_ID, startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { until } from '../support/publishedTrigger';
import { PUBLIC_ORIGIN, Trigger, type TriggerSetting } from '../support/runTrigger';

let store: DemoStore;
const open: Trigger[] = [];

beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());
afterEach(async () => {
	await Promise.all(open.splice(0).map(async (trigger) => await trigger.close()));
});

/** Starts the workflow with what the event itself says, whatever the order is like. */
const BARE = { fetchFullRecord: false, skipIncomplete: false };
const ORDER_EVENTS = { events: ['store/order/created', 'store/order/statusUpdated'], ...BARE };

/** A trigger whose public address leads to it. */
async function trigger(
	parameters: object = ORDER_EVENTS,
	setting: TriggerSetting = {},
): Promise<Trigger> {
	const made = new Trigger(store.credential, parameters, setting);
	open.push(made);
	await made.listen();
	store.setHosts({ [setting.publicOrigin ?? PUBLIC_ORIGIN]: made.localOrigin });
	return made;
}

const published = async (...given: Parameters<typeof trigger>) => {
	const made = await trigger(...given);
	await made.publish();
	return made;
};

const hooks = () => [...store.state.hooks.values()];
const scopes = () =>
	hooks()
		.map(({ scope }) => scope)
		.sort();
const requests = (method?: string) =>
	store.exchanges.filter((exchange) => !method || exchange.method === method);
const secretOf = ({ memory }: Trigger) => memory['node:BigCommerce Trigger']?.secret as string;

/** What keeps a hook from being made in the control panel of another program. */
const addHook = (scope: string, destination: string) => {
	const id = 9_000 + store.state.hooks.size;
	const times = { created_at: 1, updated_at: 1, deactivated: false };
	store.state.hooks.set(id, { id, scope, destination, headers: null, is_active: true, ...times });
	return id;
};

const rejected = async (work: Promise<unknown>): Promise<Error & { description?: string }> =>
	await work.then(
		() => Promise.reject(new Error('It was accepted')),
		(error: Error) => error,
	);

describe('publishing a workflow', () => {
	it('makes one hook for each event, with a random secret that n8n keeps', async () => {
		const made = await trigger();
		expect(await made.publish()).toBe('created');
		expect(scopes()).toEqual(ORDER_EVENTS.events);
		expect(secretOf(made)).toMatch(/^[0-9a-f]{64}$/);
		for (const hook of hooks()) {
			expect(hook).toMatchObject({
				destination: made.address,
				headers: { 'X-N8n-Secret': secretOf(made) },
				is_active: true,
			});
		}
		expect(made.memory['node:BigCommerce Trigger']?.hookIds).toEqual(
			Object.fromEntries(hooks().map(({ scope, id }) => [scope, id])),
		);
	});

	it('again finds all in place, with one request, and leaves no duplicates', async () => {
		const made = await published();
		const before = structuredClone(hooks());
		store.exchanges.length = 0;
		expect(await made.publish()).toBe('existed');
		expect(requests()).toHaveLength(1);
		await made.hook('create');
		expect(hooks()).toEqual(before);
		expect(requests().map(({ method }) => method)).toEqual(['GET', 'GET']);
	});

	it('revives what BigCommerce has switched off, and creates what was deleted', async () => {
		const made = await published();
		const [first, second] = hooks();
		first!.is_active = false;
		store.state.hooks.delete(second!.id);
		store.exchanges.length = 0;
		expect(await made.publish()).toBe('created');
		expect(scopes()).toEqual(ORDER_EVENTS.events);
		expect(hooks().every(({ is_active }) => is_active)).toBe(true);
		expect(requests('PUT')).toHaveLength(1);
		expect(requests('POST')).toHaveLength(1);
		expect(new Set(hooks().map(({ headers }) => headers?.['X-N8n-Secret']))).toEqual(
			new Set([secretOf(made)]),
		);
	});

	it('gives its hooks a new secret when n8n has lost the old one', async () => {
		const made = await published();
		const old = secretOf(made);
		made.memory = {};
		expect(await made.publish()).toBe('created');
		expect(secretOf(made)).not.toBe(old);
		expect(hooks()).toHaveLength(2);
		for (const hook of hooks()) expect(hook.headers).toEqual({ 'X-N8n-Secret': secretOf(made) });
		expect(requests('PUT')).toHaveLength(2);
	});

	it('renews the secret of a hook that carries another one', async () => {
		const made = await published();
		hooks()[0]!.headers = { 'X-N8n-Secret': 'another' };
		expect(await made.publish()).toBe('created');
		expect(hooks()[0]!.headers).toEqual({ 'X-N8n-Secret': secretOf(made) });
	});

	it('removes what is no longer wanted, and touches nothing that delivers elsewhere', async () => {
		const elsewhere = [
			addHook('store/order/created', 'https://n8n.example.com/webhook/other/webhook'),
			addHook('store/order/created', 'https://shop.example.com/hooks'),
		];
		const made = await published();
		made.parameters = { events: ['store/order/created', 'store/cart/converted'], ...BARE };
		store.exchanges.length = 0;
		expect(await made.publish()).toBe('created');
		const own = hooks().filter(({ destination }) => destination === made.address);
		expect(own.map(({ scope }) => scope).sort()).toEqual([
			'store/cart/converted',
			'store/order/created',
		]);
		expect(requests('DELETE')).toHaveLength(1);
		await made.unpublish();
		expect(hooks().map(({ id }) => id)).toEqual(elsewhere);
	});

	it('takes scopes typed by name, with wildcards, and none twice', async () => {
		await published({
			events: ['store/cart/created', 'store/order/created'],
			settings: {
				otherScopes: 'store/cart/*, store/channel/*/order/created, store/order/created',
			},
			...BARE,
		});
		expect(scopes()).toEqual([
			'store/cart/*',
			'store/channel/*/order/created',
			'store/order/created',
		]);
	});

	it('pages through the hooks where there are many', async () => {
		for (let other = 0; other < 300; other++)
			addHook('store/order/updated', `https://n8n.example.com/webhook/${other}/webhook`);
		const made = await published();
		expect(await made.publish()).toBe('existed');
		expect(hooks().filter(({ destination }) => destination === made.address)).toHaveLength(2);
	});

	it('makes no second hook when the answer to the first was lost', async () => {
		store.faults.add({
			match: { method: 'POST', path: '/v3/hooks' },
			kind: 'reset',
			applied: true,
		});
		const made = await published();
		expect(scopes()).toEqual(ORDER_EVENTS.events);
		expect(await made.publish()).toBe('existed');
	});

	it('adopts a hook of its own address that the list did not show', async () => {
		const made = await trigger({ events: ['store/order/created'], ...BARE });
		const id = addHook('store/order/created', made.address);
		store.faults.add({
			match: { method: 'GET', path: '/v3/hooks', query: { destination: made.address } },
			kind: 'status',
			status: 200,
			body: { data: [], meta: { pagination: { total_pages: 1 } } },
		});
		await made.publish();
		expect(hooks()).toHaveLength(1);
		expect(hooks()[0]).toMatchObject({ id, headers: { 'X-N8n-Secret': secretOf(made) } });
	});

	it('says in words that a scope has no room left', async () => {
		for (let other = 0; other < 10; other++)
			addHook('store/order/created', `https://n8n.example.com/webhook/${other}/webhook`);
		const refusal = await rejected((await trigger()).publish());
		expect(refusal).toBeInstanceOf(NodeOperationError);
		expect(refusal.message).toBe(
			'The store has 10 webhooks for store/order/created already, and BigCommerce allows 10 for one API account',
		);
		expect(refusal.description).toContain('another API account');
	});

	it('passes on what BigCommerce says of an unknown scope', async () => {
		const refusal = await rejected(
			(await trigger({ settings: { otherScopes: 'store/nothing/happened' } })).publish(),
		);
		expect(refusal).toBeInstanceOf(NodeApiError);
		expect(refusal.message).toBe(
			'BigCommerce could not create the webhook for store/nothing/happened (HTTP 422)',
		);
		expect(refusal.description).toContain('store/nothing/happened does not exist');
	});

	it('says what is wrong with the token', async () => {
		const made = await trigger();
		made.credential = { ...store.credential, accessToken: 'wrong' };
		const refusal = await rejected(made.publish());
		expect(refusal.message).toBe('BigCommerce could not list the webhooks (HTTP 401)');
		expect(refusal.description).toContain('access token is not valid for this store');
	});

	it.each([
		['http://localhost:5678', 'localhost is this machine or a private network'],
		['http://n8n.example.com', 'it does not start with https://'],
		['https://n8n.example.com:5678', 'it names port 5678'],
	])('sends nothing when BigCommerce cannot reach %s', async (publicOrigin, reason) => {
		const made = await trigger(ORDER_EVENTS, { publicOrigin });
		for (const method of ['checkExists', 'create'] as const) {
			const refusal = await rejected(made.hook(method));
			expect(refusal).toBeInstanceOf(NodeOperationError);
			expect(refusal.message).toContain(
				`BigCommerce cannot reach this n8n at ${made.address}: ${reason}`,
			);
			expect(refusal.message).toContain(
				"Set n8n's environment variable N8N_WEBHOOK_URL (in n8n 1: WEBHOOK_URL)",
			);
			expect(refusal.description).toContain('BigCommerce Polling Trigger');
		}
		expect(requests()).toHaveLength(0);
	});

	it.each<[string, object, string]>([
		['no event', { events: [] }, "No event is chosen in 'Trigger On'"],
		[
			'a scope that is none',
			{ settings: { otherScopes: 'orders' } },
			`'Other Scopes' holds "orders"`,
		],
	])('sends nothing for %s', async (_what, parameters, message) => {
		const refusal = await rejected((await trigger(parameters)).publish());
		expect(refusal.message).toContain(message);
		expect(requests()).toHaveLength(0);
	});

	it('refuses to demand signatures that nobody could check', async () => {
		const made = await trigger({ ...ORDER_EVENTS, settings: { requireSignature: true } });
		made.credential = { ...store.credential, clientSecret: ' ' };
		expect((await rejected(made.publish())).message).toContain(
			'the credential holds no Client Secret',
		);
	});
});

describe('the events of single channels', () => {
	it('are hooked for each channel that is chosen', async () => {
		const made = await published({
			events: ['store/product/updated'],
			settings: { channelEvents: ['order/created', 'cart/*'], channels: [1, 2] },
		});
		expect(scopes()).toEqual([
			'store/channel/1/cart/*',
			'store/channel/1/order/created',
			'store/channel/2/cart/*',
			'store/channel/2/order/created',
			'store/product/updated',
		]);
		expect(made.subtitle()).toBe('product/updated, channel/order/created, channel/cart/*');
	});

	it('need a channel', async () => {
		const refusal = await rejected(
			(await trigger({ settings: { channelEvents: ['order/created'] } })).publish(),
		);
		expect(refusal.message).toBe("'Channel Events' are chosen, but no channel");
		expect(requests()).toHaveLength(0);
	});
});

describe('the node', () => {
	it('shows below its name which events it starts on', async () => {
		const made = await trigger({ ...ORDER_EVENTS, settings: { otherScopes: 'store/cart/*' } });
		expect(made.subtitle()).toBe('order/created, order/statusUpdated, cart/*');
	});
});

describe('taking a workflow back', () => {
	it('removes its hooks, and forgets the secret', async () => {
		const made = await published();
		await made.unpublish();
		expect(hooks()).toEqual([]);
		expect(made.memory['node:BigCommerce Trigger']).toEqual({});
	});

	it('is done when the hooks are gone already', async () => {
		const made = await published();
		store.faults.add({
			match: { method: 'DELETE' },
			kind: 'status',
			status: 404,
			applied: true,
			times: 2,
		});
		await made.unpublish();
		expect(hooks()).toEqual([]);
		await made.unpublish();
	});

	it('removes hooks that n8n does not remember', async () => {
		const made = await published();
		made.memory = {};
		await made.unpublish();
		expect(hooks()).toEqual([]);
	});

	it('leaves the published address alone when the editor stops listening', async () => {
		const live = await published();
		const test = await trigger(ORDER_EVENTS, { isTest: true });
		await test.publish();
		expect(hooks()).toHaveLength(4);
		expect(secretOf(test)).not.toBe(secretOf(live));
		await test.unpublish();
		expect(new Set(hooks().map(({ destination }) => destination))).toEqual(new Set([live.address]));
	});
});

describe('an event of the store', () => {
	it('starts the workflow with what happened', async () => {
		const made = await published();
		await placeOrder(store);
		await store.settled();
		const [delivery] = store.deliveries;
		expect(delivery?.status).toBe(200);
		const payload = JSON.parse(delivery!.body) as {
			hash: string;
			created_at: number;
			data: { id: number };
		};
		expect(made.executions).toEqual([
			[
				{
					id: payload.data.id,
					event: {
						name: 'New Order',
						scope: 'store/order/created',
						key: `${store.credential.storeHash}:order:${payload.data.id}:created`,
						occurredAt: new Date(payload.created_at * 1000).toISOString(),
						resource: 'order',
						resourceId: payload.data.id,
						record: 'none',
						storeHash: store.credential.storeHash,
						hash: payload.hash,
						payload,
					},
				},
			],
		]);
	});

	it('brings one item for each entry', async () => {
		const made = await published({
			events: [],
			settings: { otherScopes: 'store/priceList/records/*' },
		});
		await store.emit('store/priceList/records/created', [
			{ price_list_id: 1, variant_id: 5 },
			{ price_list_id: 1, variant_id: 6 },
		]);
		expect(made.executions).toHaveLength(1);
		expect(made.executions[0]).toMatchObject([
			{ event: { variantId: 5 } },
			{ event: { variantId: 6 } },
		]);
	});

	it('starts the workflow once where the store sends it twice at once, as real ones do', async () => {
		store.state.settings.twinAfterMs = 1;
		const made = await published();
		await placeOrder(store);
		await until(() => store.deliveries.length === 2);
		expect(store.deliveries.map(({ status }) => status)).toEqual([200, 200]);
		expect(made.executions).toHaveLength(1);
	});

	it('of a variant is told by the id of the variant, which is not that of the event', async () => {
		const made = await published({ events: ['store/sku/updated'] });
		const product = [...store.state.products.values()].find(({ options }) => options.length > 0)!;
		const { id } = product.variants[0]!;
		await axios.put(
			`${store.credential.apiPath}catalog/products/${product.id}/variants/${id}`,
			{ price: 4711 },
			{ proxy: false, headers: { 'X-Auth-Token': store.credential.accessToken } },
		);
		await store.settled();
		expect(made.executions).toMatchObject([
			[
				{
					id,
					productId: product.id,
					price: 4711,
					event: { resource: 'variant', resourceId: id, productId: product.id, record: 'full' },
				},
			],
		]);
	});

	it('is accepted unsigned, and unsigned only where no signature is demanded', async () => {
		store.state.settings.signWebhooks = false;
		const made = await published();
		await store.emit('store/order/created', { type: 'order', id: 101 });
		expect(made.executions).toHaveLength(1);
		made.parameters = { ...ORDER_EVENTS, settings: { requireSignature: true } };
		await store.emit('store/order/created', { type: 'order', id: 102 });
		expect(made.executions).toHaveLength(1);
		expect(store.deliveries.map(({ status }) => status)).toEqual([200, 500]);
		expect(made.failures.map(({ message }) => message)).toEqual([
			"An event of BigCommerce was refused, since 'Require Signature' is on and no signature came along",
		]);
		store.state.settings.signWebhooks = true;
		await store.emit('store/order/created', { type: 'order', id: 103 });
		expect(made.executions).toHaveLength(2);
	});

	it('is accepted with a signature that cannot be checked for lack of a client secret', async () => {
		const made = await published();
		made.credential = { ...store.credential, clientSecret: '' };
		await store.emit('store/order/created', { type: 'order', id: 101 });
		expect(made.executions).toHaveLength(1);
	});

	it('is taken with a signature by another client secret, which its item and the log tell', async () => {
		const made = await published();
		made.credential = { ...store.credential, clientSecret: 'another' };
		await store.emit('store/order/created', { type: 'order', id: 101 });
		await store.emit('store/order/created', { type: 'order', id: 102 });
		expect(store.deliveries.map(({ status }) => status)).toEqual([200, 200]);
		expect(made.executions.flat()).toMatchObject([
			{ event: { signature: 'invalid' } },
			{ event: { signature: 'invalid' } },
		]);
		expect(made.log).toEqual([
			expect.stringMatching(/^warn: .*signature does not match the credential's Client Secret/),
		]);
	});

	it('is refused with a signature by another client secret where signatures are required, as a failed execution', async () => {
		const made = await published({ ...ORDER_EVENTS, settings: { requireSignature: true } });
		made.credential = { ...store.credential, clientSecret: 'another' };
		await store.emit('store/order/created', { type: 'order', id: 101 });
		expect(store.deliveries.map(({ status }) => status)).toEqual([500]);
		expect(made.executions).toEqual([]);
		const [failure] = made.failures as NodeOperationError[];
		expect(failure).toBeInstanceOf(NodeOperationError);
		expect(failure?.message).toContain("does not match the credential's Client Secret");
		expect(failure?.description).toContain('Correct the Client Secret');
	});

	it('shows as a failed execution when the credential cannot be read, and is delivered again', async () => {
		const made = await published();
		made.credential = { ...store.credential, apiPath: '', storeHash: '' };
		await store.emit('store/order/created', { type: 'order', id: 101 });
		expect(store.deliveries.map(({ status }) => status)).toEqual([500]);
		expect(made.failures[0]?.message).toContain('Fill in the API Path or the Store Hash');
	});
});

describe('a request that BigCommerce did not send', () => {
	let made: Trigger;
	let local: string;
	beforeEach(async () => {
		made = await published();
		local = made.address.replace(PUBLIC_ORIGIN, made.localOrigin);
		store.exchanges.length = 0;
	});

	const event = (more: object = {}) =>
		JSON.stringify({
			scope: 'store/order/created',
			data: { type: 'order', id: 101 },
			producer: `stores/${store.credential.storeHash}`,
			...more,
		});

	const post = async (body: string, headers: object = {}) =>
		await axios.post<{ message: string }>(local, body, {
			proxy: false,
			validateStatus: () => true,
			transformRequest: (data: string) => data,
			headers: { 'Content-Type': 'application/json', 'X-N8n-Secret': secretOf(made), ...headers },
		});

	const signature = (
		body: string,
		{ age = 0, clientSecret = store.credential.clientSecret } = {},
		id = 'msg_1',
	) => {
		const timestamp = Math.floor(Date.now() / 1000) - age;
		const mac = createHmac('sha256', clientSecret)
			.update(`${id}.${timestamp}.${body}`)
			.digest('base64');
		return {
			'Webhook-Id': id,
			'Webhook-Timestamp': String(timestamp),
			'Webhook-Signature': `v1,${mac}`,
		};
	};

	afterEach(() => {
		expect(requests()).toHaveLength(0);
		expect(made.failures).toEqual([]);
	});

	const nothingStarted = async (answer: ReturnType<typeof post>, status: number) => {
		expect((await answer).status).toBe(status);
		expect(made.executions).toEqual([]);
	};

	it('starts the workflow only with the secret', async () => {
		await nothingStarted(post(event(), { 'X-N8n-Secret': 'guess' }), 401);
		await nothingStarted(post(event(), { 'X-N8n-Secret': undefined }), 401);
		await nothingStarted(post(event(), { 'X-N8n-Secret': '' }), 401);
		expect((await post(event())).status).toBe(200);
		expect(made.executions).toHaveLength(1);
	});

	it('may carry the secret before the present one, for two days', async () => {
		const memory = made.memory['node:BigCommerce Trigger']!;
		const before = secretOf(made);
		Object.assign(memory, { secret: 'new', previousSecret: before, rotatedAt: Date.now() });
		expect((await post(event(), { 'X-N8n-Secret': before })).status).toBe(200);
		expect((await post(event(), { 'X-N8n-Secret': 'new' })).status).toBe(200);
		made.executions.length = 0;
		memory.rotatedAt = Date.now() - 49 * 3_600_000;
		await nothingStarted(post(event(), { 'X-N8n-Secret': before }), 401);
	});

	it('may be signed with either client secret while one is changed for the other', async () => {
		made.credential = { ...store.credential, clientSecret: 'new, old' };
		const body = event();
		expect((await post(body, signature(body, { clientSecret: 'old' }))).status).toBe(200);
		expect(made.executions).toEqual([
			[{ id: 101, event: expect.not.objectContaining({ signature: 'invalid' }) }],
		]);
		made.credential = { ...store.credential, clientSecret: 'new' };
		expect((await post(body, signature(body, { clientSecret: 'old' }, 'msg_2'))).status).toBe(200);
		expect(made.executions[1]).toMatchObject([{ event: { signature: 'invalid' } }]);
	});

	it('writes at most a line a minute to the log without the secret', async () => {
		for (let count = 0; count < 20; count++)
			await nothingStarted(post(event(), { 'X-N8n-Secret': `guess ${count}` }), 401);
		expect(made.log).toEqual([
			'warn: BigCommerce Trigger refused a delivery: The secret header is missing or wrong',
		]);
	});

	it('starts nothing while n8n knows no secret', async () => {
		const secret = secretOf(made);
		made.memory = {};
		await nothingStarted(post(event(), { 'X-N8n-Secret': secret }), 401);
		await nothingStarted(post(event(), { 'X-N8n-Secret': 'undefined' }), 401);
	});

	it('is told by its item to have a signature that is wrong, old, or of another body', async () => {
		const body = event();
		const signed = async (headers: object, told: string | undefined, sent = body) => {
			made.executions.length = 0;
			expect((await post(sent, headers)).status).toBe(200);
			expect(made.executions.flat().map(({ event }) => (event as IDataObject).signature)).toEqual([
				told,
			]);
		};
		await signed(signature(body, { clientSecret: 'another' }, 'msg_2'), 'invalid');
		await signed(signature(body, { age: 301 }, 'msg_3'), 'stale');
		await signed(signature(body, { age: -330 }, 'msg_4'), 'stale');
		await signed(signature(body, {}, 'msg_5'), 'invalid', event({ store_id: '2' }));
		await signed({ 'webhook-signature': 'v1,abc' }, 'invalid');
		await signed(signature(body, { age: 290 }, 'msg_6'), undefined);
		made.parameters = { ...ORDER_EVENTS, settings: { replayWindow: 1 } };
		await signed(signature(body, { age: 61 }, 'msg_7'), 'stale');
	});

	it('is taken with the headers of a recorded delivery of a real store', async () => {
		const hash = '64d346b71e4c02453da81c5d97cec8063a6e7a4d';
		const body = event({ store_id: '1003599222', hash });
		const headers = {
			'accept-encoding': 'gzip',
			'user-agent': 'pekko-http/1.3.0',
			'webhook-id': hash,
			'webhook-signature': 'v1,Op+8O1TMMJSf6PU/SDZbpSTsqdMuVBZ1wbpYq1C3dCY=',
			'webhook-timestamp': '1786447831',
		};
		expect((await post(body, headers)).status).toBe(200);
		expect((await post(body, headers)).status).toBe(200);
		expect(made.executions).toMatchObject([[{ event: { hash, signature: 'invalid' } }]]);
	});

	it('starts nothing with such a signature where signatures are required, and fails visibly', async () => {
		made.parameters = { ...ORDER_EVENTS, settings: { requireSignature: true } };
		const body = event();
		await nothingStarted(post(body, signature(body, { clientSecret: 'another' })), 500);
		await nothingStarted(post(body, signature(body, { age: 301 })), 500);
		await nothingStarted(post(body, signature(body, { age: -330 })), 500);
		await nothingStarted(post(event({ store_id: '2' }), signature(body)), 500);
		await nothingStarted(post(body, { 'webhook-signature': 'v1,abc' }), 500);
		expect(made.failures.splice(0)).toHaveLength(5);
		expect((await post(body, signature(body, { age: 290 }))).status).toBe(200);
		made.parameters = { ...ORDER_EVENTS, settings: { requireSignature: true, replayWindow: 1 } };
		made.executions.length = 0;
		await nothingStarted(post(body, signature(body, { age: 61 }, 'msg_2')), 500);
		expect(made.failures.splice(0)).toHaveLength(1);
	});

	it('starts nothing when it is of another store', async () => {
		await nothingStarted(post(event({ producer: 'stores/another1' })), 401);
	});

	it('starts nothing when it is no event', async () => {
		await nothingStarted(post('{}'), 400);
		await nothingStarted(post('[]'), 400);
		await nothingStarted(post(event({ scope: 7 })), 400);
		await nothingStarted(post('hello', { 'Content-Type': 'text/plain' }), 400);
		await nothingStarted(
			post('hello=1', { 'Content-Type': 'application/x-www-form-urlencoded' }),
			400,
		);
		await nothingStarted(post(''), 400);
		await nothingStarted(post('{"scope":'), 400);
	});

	it('is taken as well by an n8n that has read the body before, and refuses some by itself', async () => {
		made.parameters = { ...ORDER_EVENTS, options: {} };
		await nothingStarted(post('{"scope":'), 422);
		await nothingStarted(post('[]'), 400);
		const body = event();
		expect((await post(body, signature(body))).status).toBe(200);
	});

	it('starts nothing when it is larger than any event', async () => {
		const huge = event({ data: { type: 'order', id: 1, more: 'x'.repeat(1_000_001) } });
		await nothingStarted(post(huge, signature(huge)), 413);
		await nothingStarted(post(huge, { 'X-N8n-Secret': 'guess' }), 401);
		const large = event({ data: { type: 'order', id: 1, more: 'x'.repeat(900_000) } });
		expect((await post(large, signature(large))).status).toBe(200);
	});
});

describe('Fetch Full Record', () => {
	const EVERYTHING = {
		events: [],
		simplify: false,
		skipIncomplete: false,
		settings: {
			otherScopes:
				'store/order/*, store/shipment/*, store/product/*, store/sku/*, store/customer/*, store/category/*, store/cart/*, store/subscriber/*',
			include: ['lineItems', 'shippingAddresses', 'coupons'],
		},
	};

	const itemOf = async (scope: string, data: object, parameters: object = EVERYTHING) => {
		const made = await published(parameters);
		store.exchanges.length = 0;
		await store.emit(scope, data);
		expect(store.deliveries.map(({ status }) => status)).toEqual([200]);
		const { event, ...record } = made.executions[0]?.[0] as { event: IDataObject };
		return { event, record };
	};

	const some = <Record>(
		records: Map<unknown, Record>,
		fits: (record: Record) => boolean = () => true,
	) => [...records.values()].find(fits)!;

	it('brings an order with lines, addresses and coupons, in two requests', async () => {
		const order = some(
			store.state.orders,
			({ coupons, addresses }) => coupons.length > 0 && addresses.length > 0,
		);
		const { record, event } = await itemOf('store/order/created', { type: 'order', id: order.id });
		expect(record).toMatchObject({
			id: order.id,
			lineItems: order.lines.map(({ id }) => ({ id })),
			shippingAddresses: order.addresses.map(({ id }) => ({ id })),
			coupons: order.coupons.map(({ code }) => ({ code })),
		});
		expect(event).toMatchObject({ record: 'full' });
		expect(requests()).toHaveLength(2);
	});

	it('brings the order of a transaction', async () => {
		const order = some(store.state.orders);
		const { record } = await itemOf(
			'store/order/transaction/created',
			{ type: 'transaction', order_id: String(order.id), transaction_id: 'ch_1' },
			{ moreEvents: ['store/order/transaction/created'], simplify: false },
		);
		expect(record).toMatchObject({ id: order.id });
	});

	it('brings a shipment with its order', async () => {
		const shipment = some(store.state.shipments);
		const { record } = await itemOf('store/shipment/created', {
			type: 'shipment',
			id: shipment.id,
			orderId: shipment.order_id,
		});
		expect(record).toMatchObject({
			id: shipment.id,
			items: expect.any(Array),
			order: { id: shipment.order_id, lineItems: expect.any(Array) },
		});
	});

	it('brings a product, variant, category, customer, subscriber or cart, each in one request', async () => {
		const product = some(store.state.products, ({ variants }) => variants.length > 1);
		const variant = product.variants[1]!;
		const customer = some(store.state.customers);
		const subscriber = some(store.state.subscribers);
		const category = some(store.state.categories);
		const cases: Array<[string, object, object]> = [
			[
				'store/product/updated',
				{ id: product.id },
				{
					id: product.id,
					variants: expect.any(Array),
					images: expect.any(Array),
					custom_fields: expect.any(Array),
				},
			],
			[
				'store/sku/updated',
				{ id: 999_999, sku: { product_id: product.id, variant_id: variant.id } },
				{ id: variant.id, product_id: product.id },
			],
			[
				'store/category/updated',
				{ id: category.category_id },
				{ category_id: category.category_id },
			],
			[
				'store/customer/updated',
				{ id: customer.id },
				{ id: customer.id, addresses: expect.any(Array) },
			],
			[
				'store/customer/address/deleted',
				{ id: 5, address: { customer_id: customer.id } },
				{ id: customer.id },
			],
			[
				'store/subscriber/created',
				{ id: subscriber.id },
				{ id: subscriber.id, email: subscriber.email },
			],
			['store/cart/updated', { id: CART_ID }, { id: CART_ID, line_items: expect.any(Object) }],
			['store/cart/lineItem/deleted', { id: 'line-1', cartId: CART_ID }, { id: CART_ID }],
		];
		const made = await published(EVERYTHING);
		for (const [scope, data, record] of cases) {
			made.executions.length = 0;
			store.exchanges.length = 0;
			await store.emit(scope, data);
			expect(made.executions[0]?.[0]).toMatchObject({
				event: { scope, record: 'full' },
				...record,
			});
			expect(requests()).toHaveLength(1);
		}
	});

	it('gives no record for one that is deleted', async () => {
		const made = await published(EVERYTHING);
		store.exchanges.length = 0;
		await store.emit('store/product/deleted', { type: 'product', id: 77 });
		expect(requests()).toHaveLength(0);
		await store.emit('store/order/updated', { type: 'order', id: 999_999 });
		await store.emit('store/customer/updated', { type: 'customer', id: 999_999 });
		expect(made.executions.flat()).toMatchObject([
			{ id: 77, event: { record: 'gone' } },
			{ id: 999_999, event: { record: 'gone' } },
			{ id: 999_999, event: { record: 'gone' } },
		]);
		expect(made.executions.flat().some(({ event }) => 'error' in (event as object))).toBe(false);
	});

	it('asks nothing about records that it does not know', async () => {
		const { event, record } = await itemOf(
			'store/information/updated',
			{ type: 'store' },
			{ events: [], moreEvents: ['store/information/updated'] },
		);
		expect(event).toMatchObject({ record: 'none' });
		expect(record).toEqual({});
		expect(requests()).toHaveLength(0);
	});

	it('lets the event through when the record may not be read, and says why', async () => {
		store.setScopes(['store_v2_products']);
		const { event, record } = await itemOf('store/order/created', { type: 'order', id: 101 });
		expect(record).toEqual({ type: 'order', id: 101 });
		expect(event.record).toBe('unread');
		expect(event.error).toContain('BigCommerce could not read order 101 (HTTP 403)');
		expect(event.error).toContain('Orders (read-only or modify)');
	});

	it('lets the event through in time when the store does not answer', async () => {
		store.faults.add({ match: { path: /^\/v2\/orders/ }, kind: 'hang', times: Infinity });
		const began = Date.now();
		const { event } = await itemOf('store/order/created', { type: 'order', id: 101 });
		expect(Date.now() - began).toBeLessThan(6_500);
		expect(event.record).toBe('unread');
		expect(event.error).toContain('took longer than 5 seconds');
	}, 15_000);

	it('reads again after a disturbance', async () => {
		store.faults.add({ match: { path: /^\/v2\/orders/ }, kind: 'status', status: 502 });
		const { event, record } = await itemOf('store/order/created', { type: 'order', id: 101 });
		expect(event.record).toBe('full');
		expect(record).toMatchObject({ id: 101, date_created: expect.any(String) });
	});
});
