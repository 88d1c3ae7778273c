import { sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../api/batch';
import type { Client } from '../api/client';
import type { Begun, Operation, Output, Row } from './define';
import { errorItem, noted, toNodeError } from './errors';
import { Progress } from './progress';
import { paramsReader, type AnyParams } from './readParams';
import { asItem, shaped } from './shape';

/** Items whose values are held at a time: several of the largest batches, whatever the length of the input. */
const STRETCH = 10_000;
/** So long items are read at a time without letting n8n do anything else. */
const LONGEST_MS = 50;

type Batched = Extract<Operation, { inBatches: unknown }>;
type Finish = Parameters<Begun['atEnd']>[0];
type CarryOut = (prepared: unknown[]) => Promise<Array<Outcome<Output>>>;

interface Prepared {
	index: number;
	simplifying: AnyParams;
	record: unknown;
}

/** The first of the items that failed, where a failure ends the run. */
class FailedItem extends Error {
	readonly reason: unknown;
	readonly index: number;

	constructor(failed: ReadonlyMap<number, unknown>) {
		super('An item failed');
		[this.index, this.reason] = [...failed].sort(([a], [b]) => a - b)[0] as [number, unknown];
	}
}

/**
 * Items that are written many at a time, a stretch of them after the other. Each has its own result or its own error;
 * without "continue on fail" the first error ends the run. That and a cancelled execution say what was written.
 */
export async function runInBatches(
	context: IExecuteFunctions,
	operation: Batched,
	client: Client,
): Promise<INodeExecutionData[]> {
	const run = new BatchedRun(context, operation, client);
	const signal = context.getExecutionCancelSignal();
	try {
		return await run.toEnd();
	} catch (error) {
		if (signal?.aborted) context.logger.warn(`BigCommerce: cancelled; ${run.soFar()}`);
		signal?.throwIfAborted();
		const { reason, index } =
			error instanceof FailedItem ? error : { reason: error, index: undefined };
		const told = toNodeError(context.getNode(), reason, index);
		throw context.getInputData().length > 1 ? noted(told, run.soFar()) : told;
	}
}

class BatchedRun {
	private readonly context: IExecuteFunctions;
	private readonly operation: Batched;
	private readonly signal?: AbortSignal;
	private readonly items: INodeExecutionData[];
	private readonly progress: Progress;
	private readonly readParams: (index: number) => AnyParams;
	private readonly carryOut: CarryOut;
	private readonly output: INodeExecutionData[] = [];
	private first?: AnyParams;
	private finish: Finish = async () => [];
	private written = 0;
	private unreadable = 0;

	constructor(context: IExecuteFunctions, operation: Batched, client: Client) {
		this.context = context;
		this.operation = operation;
		this.signal = context.getExecutionCancelSignal();
		this.items = context.getInputData();
		this.progress = new Progress(context, this.items.length);
		this.readParams = paramsReader(context, operation.fields);
		client.wrote = (records) => this.progress.add(records);
		const begin = operation.inBatches.begin as (given: Begun) => CarryOut;
		this.carryOut = begin({
			client,
			signal: this.signal,
			atEnd: (finish) => (this.finish = finish),
			hint: (message) =>
				context.addExecutionHints({ message, type: 'info', location: 'outputPane' }),
		});
	}

	soFar(): string {
		return `${this.written} of ${this.items.length} items were carried out`;
	}

	async toEnd(): Promise<INodeExecutionData[]> {
		const total = this.items.length;
		for (let start = 0; start < total; start += STRETCH) {
			const end = Math.min(start + STRETCH, total);
			this.progress.begin(start, end);
			await this.stretch(start, end);
			if (total > STRETCH) this.progress.tell();
		}
		const last = await this.finish({ unreadable: this.unreadable });
		for (const json of last) this.output.push(asItem({ json, from: [] }));
		return this.output;
	}

	private async stretch(start: number, end: number): Promise<void> {
		const failed = new Map<number, unknown>();
		const prepared = await this.prepare(start, end, failed);
		this.unreadable += failed.size;
		this.endAtFirst(failed);
		const outcomes = await this.outcomesOf(prepared);
		this.signal?.throwIfAborted();
		for (const [position, { index, simplifying }] of prepared.entries()) {
			const { result, error } = outcomes[position] as Outcome<Output>;
			if (result === undefined) failed.set(index, error);
			else {
				const json = shaped(this.operation, simplifying, result);
				this.output[index] = asItem({ json, from: [index] });
			}
		}
		this.endAtFirst(failed);
		for (const [index, error] of failed) this.output[index] = errorItem(error, index);
	}

	private endAtFirst(failed: ReadonlyMap<number, unknown>): void {
		if (failed.size > 0 && !this.context.continueOnFail()) throw new FailedItem(failed);
	}

	private async outcomesOf(prepared: readonly Prepared[]): Promise<Array<Outcome<Output>>> {
		try {
			const outcomes = await this.carryOut(prepared.map(({ record }) => record));
			this.written += outcomes.filter(({ result }) => result !== undefined).length;
			return outcomes;
		} catch (error) {
			// What stops a whole stretch is the error of each of its items, even where some had been written before.
			this.written += this.progress.written;
			return prepared.map(() => ({ error }));
		}
	}

	private async prepare(
		start: number,
		end: number,
		failed: Map<number, unknown>,
	): Promise<Prepared[]> {
		const prepare = this.operation.inBatches.prepare as unknown as (
			row: Row<AnyParams>,
			first: AnyParams,
		) => unknown;
		const prepared: Prepared[] = [];
		let since = Date.now();
		for (let index = start; index < end; index++) {
			try {
				const params = this.readParams(index);
				this.first ??= params;
				const item = this.items[index] as INodeExecutionData;
				prepared.push({
					index,
					record: prepare({ index, params, item }, this.first),
					simplifying: 'simplify' in params ? { simplify: params.simplify } : {},
				});
			} catch (error) {
				failed.set(index, error);
			}
			if (Date.now() - since < LONGEST_MS) continue;
			await sleep(0, this.signal);
			since = Date.now();
		}
		return prepared;
	}
}
