import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Refusal, v3Error, type Answer } from './http/answers.ts';
import { ExchangeLog, parsed } from './http/exchangeLog.ts';
import { FaultList } from './http/faultList.ts';
import { formSummary, isForm, readForm, type SentBody } from './http/form.ts';
import { Gate } from './http/gate.ts';
import { jsonText, send, sendFault } from './http/sending.ts';

export type ControlHandler = (method: string, path: string, body: unknown) => Answer;

/** The HTTP side of the store: takes requests in, asks the gate, disturbs what is to be disturbed, keeps the record. */
export class StoreServer {
	readonly faults = new FaultList();
	readonly recorded: ExchangeLog;
	maxParallel = 0;
	latencyMs: number;
	private underWay = 0;
	private readonly server: Server;
	private readonly gate: Gate;
	private readonly control: ControlHandler;

	constructor(gate: Gate, control: ControlHandler, latencyMs: number, log: (line: string) => void) {
		this.recorded = new ExchangeLog(log);
		this.gate = gate;
		this.control = control;
		this.latencyMs = latencyMs;
		this.server = createServer((request, response) => {
			this.handle(request, response).catch((error: unknown) => {
				if (!response.headersSent) response.writeHead(500);
				response.end(error instanceof Error ? error.stack : String(error));
			});
		});
		// Idle clients reuse their sockets across a test's pauses; a socket closed under a request would look like a fault.
		this.server.keepAliveTimeout = 60_000;
	}

	async listen(port: number): Promise<number> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(port, '127.0.0.1', () => resolve());
		});
		const address = this.server.address();
		return typeof address === 'object' && address !== null ? address.port : port;
	}

	async close(): Promise<void> {
		const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
		this.server.closeAllConnections();
		await closed;
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', 'http://store');
		const method = request.method ?? 'GET';
		const body = await readBody(request);
		if (url.pathname.startsWith('/_demo/')) {
			this.answerControl(method, url.pathname.slice('/_demo'.length), body.text, response);
			return;
		}
		this.underWay += 1;
		this.maxParallel = Math.max(this.maxParallel, this.underWay);
		try {
			await this.answerApi(method, url, body, request, response);
		} finally {
			this.underWay -= 1;
		}
	}

	private async answerApi(
		method: string,
		url: URL,
		body: SentBody,
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<void> {
		const at = Date.now();
		const path = url.pathname.replace(/^\/stores\/[^/]+/, '');
		const query = Object.fromEntries(url.searchParams);
		const fault = this.faults.take(method, path, query);
		const admitted = this.gate.admit({
			method,
			url,
			path,
			...body,
			headers: request.headers,
			rawUrl: `http://${request.headers.host ?? ''}${request.url ?? ''}`,
		});
		try {
			await delay(this.latencyMs);
			// A read has no effect that could be lost, so its real answer may be computed for a body that is to be cut.
			const carriedOut = fault === undefined || fault.applied === true || method === 'GET';
			const answer = carriedOut ? runGuarded(admitted.run) : undefined;
			const headers = admitted.headers();
			const sent = fault
				? await sendFault(response, fault, answer, headers)
				: send(
						response,
						{ ...answer, status: answer?.status ?? 500 },
						headers,
						path,
						request.headers.accept,
					);
			this.recorded.add({
				at,
				method,
				path,
				query,
				requestHeaders: request.headers,
				text: body.text,
				sent,
				fault,
			});
		} finally {
			admitted.done();
		}
	}

	private answerControl(
		method: string,
		path: string,
		text: string,
		response: ServerResponse,
	): void {
		const answer = runGuarded(() => this.control(method, path, parsed(text)));
		response.writeHead(answer.status, { 'Content-Type': 'application/json' });
		response.end(answer.body === undefined ? '' : jsonText(answer.body));
	}
}

function runGuarded(run: () => Answer): Answer {
	try {
		return run();
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		// A mistake in the store itself: told loudly, so that nobody takes it for BigCommerce's behaviour.
		return v3Error(
			500,
			`The demo store failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
		);
	}
}

const delay = (ms: number): Promise<void> =>
	ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms).unref());

async function readBody(request: IncomingMessage): Promise<SentBody> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const bytes = Buffer.concat(chunks);
	const contentType = request.headers['content-type'];
	const form = isForm(contentType) ? await readForm(bytes, contentType) : undefined;
	return form ? { text: jsonText(formSummary(form)), form } : { text: bytes.toString('utf8') };
}
