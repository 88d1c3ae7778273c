import type { Outcome } from './batch';
import { several } from './several';

/** What becomes of each value, worked on several at a time. */
export async function outcomesOf<Value, Result>(
	values: readonly Value[],
	work: (value: Value) => Promise<Result>,
): Promise<Array<Outcome<Result>>> {
	return await several(values, async (value): Promise<Outcome<Result>> => {
		try {
			return { result: await work(value) };
		} catch (error) {
			return { error };
		}
	});
}

/** Goes on with what succeeded so far; whatever failed keeps its error and its place. */
export async function continueWith<Before, After>(
	outcomes: ReadonlyArray<Outcome<Before>>,
	next: (results: Before[]) => Promise<Array<Outcome<After>>>,
): Promise<Array<Outcome<After>>> {
	const good = outcomes.flatMap(({ result }) => (result === undefined ? [] : [result]));
	const after = (good.length > 0 ? await next(good) : []).values();
	return outcomes.map((outcome) =>
		outcome.result === undefined
			? { error: outcome.error }
			: (after.next().value as Outcome<After>),
	);
}

/** Items that stand for several parts each: an item has its result when all of its parts have theirs. */
export async function inParts<Item, Part, Result>(
	items: readonly Item[],
	partsOf: (item: Item) => Part[],
	send: (parts: Part[]) => Promise<Array<Outcome<unknown>>>,
	resultOf: (item: Item) => Result,
): Promise<Array<Outcome<Result>>> {
	const parts = items.map(partsOf);
	const sent = (await send(parts.flat())).values();
	return items.map((item, index) => {
		const outcomes = (parts[index] ?? []).map(() => sent.next().value as Outcome<unknown>);
		const failed = outcomes.find(({ error }) => error !== undefined);
		return failed ? { error: failed.error } : { result: resultOf(item) };
	});
}
