import type { IExecuteFunctions } from 'n8n-workflow';

import type { Client } from '../api/client';
import { Claims } from './claims';
import { connect } from './connect';
import type { Item, Run, RunPlace } from './define';
import { readInputFile } from './inputFile';
import { memoryOf } from './memory';

function placeOf(context: IExecuteFunctions): RunPlace {
	const { id: nodeId } = context.getNode();
	const { $runIndex } = context.getWorkflowDataProxy(0);
	return {
		workflowId: String(context.getWorkflow().id ?? ''),
		nodeId,
		run: [context.getExecutionId(), nodeId, $runIndex].join('/'),
	};
}

/** What all items of one run share, out of what n8n gives a node. */
export class RunContext implements Run {
	readonly signal?: AbortSignal;
	readonly memory: Run['memory'];
	readonly claims: Claims;
	private readonly context: IExecuteFunctions;
	private connected?: Client;

	constructor(context: IExecuteFunctions) {
		this.context = context;
		this.signal = context.getExecutionCancelSignal();
		this.memory = memoryOf(context);
		this.claims = new Claims(this.memory);
	}

	async connect(): Promise<void> {
		const authentication = this.context.getNodeParameter('authentication', 0, 'accessToken');
		this.connected ??= (await connect(this.context, authentication)).client;
	}

	get isConnected(): boolean {
		return this.connected !== undefined;
	}

	get client(): Client {
		if (this.connected) return this.connected;
		throw new Error("The operation asks the store, and its 'connects' says that it does not");
	}

	get place(): RunPlace {
		return placeOf(this.context);
	}

	once: Run['once'] = (name, make) => this.client.once(name, make);

	hint = (message: string): void =>
		this.context.addExecutionHints({ message, type: 'info', location: 'outputPane' });

	warn = (message: string): void => this.context.logger.warn(`BigCommerce: ${message}`);

	file: Run['file'] = async ({ index }: Item, field) =>
		await readInputFile(this.context, index, field);

	claim: Run['claim'] = async ({ index }, keys, atMost) =>
		await this.claims.take(index, keys, atMost);
}
