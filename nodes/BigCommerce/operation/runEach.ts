import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { RecordOrder, type RecordName } from '../api/recordOrder';
import type { Given, Names, NamedBy, Operation, Output } from './define';
import { errorItem, noted, toNodeError } from './errors';
import { inputReader, type AnyParams } from './input';
import type { RunContext } from './runContext';
import { asItem, Shaper } from './shape';

type OperationForEach = Extract<Operation, { each: unknown }>;
type Answers = Promise<Output | Output[]> | AsyncIterable<Output[]>;
type NamesOf = ((params: AnyParams) => Names) | undefined;

/** Writes that do not say which record they are for share this one. */
const UNNAMED = ['any record'];

const isNamedBy = (name: RecordName | NamedBy): name is NamedBy => typeof name === 'object';

interface Due {
	writes: RecordName[];
	needs: RecordName[];
	work: () => Promise<void>;
}

/** Runs an operation that answers item by item: several items at once, those for one record in order. */
export async function runEach(
	context: IExecuteFunctions,
	operation: OperationForEach,
	run: RunContext,
): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const outputs = items.map((): INodeExecutionData[] => []);
	const { each, writes, needs, connects } = operation as unknown as {
		each: (given: Given<AnyParams>) => Answers;
		writes: NamesOf;
		needs: NamesOf;
		connects?: (params: AnyParams) => boolean;
	};
	const isWrite = !operation.scope.endsWith(':read');
	let failed: { index: number; error: unknown } | undefined;
	const shaper = new Shaper(operation);
	let carriedOut = 0;
	const soFar = () => `${carriedOut} of ${items.length} items were carried out`;

	const runItem = async (index: number, params: AnyParams) => {
		if (connects?.(params)) await run.connect();
		const answered = each({ params, item: { json: {}, ...items[index], index }, run });
		for await (const records of Symbol.asyncIterator in answered ? answered : [await answered]) {
			for (const record of [records].flat()) {
				outputs[index]?.push(asItem({ json: shaper.shape(params, record), from: [index] }));
			}
		}
	};
	const fail = (index: number, error: unknown) => {
		run.signal?.throwIfAborted();
		run.claims.drop(index);
		// What a write has made stays made: it is handed out beside the error.
		const kept = isWrite ? (outputs[index] ?? []) : [];
		if (context.continueOnFail()) outputs[index] = [...kept, errorItem(context, error, index)];
		else if (!failed || index < failed.index) failed = { index, error };
	};

	const input = inputReader(context, operation.fields);
	const due: Due[] = [];
	const waysToName = new Set<string>();
	const namesIn = (namesOf: NamesOf, params: AnyParams): RecordName[] =>
		[namesOf?.(params)].flat().map((name) => {
			if (!isNamedBy(name)) return name;
			waysToName.add(name.by);
			return name.name;
		});
	for (const index of items.keys()) {
		try {
			const params = input.read(index);
			const work = async () => {
				if (failed) return;
				try {
					await runItem(index, params);
					carriedOut++;
				} catch (error) {
					fail(index, error);
				}
			};
			due.push({ writes: namesIn(writes, params), needs: namesIn(needs, params), work });
		} catch (error) {
			fail(index, error);
		}
	}
	const order = new RecordOrder();
	for (const { writes: named, needs: needed, work } of due) {
		const isUnnamed = waysToName.size > 1 || !named.some((name) => String(name ?? '').trim());
		order.add({ writes: isWrite && isUnnamed ? UNNAMED : named, needs: needed }, work);
	}
	const [ended] = await Promise.allSettled([order.finished()]);
	if (ended.status === 'rejected') {
		if (isWrite && run.signal?.aborted) run.warn(`cancelled; ${soFar()}`);
		throw ended.reason;
	}
	if (failed) {
		const error = toNodeError(context.getNode(), failed.error, failed.index);
		throw isWrite && items.length > 1 ? noted(error, soFar()) : error;
	}
	for (const note of [...input.notes(), ...shaper.notes()]) run.hint(note);
	await run.claims.keep();
	return outputs.flat();
}
