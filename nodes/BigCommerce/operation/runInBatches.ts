import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../api/batch';
import type { Client } from '../api/client';
import type { Begun, Operation, Output, Row } from './define';
import { errorItem, noted, toNodeError } from './errors';
import { paramsReader, type AnyParams } from './readParams';
import { asItem, shaped } from './shape';

/** Items whose values are held at a time: several of the largest batches, whatever the length of the input. */
const STRETCH = 10_000;

type Batched = Extract<Operation, { inBatches: unknown }>;
type Finish = Parameters<Begun['atEnd']>[0];
type CarryOut = (prepared: unknown[]) => Promise<Array<Outcome<Output>>>;

interface Prepared {
	index: number;
	simplifying: AnyParams;
	record: unknown;
}

/**
 * Items that are written many at a time, a stretch of them after the other. Each has its own result or its own error;
 * without "continue on fail" the first error ends the run, and says what was written before it.
 */
export async function runInBatches(
	context: IExecuteFunctions,
	operation: Batched,
	client: Client,
): Promise<INodeExecutionData[]> {
	const total = context.getInputData().length;
	const signal = context.getExecutionCancelSignal();
	const begin = operation.inBatches.begin as (given: Begun) => CarryOut;
	let finish: Finish = async () => [];
	const carryOut = begin({
		client,
		signal,
		atEnd: (last) => (finish = last),
		hint: (message) => context.addExecutionHints({ message, type: 'info', location: 'outputPane' }),
	});
	const readParams = paramsReader(context, operation.fields);
	const output: INodeExecutionData[] = [];
	let written = 0;
	let unreadable = 0;
	const wroteSoFar = () => `${written} of ${total} items were carried out`;

	for (let start = 0; start < total; start += STRETCH) {
		const end = Math.min(start + STRETCH, total);
		const { prepared, failed } = prepareStretch(context, operation, readParams, start, end);
		unreadable += failed.size;
		const first = failed.entries().next().value;
		if (first && !context.continueOnFail())
			throw noted(toNodeError(context.getNode(), first[1], first[0]), wroteSoFar());
		const outcomes = await carryOut(prepared.map(({ record }) => record)).catch(
			(error: unknown): Array<Outcome<Output>> => {
				if (signal?.aborted) context.logger.warn(`BigCommerce: cancelled; ${wroteSoFar()}`);
				signal?.throwIfAborted();
				return prepared.map(() => ({ error }));
			},
		);
		written += outcomes.filter(({ error }) => error === undefined).length;
		for (const [position, { index, simplifying }] of prepared.entries()) {
			const outcome = outcomes[position] as Outcome<Output>;
			if (outcome.result === undefined) failed.set(index, outcome.error);
			else
				output[index] = asItem({
					json: shaped(operation, simplifying, outcome.result),
					from: [index],
				});
		}
		if (failed.size > 0 && !context.continueOnFail()) {
			const [index, error] = [...failed].sort(([a], [b]) => a - b)[0] as [number, unknown];
			throw noted(toNodeError(context.getNode(), error, index), wroteSoFar());
		}
		for (const [index, error] of failed) output[index] = errorItem(error, index);
		if (total > STRETCH) context.sendMessageToUI(`BigCommerce: ${end} of ${total} items done`);
	}
	for (const json of await finish({ unreadable })) output.push(asItem({ json, from: [] }));
	return output;
}

function prepareStretch(
	context: IExecuteFunctions,
	operation: Batched,
	readParams: (index: number) => AnyParams,
	start: number,
	end: number,
): { prepared: Prepared[]; failed: Map<number, unknown> } {
	const items = context.getInputData();
	const prepare = operation.inBatches.prepare as unknown as (row: Row<AnyParams>) => unknown;
	const prepared: Prepared[] = [];
	const failed = new Map<number, unknown>();
	for (let index = start; index < end; index++) {
		try {
			const params = readParams(index);
			const item = items[index] as INodeExecutionData;
			prepared.push({
				index,
				record: prepare({ index, params, item }),
				simplifying: 'simplify' in params ? { simplify: params.simplify } : {},
			});
		} catch (error) {
			failed.set(index, error);
		}
	}
	return { prepared, failed };
}
