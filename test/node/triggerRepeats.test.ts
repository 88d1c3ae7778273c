import axios from 'axios';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { closeTriggers, localAddress, publishTrigger, secretOf } from '../support/publishedTrigger';
import type { Trigger } from '../support/runTrigger';

let store: DemoStore;
let made: Trigger;

const EVENTS = {
	events: ['store/order/created', 'store/order/updated'],
	fetchFullRecord: false,
	skipIncomplete: false,
};

beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
beforeEach(async () => {
	store.reset();
	made = await publishTrigger(store, EVENTS);
});
afterEach(closeTriggers);

interface Sent {
	hash?: string;
	messageId?: string;
	to?: Trigger;
	timeout?: number;
}

const deliver = async ({ hash = 'a', messageId, to = made, timeout = 0 }: Sent = {}) => {
	const body = { scope: 'store/order/created', data: { type: 'order', id: 101 }, hash };
	const answer = await axios.post(localAddress(to), body, {
		proxy: false,
		timeout,
		validateStatus: () => true,
		headers: { 'X-N8n-Secret': secretOf(to), ...(messageId && { 'Webhook-Id': messageId }) },
	});
	return answer.status;
};

describe('a delivery that comes again', () => {
	it('is answered with 200, and starts nothing', async () => {
		expect(await deliver({ messageId: '1' })).toBe(200);
		expect(await deliver({ messageId: '1' })).toBe(200);
		expect(await deliver({ messageId: '2' })).toBe(200);
		expect(await deliver({ hash: 'b', messageId: '1' })).toBe(200);
		expect(made.executions).toHaveLength(1);
		expect(await deliver({ hash: 'b', messageId: '3' })).toBe(200);
		expect(made.executions).toHaveLength(2);
	});

	it('counts as one however many arrive at once', async () => {
		const statuses = await Promise.all(Array.from({ length: 30 }, async () => await deliver()));
		expect(new Set(statuses)).toEqual(new Set([200]));
		expect(made.executions).toHaveLength(1);
	});

	it('is taken when n8n could not start the execution the first time', async () => {
		made.cannotStart = true;
		const statuses = await Promise.all([deliver(), deliver(), deliver()]);
		expect(statuses).toEqual([500, 500, 500]);
		made.cannotStart = false;
		expect(await deliver()).toBe(200);
		expect(made.executions).toHaveLength(1);
	});

	it('is taken when it was refused the first time', async () => {
		const { credential } = made;
		made.credential = { ...store.credential, apiPath: '', storeHash: '' };
		expect(await deliver()).toBe(500);
		made.credential = credential;
		expect(await deliver()).toBe(200);
		expect(made.executions).toHaveLength(1);
	});

	it('is taken when the filters left it out the first time, and are others now', async () => {
		made.parameters = { ...EVENTS, filters: { oldStatuses: [1] } };
		expect(await deliver()).toBe(200);
		expect(made.executions).toHaveLength(0);
		made.parameters = EVENTS;
		expect(await deliver()).toBe(200);
		expect(made.executions).toHaveLength(1);
	});

	it('is taken when nobody waited for the first answer', async () => {
		made.parameters = { ...EVENTS, fetchFullRecord: true };
		store.setLatency(400);
		await expect(deliver({ timeout: 250 })).rejects.toThrow('timeout');
		expect(await deliver()).toBe(200);
		expect(made.executions).toHaveLength(2);
		expect(await deliver()).toBe(200);
		expect(made.executions).toHaveLength(2);
	});

	it('is another one for another workflow', async () => {
		const other = await publishTrigger(store, EVENTS);
		await deliver();
		await deliver({ to: other });
		expect([made.executions.length, other.executions.length]).toEqual([1, 1]);
	});
});
