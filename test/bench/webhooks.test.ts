import { randomUUID } from 'node:crypto';
import { request, Agent } from 'node:http';
import { performance } from 'node:perf_hooks';

import Table from 'cli-table3';
import type { INode } from 'n8n-workflow';

import { packageName } from '../../demo/examples.ts';
import { importCredential } from '../../demo/n8n/credentials.ts';
import { activate } from '../../demo/n8n/publication.ts';
import { importWorkflow, withCredential } from '../../demo/n8n/workflows.ts';
import { payload, signatureHeaders } from '../../demo/store/webhooks/signature.ts';
import { severalAtOnce } from '../support/n8n/orderFlood.ts';
import { useN8n } from '../support/n8n/suite.ts';

/**
 * How fast n8n acknowledges events: the trigger, which verifies each, beside n8n's own Webhook node, bare and with a header
 * that it checks. For its own node n8n spares the sandbox in which it evaluates expressions (live-webhooks.js,
 * `webhookPhaseNeedsIsolate`), and it makes another one whenever a credential is read: that is most of the difference.
 */
const EVENTS = 600;
const AT_ONCE = 16;
const WARM_UP = 50;
/** They take turns, so that whatever else the machine does meets all of them. */
const ROUNDS = 6;

interface Contender {
	name: string;
	address: string;
	extra: Record<string, string>;
	times: number[];
	seconds: number;
}

/** All start the same: nothing but what n8n itself does with an execution. */
const ourTrigger: INode = {
	id: randomUUID(),
	webhookId: randomUUID(),
	name: 'Trigger',
	type: `${packageName}.bigCommerceTrigger`,
	typeVersion: 1,
	position: [0, 0],
	parameters: {
		events: ['store/order/created'],
		fetchFullRecord: false,
		skipIncomplete: false,
		settings: { requireSignature: true },
	},
};
const webhookNode = (path: string, more: Partial<INode> = {}): INode => ({
	id: randomUUID(),
	webhookId: randomUUID(),
	name: 'Trigger',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	position: [0, 0],
	...more,
	parameters: {
		httpMethod: 'POST',
		path,
		responseMode: 'onReceived',
		options: { noResponseBody: true },
		...more.parameters,
	},
});

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

	let next = 1_000_000;
	const events = (count: number, extra: Record<string, string>) =>
		signedEvents((next += count) - count, count, extra);

	async function round({ address, extra, times }: Contender, count: number): Promise<number> {
		const statuses = new Set<number>();
		const startedAt = performance.now();
		await severalAtOnce(
			events(count, extra),
			async ({ headers, body }) => {
				const sentAt = performance.now();
				statuses.add(await deliver(address, headers, body));
				times.push(performance.now() - sentAt);
			},
			AT_ONCE,
		);
		const seconds = (performance.now() - startedAt) / 1000;
		expect([...statuses]).toEqual([200]);
		return seconds;
	}

	async function contender(name: string, trigger: INode): Promise<Contender> {
		const workflow = { name, nodes: [trigger], connections: {} };
		const { id } = await importWorkflow(
			suite.n8n,
			withCredential(workflow, packageName, suite.credential),
		);
		await activate(suite.n8n, id);
		const [hook] = suite.store.state.hooks.values();
		const path =
			trigger === ourTrigger
				? new URL(hook?.destination ?? '').pathname
				: `/webhook/${String(trigger.parameters.path)}`;
		return {
			...{ name, address: `${suite.n8n.origin}${path}`, extra: { ...hook?.headers } },
			...{ times: [], seconds: 0 },
		};
	}

	it('by all, round after round', async () => {
		const header = { name: 'X-Bench', value: randomUUID() };
		const { id, name } = await importCredential(suite.n8n, {
			name: 'Header',
			type: 'httpHeaderAuth',
			data: header,
		});
		const checked = webhookNode('checked', {
			parameters: { authentication: 'headerAuth' },
			credentials: { httpHeaderAuth: { id, name } },
		});
		const all = [
			await contender("n8n's Webhook node, unverified", webhookNode('plain')),
			await contender("n8n's Webhook node, header checked", checked),
			await contender('BigCommerce Trigger, secret and signature verified', ourTrigger),
		];
		for (const one of all) {
			one.extra[header.name] = header.value;
			await round(one, WARM_UP);
			one.times.length = 0;
		}
		for (let number = 0; number < ROUNDS; number++)
			for (const one of all) one.seconds += await round(one, EVENTS / ROUNDS);
		for (const { name: what, times, seconds } of all) {
			times.sort((a, b) => a - b);
			const at = (share: number) =>
				`${Math.round(times[Math.ceil(share * times.length) - 1] ?? 0)} ms`;
			const numbers = [EVENTS, AT_ONCE, Math.round(EVENTS / seconds)].map(String);
			rows.push([what, ...numbers, at(0.5), at(0.99)]);
		}
	}, 900_000);
});
