import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { InputError } from '../api/inputError';
import type { Operation, Resource } from './define';
import { toNodeError } from './errors';
import { assertRecentN8n } from './recentN8n';
import { RunContext } from './runContext';
import { runEach } from './runEach';
import { runMany } from './runMany';
import { asText } from './values';

function findOperation(resources: readonly Resource[], resource: string, value: string): Operation {
	const operation = resources
		.find((entry) => entry.value === resource)
		?.operations.find((entry) => entry.value === value);
	if (!operation)
		throw new InputError(`This version of the node has no operation '${value}' for '${resource}'`);
	return operation;
}

/** The action node's `execute`. Pairing, failed items and cancelling are known to the two ways to run alone. */
export async function runOperation(
	this: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	try {
		const operation = findOperation(
			resources,
			asText(this.getNodeParameter('resource', 0), 'Resource'),
			asText(this.getNodeParameter('operation', 0), 'Operation'),
		);
		assertRecentN8n(this, 'addExecutionHints', 'getExecutionCancelSignal');
		assertRecentN8n(this.helpers, 'checkProcessedAndRecord');
		const run = new RunContext(this);
		if (!operation.connects) await run.connect();
		return [
			operation.each ? await runEach(this, operation, run) : await runMany(this, operation, run),
		];
	} catch (error) {
		this.getExecutionCancelSignal?.()?.throwIfAborted();
		throw toNodeError(this.getNode(), error);
	}
}
