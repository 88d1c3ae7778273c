import { sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { Outcome } from '../api/outcomes';
import {
	KNOWN_AT_END,
	type GivenMany,
	type Operation,
	type OutcomeAtEnd,
	type Output,
	type Result,
	type Row,
	type Run,
} from './define';
import { errorItem, noted, toNodeError } from './errors';
import { Progress } from './progress';
import { inputReader, type AnyParams, type InputReader } from './input';
import type { RunContext } from './runContext';
import { asItem, inInputOrder, Shaper, type OutputChoice } from './shape';

/** Items whose values are held at a time: several of the largest batches, whatever the length of the input. */
const CHUNK = 10_000;
/** So long items are read at a time without letting n8n do anything else. */
const LONGEST_MS = 50;

type OperationForMany = Exclude<Operation, { each: unknown }>;

type Answered = Array<Outcome<Output> | typeof KNOWN_AT_END>;

/** The same without the types of its form and records, which the runner does not know. */
interface Untyped {
	many: (given: GivenMany<unknown>) => Promise<Answered> | AsyncIterable<Result[]>;
	prepare?: (row: Row<AnyParams>, first: AnyParams) => unknown;
	atEnd?: (given: { run: Run; unreadable: number }) => Promise<OutcomeAtEnd[]>;
	connects?: (params: AnyParams) => boolean;
}

interface Prepared {
	index: number;
	outputChoice: OutputChoice;
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
 * Runs an operation that takes many items at a time, a chunk of them after the other. Each has its own result or its own
 * error; without "continue on fail" the first error ends the run. That and a cancelled execution say what was written.
 */
export async function runMany(
	context: IExecuteFunctions,
	operation: OperationForMany,
	run: RunContext,
): Promise<INodeExecutionData[]> {
	const running = new RunOfMany(context, operation, run);
	try {
		const output = await running.toEnd();
		await run.claims.keep();
		return output;
	} catch (error) {
		if (run.signal?.aborted && running.counts) run.warn(`cancelled; ${running.soFar()}`);
		run.signal?.throwIfAborted();
		const { reason, index } =
			error instanceof FailedItem ? error : { reason: error, index: undefined };
		const shown = toNodeError(context.getNode(), reason, index);
		throw running.counts && context.getInputData().length > 1
			? noted(shown, running.soFar())
			: shown;
	}
}

class RunOfMany {
	/** Whether the operation answers record by record, so that the runner knows how many were written. */
	counts: boolean;
	private readonly context: IExecuteFunctions;
	private readonly operation: OperationForMany;
	private readonly untyped: Untyped;
	private readonly run: RunContext;
	private readonly items: INodeExecutionData[];
	private readonly progress: Progress;
	private readonly input: InputReader;
	private readonly shaper: Shaper;
	private readonly output: INodeExecutionData[] = [];
	private readonly failures: INodeExecutionData[] = [];
	/** Items whose outcome is known at the end alone. */
	private readonly waiting = new Map<number, OutputChoice>();
	private first?: AnyParams;
	private written = 0;
	private unreadable = 0;

	constructor(context: IExecuteFunctions, operation: OperationForMany, run: RunContext) {
		this.context = context;
		this.operation = operation;
		this.untyped = operation as unknown as Untyped;
		this.counts = !operation.allAtOnce;
		this.run = run;
		this.items = context.getInputData();
		this.progress = new Progress(context, this.items.length);
		this.input = inputReader(context, operation.fields);
		this.shaper = new Shaper(operation);
		if (run.isConnected) run.client.wrote = (records) => this.progress.add(records);
	}

	soFar(): string {
		return `${this.written} of ${this.items.length} items were carried out`;
	}

	async toEnd(): Promise<INodeExecutionData[]> {
		const total = this.items.length;
		const size = this.operation.allAtOnce ? total : CHUNK;
		for (let start = 0; start < total; start += size) {
			const end = Math.min(start + size, total);
			this.progress.begin(start, end);
			await this.chunk(start, end);
			if (total > size) this.progress.tell();
		}
		await this.end();
		for (const note of [...this.input.notes(), ...this.shaper.notes()]) this.run.hint(note);
		return this.failures.length === 0 && this.waiting.size === 0
			? this.output
			: inInputOrder([...this.failures, ...this.output]);
	}

	private async end(): Promise<void> {
		const last = await this.untyped.atEnd?.({ run: this.run, unreadable: this.unreadable });
		this.run.signal?.throwIfAborted();
		const failed = new Map<number, unknown>();
		for (const outcome of last ?? []) {
			const { index } = outcome;
			const outputChoice = (index !== undefined && this.waiting.get(index)) || {};
			if (index !== undefined) this.take(outcome, { index, outputChoice }, failed);
			else if (outcome.result) this.output.push(asItem({ json: outcome.result, from: [] }));
		}
		this.endAtFirst(failed);
		for (const [index, error] of failed) this.failures.push(errorItem(this.context, error, index));
	}

	private take(
		{ result, error }: Outcome<Output>,
		{ index, outputChoice }: Pick<Prepared, 'index' | 'outputChoice'>,
		failed: Map<number, unknown>,
	): void {
		if (result === undefined) {
			failed.set(index, error);
			return;
		}
		this.written++;
		const json = this.shaper.shape(outputChoice, result);
		this.output.push(asItem({ json, from: [index] }));
	}

	private async chunk(start: number, end: number): Promise<void> {
		const failed = new Map<number, unknown>();
		const prepared = await this.prepare(start, end, failed);
		this.unreadable += failed.size;
		this.endAtFirst(failed);
		await this.carryOut(prepared, failed);
		this.run.signal?.throwIfAborted();
		this.endAtFirst(failed);
		for (const [index, error] of failed) this.failures.push(errorItem(this.context, error, index));
	}

	private endAtFirst(failed: ReadonlyMap<number, unknown>): void {
		if (failed.size > 0 && !this.context.continueOnFail()) throw new FailedItem(failed);
	}

	private async carryOut(
		prepared: readonly Prepared[],
		failed: Map<number, unknown>,
	): Promise<void> {
		const fail = (indexes: number | number[], error: unknown) => {
			this.run.signal?.throwIfAborted();
			const all = [indexes].flat();
			if (!this.context.continueOnFail()) throw toNodeError(this.context.getNode(), error, all[0]);
			// An item fails once: what stops others later has nothing to add to that.
			for (const index of all) if (!failed.has(index)) failed.set(index, error);
		};
		const records = prepared.map(({ record }) => record);
		const answered = this.untyped.many({ records, run: this.run, fail });
		if (Symbol.asyncIterator in answered) await this.takePages(answered, prepared, failed);
		else await this.takeOutcomes(answered, prepared, failed);
	}

	private async takeOutcomes(
		answered: Promise<Answered>,
		prepared: readonly Prepared[],
		failed: Map<number, unknown>,
	): Promise<void> {
		this.counts = true;
		const [ended] = await Promise.allSettled([answered]);
		if (ended.status === 'rejected') {
			// What stops a whole chunk is the error of each of its items, even where some had been written before.
			this.written += this.progress.written;
			for (const { index } of prepared) failed.set(index, ended.reason);
			return;
		}
		for (const [position, { index, outputChoice }] of prepared.entries()) {
			const outcome = ended.value[position] as Answered[number];
			if (outcome === KNOWN_AT_END) this.waiting.set(index, outputChoice);
			else this.take(outcome, { index, outputChoice }, failed);
		}
	}

	private async takePages(
		pages: AsyncIterable<Result[]>,
		prepared: readonly Prepared[],
		failed: Map<number, unknown>,
	): Promise<void> {
		const answered = new Set<number>();
		const outputChoice = prepared[0]?.outputChoice ?? {};
		const take = async () => {
			for await (const results of pages) {
				for (const result of results) {
					const json = this.shaper.shape(outputChoice, result.json);
					this.output.push(asItem({ ...result, json }));
					for (const index of result.from) answered.add(index);
				}
			}
		};
		const [ended] = await Promise.allSettled([take()]);
		if (ended.status === 'fulfilled') return;
		if (!this.context.continueOnFail()) throw ended.reason;
		for (const { index } of prepared)
			if (!answered.has(index) && !failed.has(index)) failed.set(index, ended.reason);
	}

	private async prepare(
		start: number,
		end: number,
		failed: Map<number, unknown>,
	): Promise<Prepared[]> {
		const { connects, prepare = (row: Row<AnyParams>) => row } = this.untyped;
		const prepared: Prepared[] = [];
		let since = Date.now();
		for (let index = start; index < end; index++) {
			try {
				const params = this.input.read(index);
				this.first ??= params;
				if (connects?.(params)) await this.run.connect();
				prepared.push({
					index,
					record: prepare({ params, item: { json: {}, ...this.items[index], index } }, this.first),
					outputChoice:
						'output' in params
							? { output: params.output, selectedFields: params.selectedFields }
							: {},
				});
			} catch (error) {
				failed.set(index, error);
			}
			if (Date.now() - since < LONGEST_MS) continue;
			await sleep(0, this.run.signal);
			since = Date.now();
		}
		return prepared;
	}
}
