import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'flatted';
import type { IDataObject, INodeExecutionData, IRun, IRunData } from 'n8n-workflow';
import type { N8n } from './instance.ts';
import { isOldestN8n } from './paths.ts';
import { rest } from './rest.ts';
import { getWorkflow, importWorkflow, startNode } from './workflows.ts';
import type { WorkflowJson } from './workflows.ts';

export type ExecutionSummary = {
	id: string;
	status: string;
	mode: string;
	workflowId: string;
	startedAt: string;
	stoppedAt?: string;
};

export type Execution = ExecutionSummary & {
	/** What each node gave out at its first output, all its runs together; in the order they ran. */
	items: Record<string, IDataObject[]>;
	/** Every output of each node, its items as n8n holds them (with `pairedItem`). */
	outputs: Record<string, INodeExecutionData[][]>;
	error?: { message: string; description?: string; node?: string };
};

type Stored = ExecutionSummary & { data: string };

const unfinished = new Set(['new', 'running', 'unknown']);

/** Runs a workflow (a stored one by its id, or a new one) from its trigger and waits for its end. */
export async function runWorkflow(
	n8n: N8n,
	workflow: string | WorkflowJson,
	{ limit = 120_000 }: { limit?: number } = {},
): Promise<Execution> {
	const stored =
		typeof workflow === 'string'
			? await getWorkflow(n8n, workflow)
			: await importWorkflow(n8n, workflow);
	const started = await rest<{ executionId?: string }>(n8n, 'POST', `/workflows/${stored.id}/run`, {
		triggerToStartFrom: { name: startNode(stored).name },
		// n8n 1 runs what it is sent, later ones what they have stored.
		...(isOldestN8n && { workflowData: stored }),
	});
	if (!started.executionId) {
		throw new Error(`The workflow "${stored.name}" waits for an event instead of running`);
	}
	return await finishedExecution(n8n, started.executionId, limit);
}

export async function listExecutions(n8n: N8n, workflowId: string): Promise<ExecutionSummary[]> {
	const filter = JSON.stringify({ workflowId });
	const found = await rest<{ results: ExecutionSummary[] }>(n8n, 'GET', '/executions', undefined, {
		filter,
		limit: 100,
	});
	return found.results;
}

/** Waits until the workflow has `count` finished executions; the newest comes first. */
export async function waitForExecutions(
	n8n: N8n,
	workflowId: string,
	count: number,
	{ limit = 30_000 }: { limit?: number } = {},
): Promise<Execution[]> {
	const deadline = Date.now() + limit;
	for (;;) {
		const listed = await listExecutions(n8n, workflowId);
		const finished = listed.filter(({ status }) => !unfinished.has(status));
		if (finished.length >= count) {
			return await Promise.all(finished.map(({ id }) => finishedExecution(n8n, id, limit)));
		}
		if (Date.now() > deadline) {
			throw new Error(
				`${finished.length} of ${count} executions finished within ${limit / 1000} s`,
			);
		}
		await sleep(100);
	}
}

export async function finishedExecution(n8n: N8n, id: string, limit: number): Promise<Execution> {
	const deadline = Date.now() + limit;
	for (;;) {
		const stored = await rest<Stored>(n8n, 'GET', `/executions/${id}`);
		const data = unfinished.has(stored.status)
			? undefined
			: (parse(stored.data) as IRun['data'] | undefined);
		// n8n 1 tells the end a moment before it has written what came of it.
		if (data) return readExecution(stored, data);
		if (Date.now() > deadline) {
			throw new Error(`Execution ${id} was still ${stored.status} after ${limit / 1000} s`);
		}
		await sleep(100);
	}
}

function readExecution(summary: ExecutionSummary, { resultData }: IRun['data']): Execution {
	const { error } = resultData;
	const { id, status, mode, workflowId, startedAt, stoppedAt } = summary;
	return {
		...{ id, status, mode, workflowId, startedAt, stoppedAt },
		outputs: mapRuns(resultData.runData, allOutputs),
		items: mapRuns(resultData.runData, (runs) =>
			(allOutputs(runs)[0] ?? []).map(({ json }) => json),
		),
		...(error && {
			error: {
				message: error.message,
				description: error.description ?? undefined,
				node: 'node' in error ? error.node?.name : undefined,
			},
		}),
	};
}

type Runs = IRunData[string];

function mapRuns<T>(runData: IRunData, read: (runs: Runs) => T): Record<string, T> {
	return Object.fromEntries(Object.entries(runData).map(([name, runs]) => [name, read(runs)]));
}

function allOutputs(runs: Runs): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [];
	for (const { data } of runs) {
		for (const [index, items] of (data?.main ?? []).entries()) {
			outputs[index] = [...(outputs[index] ?? []), ...(items ?? [])];
		}
	}
	return outputs;
}
