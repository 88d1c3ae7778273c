import { createServer, type IncomingHttpHeaders } from 'node:http';
import {
	startDemoStore,
	type DemoStore,
	type DemoStoreOptions,
} from '../../../demo/store/index.ts';

export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	/** The parsed body; undefined where it is not JSON. */
	json: unknown;
}

export interface Call {
	body?: unknown;
	headers?: Record<string, string>;
	query?: Record<string, string | number>;
	/** Sent as it is instead of a JSON body. */
	raw?: string;
	/** Sent as a multipart form instead. */
	form?: FormData;
}

export async function call(
	store: DemoStore,
	method: string,
	path: string,
	options: Call = {},
): Promise<Reply> {
	const url = new URL(`${store.origin}/stores/${store.credential.storeHash}${path}`);
	for (const [name, value] of Object.entries(options.query ?? {}))
		url.searchParams.set(name, String(value));
	const text =
		options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
	const response = await fetch(url, {
		method,
		headers: {
			'X-Auth-Token': store.credential.accessToken,
			Accept: 'application/json',
			...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
			...options.headers,
		},
		...(options.form ? { body: options.form } : {}),
		...(text === undefined ? {} : { body: text }),
	});
	const answer = await response.text();
	return { status: response.status, headers: response.headers, text: answer, json: parsed(answer) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** The beginning of a PNG, which is all of a picture that the store looks at. */
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** A form with a picture of that many bytes, and with texts. */
export function pictureForm(size: number, fields: Record<string, string> = {}): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	const bytes = new Uint8Array(Buffer.concat([PNG, Buffer.alloc(size - PNG.length, 0xff)]));
	form.set('image_file', new Blob([bytes], { type: 'image/png' }), 'Trail Mug.png');
	return form;
}

/** The `data` of a v3 answer. */
export const dataOf = <T>(reply: Reply): T => (reply.json as { data: T }).data;

/** A store for one test file, started before and stopped after its tests, reset between them. */
export function storeForTests(options: DemoStoreOptions = {}): { get store(): DemoStore } {
	let running: DemoStore | undefined;
	beforeAll(async () => {
		running = await startDemoStore(options);
	});
	beforeEach(() => running?.reset());
	afterAll(async () => await running?.stop());
	return {
		get store(): DemoStore {
			if (!running) throw new Error('the store is not running yet');
			return running;
		},
	};
}

export interface Received {
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** A receiver of webhooks whose answers can be set. */
export async function startReceiver(): Promise<{
	origin: string;
	received: Received[];
	answerWith(status: number): void;
	stop(): Promise<void>;
}> {
	const received: Received[] = [];
	let status = 200;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push({
				path: request.url ?? '',
				headers: request.headers,
				body: Buffer.concat(chunks).toString(),
			});
			response.writeHead(status);
			response.end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		origin: `http://127.0.0.1:${port}`,
		received,
		answerWith: (value) => void (status = value),
		stop: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
	};
}

/** Waits until a condition holds, at most two seconds. */
export async function until(holds: () => boolean): Promise<void> {
	const end = Date.now() + 2_000;
	while (!holds()) {
		if (Date.now() > end) throw new Error('the condition did not come true');
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
