import { additionalData, asNode, asWorkflow, type NodeSetting } from './n8nCore';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HookContext, WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { BigCommerceTrigger } from '../../nodes/BigCommerce/BigCommerceTrigger.node';

const type = new BigCommerceTrigger();
const hooks = type.webhookMethods.default!;

/** Where BigCommerce would find this n8n. */
export const PUBLIC_ORIGIN = 'https://n8n.example.com';

export interface TriggerSetting extends Partial<Omit<NodeSetting, 'parameters'>> {
	publicOrigin?: string;
	/** The editor listens for one event: a test address, and a memory of its own. */
	isTest?: boolean;
}

let workflows = 0;

/** The body as n8n parses it; undefined where it says JSON and is none. */
function parsed(rawBody: Buffer, contentType = ''): unknown {
	if (!contentType.startsWith('application/json') || rawBody.length === 0) return {};
	try {
		return JSON.parse(rawBody.toString()) as unknown;
	} catch {
		return undefined;
	}
}

/** n8n takes no more (N8N_PAYLOAD_SIZE_MAX), and says so in the error. */
const MOST_BYTES = 16 * 1024 * 1024;

async function readAll(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request) {
		chunks.push(chunk as Buffer);
		length += (chunk as Buffer).length;
		if (length > MOST_BYTES)
			throw Object.assign(new Error('request entity too large'), { status: 413 });
	}
	return Buffer.concat(chunks);
}

/** A published workflow with the trigger in it, on the real n8n-core, behind an HTTP server of its own. */
export class Trigger {
	/** The items that each started execution began with. */
	readonly executions: IDataObject[][] = [];
	/** What n8n would show as a failed execution. */
	readonly failures: Error[] = [];
	/** What the node said in n8n's log, by level. */
	readonly log: string[] = [];
	/** n8n's static data of the workflow, as its database would hold it. */
	memory: Record<string, IDataObject> = {};
	credential: object;
	parameters: object;
	/** n8n takes the items, and then cannot start an execution: its queue or its database is away. */
	cannotStart = false;
	private readonly workflowId = `workflow-${++workflows}`;
	private readonly setting: TriggerSetting;
	private readonly server: Server;

	constructor(credential: object, parameters: object, setting: TriggerSetting = {}) {
		this.credential = credential;
		this.parameters = parameters;
		this.setting = setting;
		this.server = createServer((request, response) => void this.answer(request, response));
	}

	async listen(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
	}

	/** Stands behind the public origin. */
	get localOrigin(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	get address(): string {
		const { publicOrigin = PUBLIC_ORIGIN, isTest, webhookId = 'hook-1' } = this.setting;
		return `${publicOrigin}/${isTest ? 'webhook-test' : 'webhook'}/${webhookId}/webhook`;
	}

	/** What the editor shows below the node's name. */
	subtitle(): unknown {
		const { node, workflow } = this.workflow();
		return workflow.expression.getSimpleParameterValue(
			node,
			type.description.subtitle,
			'manual',
			{},
		);
	}

	/** As n8n does when a workflow is published, and at each start. */
	async publish(): Promise<'existed' | 'created'> {
		if (await this.hook('checkExists')) return 'existed';
		await this.hook('create');
		return 'created';
	}

	async unpublish(): Promise<void> {
		await this.hook('delete');
	}

	/** Runs one webhook method, and keeps the static data that it leaves behind. */
	async hook(method: 'checkExists' | 'create' | 'delete'): Promise<boolean> {
		const { node, workflow } = this.workflow();
		const { isTest } = this.setting;
		const context = new HookContext(
			workflow,
			node,
			this.additionalData(),
			isTest ? 'manual' : 'trigger',
			isTest ? 'manual' : 'activate',
			this.webhookData(),
		);
		const done = await hooks[method].call(context);
		this.memory = JSON.parse(JSON.stringify(workflow.staticData)) as Trigger['memory'];
		return done;
	}

	private workflow() {
		const given: NodeSetting = {
			name: 'BigCommerce Trigger',
			webhookId: 'hook-1',
			workflowId: this.workflowId,
			staticData: structuredClone(this.memory),
			...this.setting,
			parameters: this.parameters as NodeSetting['parameters'],
		};
		const node: INode = asNode(type, given);
		return { node, workflow: asWorkflow(type, node, given) };
	}

	private additionalData(more: object = {}): IWorkflowExecuteAdditionalData {
		const { publicOrigin = PUBLIC_ORIGIN } = this.setting;
		return {
			...additionalData(this.credential),
			webhookBaseUrl: `${publicOrigin}/webhook`,
			webhookTestBaseUrl: `${publicOrigin}/webhook-test`,
			...more,
		};
	}

	private webhookData(): IWebhookData {
		const { isTest = false } = this.setting;
		return { webhookDescription: type.description.webhooks![0], isTest } as IWebhookData;
	}

	/** Treats the request, and what the node gives back, as n8n 2.41 does. */
	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { node, workflow } = this.workflow();
		const respond = (status: number, body?: object) => {
			response.writeHead(status, { 'Content-Type': 'application/json' });
			response.end(body && JSON.stringify(body));
		};
		const httpRequest = Object.assign(request, {
			rawBody: undefined as Buffer | undefined,
			body: undefined as unknown,
			readRawBody: async () => void (httpRequest.rawBody ??= await readAll(request)),
		});
		const { binaryData } = (node.parameters.options ?? {}) as { binaryData?: unknown };
		if (!binaryData) {
			await httpRequest.readRawBody();
			httpRequest.body = parsed(httpRequest.rawBody!, request.headers['content-type']);
			// n8n answers so by itself, and never asks the node.
			if (httpRequest.body === undefined) return respond(422);
		}
		const httpResponse = Object.assign(response, {
			status: (code: number) => ({ json: (body: object) => respond(code, body) }),
		});
		const context = new WebhookContext(
			workflow,
			node,
			this.additionalData({ httpRequest, httpResponse }),
			'webhook',
			this.webhookData(),
			[],
			null,
		);
		const note = (level: string) => (message: string) => void this.log.push(`${level}: ${message}`);
		Object.defineProperty(context, 'logger', {
			value: { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') },
		});
		try {
			const result: IWebhookResponseData = await type.webhook.call(context);
			const [items] = result.workflowData ?? [];
			if (items && this.cannotStart) return respond(500);
			if (items) this.executions.push(items.map(({ json }) => json));
			if (!result.noWebhookResponse) respond(200);
		} catch (error) {
			this.failures.push(error as Error);
			respond(500);
		}
	}
}
