import { createHash, createHmac } from 'node:crypto';
import type { DemoStore } from '../../../demo/store/index.ts';
import { startDemoStore } from '../../../demo/store/index.ts';
import { RETRY_SECONDS } from '../../../demo/store/webhooks/deliverer.ts';
import { call, dataOf, startReceiver, until, type Reply } from './support.ts';

const PUBLIC = 'https://n8n.demo.example';

let receiver: Awaited<ReturnType<typeof startReceiver>>;
let store: DemoStore;

beforeEach(async () => {
	receiver = await startReceiver();
	store = await startDemoStore({
		hosts: { [PUBLIC]: receiver.origin },
		webhookRetrySeconds: [0.01, 0.01],
	});
});

afterEach(async () => {
	await store.stop();
	await receiver.stop();
});

const hook = async (scope: string, more: object = {}): Promise<Reply> =>
	await call(store, 'POST', '/v3/hooks', {
		body: { scope, destination: `${PUBLIC}/hook`, ...more },
	});

describe('the hooks of a store', () => {
	it('want a known scope and an https destination without a port', async () => {
		expect((await hook('')).json).toMatchObject({
			status: 422,
			errors: { scope: 'error.path.missing.' },
		});
		expect((await hook('store/nothing/created')).status).toBe(422);
		for (const destination of [
			'http://n8n.demo.example/hook',
			'https://n8n.demo.example:8443/hook',
			'https://n8n.demo.example:443/hook',
			'nowhere',
			undefined,
		]) {
			expect((await hook('store/order/created', { destination })).status).toBe(422);
		}
	});

	it('are one per scope and destination, and ten per scope', async () => {
		expect((await hook('store/order/created')).status).toBe(200);
		expect((await hook('store/order/created')).status).toBe(422);
		for (let number = 2; number <= 10; number += 1)
			expect(
				(await hook('store/order/created', { destination: `${PUBLIC}/${number}` })).status,
			).toBe(200);
		expect((await hook('store/order/created', { destination: `${PUBLIC}/11` })).status).toBe(422);
	});

	it('are listed, changed and deleted', async () => {
		const { id } = dataOf<{ id: number }>(
			await hook('store/order/*', { headers: { 'X-Secret': 's' } }),
		);
		expect(
			dataOf<unknown[]>(
				await call(store, 'GET', '/v3/hooks', {
					query: { destination: `${PUBLIC}/hook`, is_active: 'true' },
				}),
			),
		).toHaveLength(1);
		expect(
			dataOf(await call(store, 'PUT', `/v3/hooks/${id}`, { body: { is_active: false } })),
		).toMatchObject({ is_active: false, headers: { 'X-Secret': 's' } });
		expect((await call(store, 'PUT', `/v3/hooks/${id}`, { body: {} })).status).toBe(422);
		expect(await call(store, 'DELETE', `/v3/hooks/${id}`)).toMatchObject({
			status: 200,
			json: { data: { id } },
		});
		expect((await call(store, 'GET', `/v3/hooks/${id}`)).status).toBe(404);
	});
});

describe('deliveries', () => {
	it('carry the signed payload and the custom headers', async () => {
		await hook('store/order/statusUpdated', { headers: { 'X-Secret': 'hush' } });
		await call(store, 'PUT', '/v2/orders/127', { body: { status_id: 9 } });
		await store.settled();
		expect(receiver.received).toHaveLength(1);
		const [delivery] = receiver.received;
		if (!delivery) throw new Error('nothing was delivered');
		const body = JSON.parse(delivery.body) as Record<string, unknown>;
		expect(body).toMatchObject({
			scope: 'store/order/statusUpdated',
			store_id: '1002003',
			producer: `stores/${store.credential.storeHash}`,
			data: { type: 'order', id: 127, status: { previous_status_id: 11, new_status_id: 9 } },
			hash: expect.stringMatching(/^[0-9a-f]{40}$/),
		});
		expect(delivery.path).toBe('/hook');
		expect(delivery.headers['x-secret']).toBe('hush');
		const id = String(delivery.headers['webhook-id']);
		const timestamp = String(delivery.headers['webhook-timestamp']);
		const expected = createHmac('sha256', store.credential.clientSecret)
			.update(`${id}.${timestamp}.${delivery.body}`)
			.digest('base64');
		expect(delivery.headers['webhook-signature']).toBe(`v1,${expected}`);
		const { hash, ...rest } = body;
		expect(hash).toBe(createHash('sha1').update(JSON.stringify(rest)).digest('hex'));
	});

	it('are named by the hash of their body, as those of real stores are', async () => {
		await hook('store/order/created');
		await store.emit('store/order/created', { type: 'order', id: 127 });
		const [{ headers, body } = { headers: {}, body: '{}' }] = receiver.received;
		expect(headers).toMatchObject({
			'content-type': 'application/json',
			'user-agent': 'pekko-http/1.3.0',
			'accept-encoding': 'gzip',
			'webhook-id': (JSON.parse(body) as { hash: string }).hash,
		});
		expect(headers.accept).toBeUndefined();
	});

	it('are given up between 9 and 12 seconds, so that the first repeat of one that hangs comes after 71', async () => {
		const { deliveryTimeoutMs } = store.state.settings;
		expect(deliveryTimeoutMs).toBeGreaterThan(9_000);
		expect(deliveryTimeoutMs).toBeLessThan(12_000);
		expect((RETRY_SECONDS[0] ?? 0) + deliveryTimeoutMs / 1_000).toBe(71);
	});

	it('may come twice, with the same hash', async () => {
		store.state.settings.twinAfterMs = 5;
		await hook('store/order/created');
		await store.emit('store/order/created', { type: 'order', id: 127 });
		await until(() => receiver.received.length === 2);
		expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
	});

	it('tell of a variant or of a product, never of both, and of neither where nothing or images alone changed', async () => {
		for (const scope of ['store/product/*', 'store/sku/*']) await hook(scope);
		const sent = async (method: string, path: string, body: object) => {
			receiver.received.length = 0;
			expect((await call(store, method, `/v3/catalog${path}`, { body })).status).toBe(200);
			await store.settled();
			return receiver.received.map(({ body: text }) => {
				const { scope, data } = JSON.parse(text) as { scope: string; data: object };
				return { scope, data };
			});
		};
		const product = [...store.state.products.values()].find(({ options }) => options.length > 0);
		const { id = 0, variants: [variant] = [], name = '' } = product ?? {};
		expect(await sent('PUT', `/products/${id}`, { name: `${name}, new` })).toEqual([
			{ scope: 'store/product/updated', data: { type: 'product', id } },
		]);
		expect(await sent('PUT', `/products/${id}`, { name: `${name}, new` })).toEqual([]);
		const path = `/products/${id}/variants/${variant?.id}`;
		const sku = { product_id: id, variant_id: variant?.id };
		const events = await sent('PUT', path, { price: 4711 });
		expect(events).toEqual([
			{ scope: 'store/sku/updated', data: { type: 'sku', id: expect.any(Number), sku } },
		]);
		expect((events[0]?.data as { id: number }).id).not.toBe(variant?.id);
		expect(await sent('PUT', path, { price: 4711 })).toEqual([]);
		const image = { image_url: 'https://cdn.example.com/kettle.jpg' };
		expect(await sent('POST', `/products/${id}/images`, image)).toEqual([]);
		expect(await sent('POST', `${path}/image`, image)).toEqual([]);
	});

	it('go out unsigned where the store does not sign', async () => {
		store.state.settings.signWebhooks = false;
		await hook('store/product/updated');
		await call(store, 'PUT', '/v3/catalog/products/81', { body: { price: 25 } });
		await store.settled();
		expect(receiver.received[0]?.headers['webhook-signature']).toBeUndefined();
	});

	it('follow wildcards and leave inactive hooks alone', async () => {
		await hook('store/order/*');
		await hook('store/shipment/created', { is_active: false });
		const [line] = store.state.orders.get(121)?.lines ?? [];
		await call(store, 'POST', '/v2/orders/121/shipments', {
			body: {
				order_address_id: line?.order_address_id,
				items: [{ order_product_id: line?.id, quantity: 1 }],
			},
		});
		await store.emit('store/order/message/created', {
			type: 'order',
			id: 121,
			message: { order_message_id: 1 },
		});
		await store.settled();
		const scopes = receiver.received.map(
			({ body }) => (JSON.parse(body) as { scope: string }).scope,
		);
		expect(scopes.sort()).toEqual([
			'store/order/message/created',
			'store/order/statusUpdated',
			'store/order/updated',
		]);
	});

	it('are tried again with the same id, and the hook is switched off after the last try', async () => {
		receiver.answerWith(500);
		const { id } = dataOf<{ id: number }>(await hook('store/customer/created'));
		await store.emit('store/customer/created', { type: 'customer', id: 1 });
		await until(() => store.state.hooks.get(id)?.is_active === false);
		expect(store.deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
			[1, 500],
			[2, 500],
			[3, 500],
		]);
		expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
		const admin = dataOf<{ hooks_list: Array<{ status: string }> }>(
			await call(store, 'GET', '/v3/hooks/admin'),
		);
		expect(admin.hooks_list.map(({ status }) => status)).toEqual(['deactivated']);
		await call(store, 'PUT', `/v3/hooks/${id}`, { body: { is_active: true } });
		receiver.answerWith(200);
		await store.emit('store/customer/created', { type: 'customer', id: 2 });
		expect(store.deliveries.at(-1)).toMatchObject({ attempt: 1, status: 200 });
	});

	it('succeed on a later try', async () => {
		receiver.answerWith(503);
		await hook('store/customer/created');
		await store.emit('store/customer/created', { type: 'customer', id: 1 });
		receiver.answerWith(204);
		await until(() => store.deliveries.some(({ status }) => status === 204));
		expect([...store.state.hooks.values()][0]?.is_active).toBe(true);
	});

	it('rest while a destination is on the block list', async () => {
		store.state.settings.blockList = {
			windowMs: 10_000,
			minimum: 3,
			successShare: 0.9,
			blockMs: 10_000,
		};
		receiver.answerWith(500);
		await hook('store/customer/*');
		for (let id = 1; id <= 3; id += 1)
			await store.emit('store/customer/created', { type: 'customer', id });
		await until(() => store.deliveries.length >= 3);
		const before = store.deliveries.length;
		await store.emit('store/customer/created', { type: 'customer', id: 4 });
		expect(store.deliveries).toHaveLength(before);
		const admin = dataOf<{ blocked_domains: unknown[] }>(
			await call(store, 'GET', '/v3/hooks/admin'),
		);
		expect(admin.blocked_domains).toEqual([expect.objectContaining({ destination: PUBLIC })]);
	});

	it('never leave this machine', async () => {
		await hook('store/customer/created', { destination: 'https://elsewhere.example/hook' });
		await store.emit('store/customer/created', { type: 'customer', id: 1 });
		expect(store.deliveries[0]).toMatchObject({
			status: 0,
			error: expect.stringContaining('elsewhere.example'),
		});
	});
});
