import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import fc from 'fast-check';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { closeTriggers, localAddress, publishTrigger, secretOf } from '../support/publishedTrigger';
import type { Trigger } from '../support/runTrigger';

/** Deliveries of each kind: 10,000 in all. */
const RUNS = 2_500;
const JSON_TYPE = 'application/json';

let store: DemoStore;
let made: Trigger;
let started: number;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
	store = await startDemoStore();
	made = await publishTrigger(store, {
		events: ['store/order/created'],
		fetchFullRecord: true,
		filters: { minTotal: 1 },
		settings: { requireSignature: true },
	});
});
afterAll(async () => {
	agent.destroy();
	await closeTriggers();
	await store.stop();
});
beforeEach(() => {
	// A connection that the server is about to close for its long rest would be reset.
	agent.destroy();
	started = made.executions.length;
	store.exchanges.length = 0;
});
// Nothing was started, nothing was thrown, and the store was asked nothing.
afterEach(() => {
	expect(made.executions).toHaveLength(started);
	expect(made.failures).toEqual([]);
	expect(store.exchanges).toEqual([]);
});

const now = () => Math.floor(Date.now() / 1000);

const sign = (id: string, timestamp: number | string, body: Buffer, clientSecret: string) =>
	`v1,${createHmac('sha256', clientSecret).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;

/** What BigCommerce itself would send along. */
const genuine = (body: Buffer, id = 'msg_1', timestamp = now()) => ({
	'Content-Type': JSON_TYPE,
	'X-N8n-Secret': secretOf(made),
	'Webhook-Id': id,
	'Webhook-Timestamp': String(timestamp),
	'Webhook-Signature': sign(id, timestamp, body, store.credential.clientSecret),
});

const post = async (body: Buffer, headers: Record<string, string>) =>
	await new Promise<number>((resolve, reject) => {
		const outgoing = request(
			localAddress(made),
			{ method: 'POST', agent, headers: { ...headers, 'Content-Length': String(body.length) } },
			(response) => {
				response.resume();
				response.once('end', () => resolve(response.statusCode ?? 0));
			},
		);
		outgoing.once('error', reject);
		outgoing.end(body);
	});

const eventOf = (id: number, more: object = {}) =>
	Buffer.from(
		JSON.stringify({
			scope: 'store/order/created',
			store_id: '1002003',
			data: { type: 'order', id },
			hash: id.toString(16).padStart(40, '0'),
			created_at: now(),
			producer: `stores/${store.credential.storeHash}`,
			...more,
		}),
	);

const headerText = fc.stringMatching(/^[!-~]{0,80}$/);
const caseOf = (name: string, upper: boolean) => (upper ? name.toUpperCase() : name.toLowerCase());

const assertAll = async <T>(
	kind: fc.Arbitrary<T>,
	allowed: number[],
	send: (given: T) => Promise<number>,
) =>
	await fc.assert(
		fc.asyncProperty(kind, async (given) => {
			expect(allowed).toContain(await send(given));
			expect(made.executions).toHaveLength(started);
		}),
		{ numRuns: RUNS },
	);

describe('no execution is started', () => {
	it('by forged deliveries: all is right but the secret', async () => {
		const guess = fc.oneof(
			headerText,
			fc.nat(63).map((length) => secretOf(made).slice(0, length)),
			fc.nat(63).map((at) => secretOf(made).slice(0, at) + 'g' + secretOf(made).slice(at + 1)),
			fc.constant(`${secretOf(made)}0`),
			fc.constant(undefined),
		);
		await assertAll(
			fc.record({ id: fc.nat(), guess, upper: fc.boolean() }),
			[401],
			async ({ id, guess: secret, upper }) => {
				const body = eventOf(id);
				const { 'X-N8n-Secret': _right, ...headers } = genuine(body);
				const given = secret === undefined ? {} : { [caseOf('X-N8n-Secret', upper)]: secret };
				return await post(body, { ...headers, ...given });
			},
		);
	}, 60_000);

	it('by tampered deliveries, each of which is seen: something was changed after it was signed', async () => {
		const part = fc.constantFrom('body', 'id', 'timestamp', 'signature', 'none', 'old');
		await assertAll(
			fc.record({ id: fc.nat(), part, at: fc.nat(), by: fc.integer({ min: 1, max: 9 }) }),
			[500],
			async ({ id, part: changed, at, by }) => {
				const body = eventOf(id);
				const tampered = Buffer.from(body);
				const headers: Record<string, string> = genuine(body);
				const digit = /\d/g;
				const turn = (text: string) =>
					text.replace(digit, (one) => String((Number(one) + by) % 10));
				if (changed === 'body') {
					// The id of the order, so that it stays JSON.
					const other = Buffer.from(eventOf(id + by));
					return await post(other, headers);
				}
				if (changed === 'id') headers['Webhook-Id'] = `msg_${at}x`;
				if (changed === 'timestamp')
					headers['Webhook-Timestamp'] = turn(headers['Webhook-Timestamp']!);
				if (changed === 'signature')
					headers['Webhook-Signature'] = `v1,${Buffer.from(String(at)).toString('base64')}`;
				if (changed === 'none') delete headers['Webhook-Signature'];
				if (changed === 'old')
					Object.assign(headers, genuine(body, 'msg_1', now() - 301 - (at % 1_000_000)));
				return await post(tampered, headers);
			},
		);
		const reasons = made.failures.splice(0).map(({ message }) => message);
		expect(reasons.length).toBeGreaterThanOrEqual(RUNS);
		expect(reasons.filter((reason) => !reason.includes("'Require Signature' is on"))).toEqual([]);
	}, 60_000);

	it('by replayed deliveries: they were handed on before', async () => {
		made.parameters = {
			events: ['store/order/created'],
			fetchFullRecord: false,
			skipIncomplete: false,
			settings: { requireSignature: true },
		};
		const first = Array.from({ length: 20 }, (_, id) => ({
			id: 9_000 + id,
			messageId: `first_${id}`,
		}));
		for (const { id, messageId } of first) {
			const body = eventOf(id);
			expect(await post(body, genuine(body, messageId))).toBe(200);
		}
		expect(made.executions).toHaveLength(started + first.length);
		started = made.executions.length;
		await assertAll(
			fc.record({
				which: fc.constantFrom(...first),
				other: fc.nat(),
				same: fc.constantFrom('hash', 'id', 'both'),
			}),
			[200],
			async ({ which: { id, messageId }, other, same }) => {
				const hash = same === 'id' ? { hash: `other_${other}` } : {};
				const body = eventOf(id, hash);
				return await post(body, genuine(body, same === 'hash' ? `again_${other}` : messageId));
			},
		);
	}, 60_000);

	it('by malformed deliveries: the secret and the signature are right', async () => {
		const wrong = fc.oneof(
			fc.json().map((text) => Buffer.from(text)),
			fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
			fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
			fc.nat().map((id) => eventOf(id).subarray(0, -1)),
			fc.jsonValue().map((scope) => eventOf(1, { scope: [scope] })),
			fc
				.oneof(fc.integer(), fc.string(), fc.array(fc.integer(), { minLength: 1 }))
				.map((data) => eventOf(1, { data })),
			fc
				.stringMatching(/^[a-z0-9]{1,12}$/)
				.map((other) => eventOf(1, { producer: `stores/${other}` })),
			fc.constant(Buffer.alloc(0)),
			fc.constant(eventOf(1, { more: '['.repeat(20_000) })).map((body) => body.subarray(0, -2)),
			fc.constant(Buffer.from('['.repeat(100_000))),
		);
		const type = fc.constantFrom(
			JSON_TYPE,
			'text/plain',
			'application/xml',
			'application/octet-stream',
		);
		await assertAll(
			fc.record({ body: wrong, type }),
			[400, 401],
			async ({ body, type: contentType }) =>
				await post(body, { ...genuine(body), 'Content-Type': contentType }),
		);
	}, 60_000);
});
