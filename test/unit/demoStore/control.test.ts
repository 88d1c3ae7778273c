import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { call, storeForTests } from './support.ts';

const shop = storeForTests();

const demo = async (
	method: string,
	path: string,
	body?: unknown,
): Promise<{ status: number; json: unknown }> => {
	const response = await fetch(`${shop.store.origin}/_demo${path}`, {
		method,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, json: text === '' ? undefined : (JSON.parse(text) as unknown) };
};

describe('the switches below /_demo', () => {
	it('add and clear faults', async () => {
		await demo('POST', '/faults', {
			kind: 'status',
			status: 500,
			times: 'Infinity',
			match: { path: '^/v2/orders$' },
		});
		expect((await call(shop.store, 'GET', '/v2/orders')).status).toBe(500);
		expect((await call(shop.store, 'GET', '/v2/orders/101')).status).toBe(200);
		await demo('DELETE', '/faults');
		expect((await call(shop.store, 'GET', '/v2/orders')).status).toBe(200);
		expect((await demo('POST', '/faults', { kind: 'nothing' })).status).toBe(422);
	});

	it('set quota and scopes, tell state, exchanges and deliveries, and reset', async () => {
		await demo('POST', '/scopes', []);
		expect((await call(shop.store, 'GET', '/v2/orders')).status).toBe(403);
		await demo('POST', '/scopes', 'all');
		await demo('POST', '/quota', { requests: 1, windowMs: 60_000 });
		await call(shop.store, 'GET', '/v3/hooks');
		expect((await call(shop.store, 'GET', '/v3/hooks')).status).toBe(429);
		expect((await demo('GET', '/exchanges')).json).toMatchObject([
			{ status: 403 },
			{ status: 200, path: '/v3/hooks', responseBody: { data: [] } },
			{ status: 429 },
		]);
		expect((await demo('GET', '/state/brands')).json).toHaveLength(5);
		expect(
			(
				await demo('POST', '/events', {
					scope: 'store/order/created',
					data: { type: 'order', id: 101 },
				})
			).status,
		).toBe(202);
		expect((await demo('GET', '/deliveries')).json).toEqual([]);
		shop.store.state.brands.clear();
		await demo('POST', '/reset');
		expect((await demo('GET', '/state/brands')).json).toHaveLength(5);
		expect((await call(shop.store, 'GET', '/v3/hooks')).status).toBe(200);
		expect((await demo('GET', '/nothing')).status).toBe(404);
	});
});

const root = join(__dirname, '../../..');
const node24 = join(root, 'node_modules/node/bin/node');

(existsSync(node24) ? describe : describe.skip)('the command', () => {
	it('prints where it listens and ends with the signal', async () => {
		const child = spawn(node24, ['demo/store/cli.ts', '--quiet', '--quota', '7'], { cwd: root });
		const line = await new Promise<string>((resolve, reject) => {
			child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
			child.stderr.once('data', (chunk: Buffer) => reject(new Error(chunk.toString())));
		});
		const { apiPath, accessToken } = JSON.parse(line) as { apiPath: string; accessToken: string };
		const response = await fetch(`${apiPath}hooks`, { headers: { 'X-Auth-Token': accessToken } });
		expect([response.status, response.headers.get('x-rate-limit-requests-quota')]).toEqual([
			200,
			'7',
		]);
		await response.text();
		const ended = new Promise<number | null>((resolve) =>
			child.once('exit', (code) => resolve(code)),
		);
		child.kill('SIGTERM');
		expect(await ended).toBe(0);
	});
});
