import { randomUUID } from 'node:crypto';
import { request, Agent } from 'node:http';
import { performance } from 'node:perf_hooks';

import Table from 'cli-table3';
import type { INode } from 'n8n-workflow';

import { packageName } from '../../demo/examples.ts';
import { activate } from '../../demo/n8n/publication.ts';
import { importWorkflow, withCredential } from '../../demo/n8n/workflows.ts';
import { payload, signatureHeaders } from '../../demo/store/webhooks/signature.ts';
import { severalAtOnce } from '../support/n8n/orderFlood.ts';
import { useN8n } from '../support/n8n/suite.ts';

/** How fast n8n acknowledges events: the trigger, which verifies each, beside n8n's own Webhook node, which does not. */
const EVENTS = 600;
const AT_ONCE = 16;
const WARM_UP = 50;

interface Measured {
	perSecond: number;
	p50: number;
	p99: number;
	statuses: number[];
}

/** Both start the same: nothing but what n8n itself does with an execution. */
const ourTrigger: INode = {
	id: randomUUID(),
	webhookId: randomUUID(),
	name: 'Trigger',
	type: `${packageName}.bigCommerceTrigger`,
	typeVersion: 1,
	position: [0, 0],
	parameters: { events: ['store/order/created'], settings: { requireSignature: true } },
};
const plainWebhook: INode = {
	id: randomUUID(),
	webhookId: randomUUID(),
	name: 'Trigger',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	position: [0, 0],
	parameters: {
		httpMethod: 'POST',
		path: 'plain',
		responseMode: 'onReceived',
		options: { noResponseBody: true },
	},
};

describe('events acknowledged by a real n8n', () => {
	const suite = useN8n();
	const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
	const rows: string[][] = [];

	afterAll(() => {
		agent.destroy();
		const table = new Table({
			head: ['trigger', 'events', 'at once', 'per second', 'median', '99th percentile'],
		});
		table.push(...rows);
		console.log(table.toString());
	});

	const deliver = async (address: string, headers: Record<string, string>, body: string) =>
		await new Promise<number>((resolve, reject) => {
			const outgoing = request(
				address,
				{
					method: 'POST',
					agent,
					headers: {
						...headers,
						'Content-Type': 'application/json',
						'Content-Length': Buffer.byteLength(body),
					},
				},
				(response) => response.resume().once('end', () => resolve(response.statusCode ?? 0)),
			);
			outgoing.once('error', reject).end(body);
		});

	/** Signed events of orders that all differ, so that none is dropped as a repeat. */
	function signedEvents(first: number, count: number, extra: Record<string, string>) {
		const { state, credential } = suite.store;
		const now = Math.floor(Date.now() / 1000);
		return Array.from({ length: count }, (_, index) => {
			const data = { type: 'order', id: first + index };
			const { storeId, hash } = state.store;
			const body = payload('store/order/created', data, storeId, hash, now);
			const signed = signatureHeaders(`msg_${randomUUID()}`, now, body, credential.clientSecret);
			return { body, headers: { ...signed, ...extra } };
		});
	}

	async function measure(address: string, extra: Record<string, string>): Promise<Measured> {
		for (const { headers, body } of signedEvents(1_000_000, WARM_UP, extra))
			await deliver(address, headers, body);
		const times: number[] = [];
		const statuses: number[] = [];
		const startedAt = performance.now();
		await severalAtOnce(
			signedEvents(2_000_000, EVENTS, extra),
			async ({ headers, body }) => {
				const sentAt = performance.now();
				statuses.push(await deliver(address, headers, body));
				times.push(performance.now() - sentAt);
			},
			AT_ONCE,
		);
		const seconds = (performance.now() - startedAt) / 1000;
		times.sort((a, b) => a - b);
		const at = (share: number) => times[Math.ceil(share * times.length) - 1] ?? 0;
		return { perSecond: EVENTS / seconds, p50: at(0.5), p99: at(0.99), statuses };
	}

	const started = async (name: string, trigger: INode) => {
		const workflow = { name, nodes: [trigger], connections: {} };
		const { id } = await importWorkflow(
			suite.n8n,
			withCredential(workflow, packageName, suite.credential),
		);
		await activate(suite.n8n, id);
	};

	it.each([
		{ name: "n8n's Webhook node, unverified", trigger: plainWebhook },
		{ name: 'BigCommerce Trigger, secret and signature verified', trigger: ourTrigger },
	])(
		'by $name',
		async ({ name, trigger }) => {
			await started(name, trigger);
			const [hook] = suite.store.state.hooks.values();
			const path =
				trigger === ourTrigger ? new URL(hook?.destination ?? '').pathname : '/webhook/plain';
			const { perSecond, p50, p99, statuses } = await measure(
				`${suite.n8n.origin}${path}`,
				hook?.headers ?? {},
			);
			rows.push([
				name,
				...[EVENTS, AT_ONCE, Math.round(perSecond)].map(String),
				...[p50, p99].map((ms) => `${Math.round(ms)} ms`),
			]);
			expect(new Set(statuses)).toEqual(new Set([200]));
		},
		180_000,
	);
});
