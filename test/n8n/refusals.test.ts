import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';

import { packageName } from '../../demo/examples.ts';
import { listExecutions, waitForExecutions } from '../../demo/n8n/executions.ts';
import { activate } from '../../demo/n8n/publication.ts';
import { importWorkflow, withCredential } from '../../demo/n8n/workflows.ts';
import { payload, signatureHeaders } from '../../demo/store/webhooks/signature.ts';
import { useN8n } from '../support/n8n/suite.ts';

const MB = 1024 * 1024;

describe('deliveries to a real n8n', () => {
	const suite = useN8n();
	let workflowId: string;
	let address: string;
	let secret: string;
	let genuine = 0;

	beforeAll(async () => {
		const workflow = {
			name: 'Refusals',
			nodes: [
				{
					id: randomUUID(),
					webhookId: randomUUID(),
					name: 'Trigger',
					type: `${packageName}.bigCommerceTrigger`,
					typeVersion: 1,
					position: [0, 0] as [number, number],
					parameters: {
						events: ['store/order/created'],
						fetchFullRecord: false,
						skipIncomplete: false,
						settings: { requireSignature: true },
					},
				},
			],
			connections: {},
		};
		const ready = withCredential(workflow, packageName, suite.credential);
		workflowId = (await importWorkflow(suite.n8n, ready)).id;
		await activate(suite.n8n, workflowId);
		const [hook] = suite.store.state.hooks.values();
		address = `${suite.n8n.origin}${new URL(hook?.destination ?? '').pathname}`;
		secret = hook?.headers?.['X-N8n-Secret'] ?? '';
	}, 120_000);

	const now = () => Math.floor(Date.now() / 1000);

	const event = (hash = suite.store.state.store.hash, id = 118) =>
		payload('store/order/created', { type: 'order', id }, 1_002_003, hash, now());

	/** What BigCommerce itself would send along with the body. */
	const signed = (
		body: string,
		at = now(),
		clientSecret = suite.store.credential.clientSecret,
	) => ({
		'Content-Type': 'application/json',
		'X-N8n-Secret': secret,
		...signatureHeaders(`msg_${randomUUID()}`, at, body, clientSecret),
	});

	/** With `Content-Length` where it is not told otherwise; the answer may come before all was sent. */
	const postOnce = async (
		body: string | Buffer,
		headers: Record<string, string>,
		chunked: boolean,
	) =>
		await new Promise<number>((resolve, reject) => {
			const length = chunked ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
			const outgoing = request(
				address,
				{ method: 'POST', agent: false, headers: { ...headers, ...length } },
				(response) => {
					response.resume();
					resolve(response.statusCode ?? 0);
				},
			);
			outgoing.once('error', reject);
			outgoing.end(body);
		});

	/** Who hangs up before all was sent may take the answer along: what was refused is sent once more, as it started nothing. */
	const post = async (body: string | Buffer, headers: Record<string, string>, chunked = false) => {
		for (let left = 3; ; left--) {
			const [sending] = await Promise.allSettled([postOnce(body, headers, chunked)]);
			if (sending.status === 'fulfilled') return sending.value;
			const { code } = sending.reason as NodeJS.ErrnoException;
			if (left === 0 || code !== 'EPIPE') throw sending.reason;
		}
	};

	const huge = (megabytes: number) => JSON.stringify({ more: 'x'.repeat(megabytes * MB) });

	const json = { 'Content-Type': 'application/json' };
	/** Signed as it should be, and then changed. */
	const sent = async (body: string, changed: Record<string, string> = {}, chunked = false) =>
		await post(body, { ...signed(body), ...changed }, chunked);

	const refused: Array<[number, string, () => Promise<number>]> = [
		[401, 'without the secret', async () => await post(event(), json)],
		[401, 'with another secret', async () => await sent(event(), { 'X-N8n-Secret': 'x' })],
		[401, 'of nobody known, however large', async () => await post(huge(17), json)],
		[401, 'of nobody known, and not JSON', async () => await post('{', json)],
		[500, 'without a signature', async () => await post(event(), { 'X-N8n-Secret': secret })],
		[500, 'signed by another', async () => await sent(event(), signed(event(), now(), 'another'))],
		[500, 'signed for another body', async () => await sent(event(), signed('{}'))],
		[
			500,
			'signed long ago',
			async () => {
				const body = event();
				return await post(body, signed(body, now() - 400));
			},
		],
		[401, 'of another store', async () => await sent(event('other1'))],
		[400, 'without a body', async () => await sent('')],
		[400, 'that are JSON and no event', async () => await sent('[1]')],
		[400, 'that are not JSON', async () => await sent('{"scope":')],
		[400, 'of text', async () => await sent('hello', { 'Content-Type': 'text/plain' })],
		[400, 'of XML', async () => await sent('<a', { 'Content-Type': 'application/xml' })],
		[
			400,
			'of a form',
			async () => await sent('a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }),
		],
		[
			400,
			'of a form with files',
			async () => await sent('--a--', { 'Content-Type': 'multipart/form-data; boundary=a' }),
		],
		[
			400,
			'that say they are compressed',
			async () => await sent(event(), { 'Content-Encoding': 'gzip' }),
		],
		[413, 'of 2 MB', async () => await sent(huge(2))],
		[413, 'of 2 MB whose length was not told', async () => await sent(huge(2), {}, true)],
		[413, 'of 17 MB', async () => await sent(huge(17))],
		[413, 'of 17 MB whose length was not told', async () => await sent(huge(17), {}, true)],
		[413, 'of 17 MB compressed to little', async () => await compressed(huge(17))],
	];

	const compressed = async (body: string) =>
		await post(gzipSync(body), { ...signed(body), 'Content-Encoding': 'gzip' });

	it.each(refused)('get %i and start nothing: %s', async (status, _what, send) => {
		expect(await send()).toBe(status);
	});

	const upper = (headers: Record<string, string>) =>
		Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));

	it.each<[string, (body: string) => Promise<number>]>([
		['as BigCommerce sends them', async (body) => await sent(body)],
		['with header names in any case', async (body) => await post(body, upper(signed(body)))],
		[
			'with several signatures, one of them right',
			async (body) => {
				const headers: Record<string, string> = signed(body);
				const right = headers['webhook-signature'] ?? '';
				return await post(body, { ...headers, 'webhook-signature': `v1,AAAA ${right}` });
			},
		],
		['compressed', compressed],
	])('get 200 and start the workflow: %s', async (_what, send) => {
		expect(await send(event(undefined, 200 + ++genuine))).toBe(200);
	});

	it('have started an execution for each that was right, and a failed one for each that was not signed', async () => {
		const unsigned = refused.filter(([status]) => status === 500).length;
		await waitForExecutions(suite.n8n, workflowId, genuine + unsigned);
		const executions = await listExecutions(suite.n8n, workflowId);
		const count = (wanted: string) => executions.filter(({ status }) => status === wanted).length;
		expect([count('success'), count('error'), executions.length]).toEqual([
			genuine,
			unsigned,
			genuine + unsigned,
		]);
	}, 60_000);
});
