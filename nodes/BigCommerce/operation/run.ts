import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { Client } from '../api/client';
import { Claims } from './claims';
import { connect } from './connect';
import type { All, Each, Here, Local, Operation, Output, Resource, Result, Row } from './define';
import { InputError } from '../api/inputError';
import { errorItem, noted, toNodeError } from './errors';
import { readInputFile } from './inputFile';
import { Lanes, type Target } from './lanes';
import { memoryOf } from './memory';
import { paramsReader, type AnyParams } from './readParams';
import { runInBatches } from './runInBatches';
import { asItem, inInputOrder, shaped } from './shape';

function findOperation(resources: readonly Resource[], resource: string, value: string): Operation {
	const operation = resources
		.find((entry) => entry.value === resource)
		?.operations.find((entry) => entry.value === value);
	if (!operation)
		throw new InputError(`This version of the node has no operation '${value}' for '${resource}'`);
	return operation;
}

/** The action node's `execute`: the only loop over items, the only place that knows of pairing and of failed items. */
export async function runOperation(
	this: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	try {
		const operation = findOperation(
			resources,
			this.getNodeParameter('resource', 0) as string,
			this.getNodeParameter('operation', 0) as string,
		);
		const connected = async () =>
			(await connect(this, this.getNodeParameter('authentication', 0, 'accessToken'))).client;
		if (operation.runLocally) {
			const runLocally = operation.runLocally as (given: Local<AnyParams>) => Results;
			return [
				await runTogether(this, operation, (given) => runLocally({ ...given, connect: connected })),
			];
		}
		const client = await connected();
		if (operation.inBatches) return [await runInBatches(this, operation, client)];
		if (!operation.runAll) return [await runEach(this, operation, client)];
		const runAll = operation.runAll as (given: All<AnyParams>) => Results;
		return [await runTogether(this, operation, (given) => runAll({ ...given, client }))];
	} catch (error) {
		this.getExecutionCancelSignal()?.throwIfAborted();
		throw toNodeError(this.getNode(), error);
	}
}

async function runEach(
	context: IExecuteFunctions,
	operation: Extract<Operation, { run: unknown }>,
	client: Client,
): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const memory = memoryOf(context);
	const claims = new Claims(memory);
	const outputs = items.map((): INodeExecutionData[] => []);
	const run = operation.run as (
		given: Each<AnyParams>,
	) => Promise<Output | Output[]> | AsyncIterable<Output[]>;
	const { target, namedBy } = operation as {
		target?: (params: AnyParams) => Target;
		namedBy?: (params: AnyParams) => string;
	};
	const writes = !operation.scope.endsWith(':read');
	const lanes = new Lanes(writes ? 'serial' : 'parallel');
	let failed: { index: number; error: unknown } | undefined;
	let carriedOut = 0;
	const soFar = () => `${carriedOut} of ${items.length} items were carried out`;

	const runItem = async (item: INodeExecutionData, index: number, params: AnyParams) => {
		const answered = run({
			client,
			params,
			item,
			memory,
			file: async (field) => await readInputFile(context, index, field),
			claim: claims.ofItem(index),
		});
		for await (const records of Symbol.asyncIterator in answered ? answered : [await answered]) {
			for (const record of [records].flat()) {
				outputs[index]?.push(asItem({ json: shaped(operation, params, record), from: [index] }));
			}
		}
	};
	const fail = (index: number, error: unknown) => {
		client.signal?.throwIfAborted();
		claims.drop(index);
		if (context.continueOnFail()) outputs[index] = [errorItem(error, index)];
		else if (!failed || index < failed.index) failed = { index, error };
	};

	const readParams = paramsReader(context, operation.fields);
	const due: Array<{ record?: Target; work: () => Promise<void> }> = [];
	const kinds = new Set<string>();
	for (const [index, item] of items.entries()) {
		try {
			const params = readParams(index);
			const record = target?.(params);
			if (namedBy) kinds.add(namedBy(params));
			const work = async () => {
				if (failed) return;
				try {
					await runItem(item, index, params);
					carriedOut++;
				} catch (error) {
					fail(index, error);
				}
			};
			due.push({ record, work });
		} catch (error) {
			fail(index, error);
		}
	}
	for (const { record, work } of due) lanes.add(kinds.size > 1 ? undefined : record, work);
	const [ended] = await Promise.allSettled([lanes.finished()]);
	if (ended.status === 'rejected') {
		if (writes && client.signal?.aborted) context.logger.warn(`BigCommerce: cancelled; ${soFar()}`);
		throw ended.reason;
	}
	if (failed) {
		const error = toNodeError(context.getNode(), failed.error, failed.index);
		throw writes && items.length > 1 ? noted(error, soFar()) : error;
	}
	await claims.keep();
	return outputs.flat();
}

type Results = AsyncIterable<Result[]>;
type RunTogether = (given: Omit<All<AnyParams>, 'client'>) => Results;

const hereIn = (context: IExecuteFunctions): Here => {
	const { id: nodeId } = context.getNode();
	const { $runIndex } = context.getWorkflowDataProxy(0);
	return {
		workflowId: String(context.getWorkflow().id ?? ''),
		nodeId,
		run: [context.getExecutionId(), nodeId, $runIndex].join('/'),
	};
};

/** All items at once: `run` says which results belong to which of them, and which failed. */
async function runTogether(
	context: IExecuteFunctions,
	operation: Operation,
	run: RunTogether,
): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[] = [];
	const failed: INodeExecutionData[] = [];
	const signal = context.getExecutionCancelSignal();
	const fail = (indexes: number | number[], error: unknown) => {
		signal?.throwIfAborted();
		const [first = 0, ...others] = [indexes].flat();
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, first);
		failed.push(...[first, ...others].map((index) => errorItem(error, index)));
	};
	const readParams = paramsReader(context, operation.fields);
	const rows: Array<Row<AnyParams>> = [];
	for (const [index, item] of context.getInputData().entries()) {
		try {
			rows.push({ index, item, params: readParams(index) });
		} catch (error) {
			fail(index, error);
		}
	}
	const given: Omit<All<AnyParams>, 'client'> = {
		rows,
		memory: memoryOf(context),
		fail,
		signal,
		hint: (message) => context.addExecutionHints({ message, type: 'info', location: 'outputPane' }),
		warn: (message) => context.logger.warn(`BigCommerce: ${message}`),
		here: hereIn(context),
	};
	const simplifying = rows[0]?.params ?? {};
	for await (const results of run(given)) {
		for (const result of results)
			output.push(asItem({ ...result, json: shaped(operation, simplifying, result.json) }));
	}
	return failed.length === 0 ? output : inInputOrder([...failed, ...output]);
}
