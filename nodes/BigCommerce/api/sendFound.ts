import type { Outcome } from './batch';

export interface Pair<Record, Found> {
	record: Record;
	found: Found;
}

/** Sends the records for which something was looked up and found; the others keep the error of their look-up. */
export async function sendFound<Record, Found, Result>(
	records: readonly Record[],
	lookedUp: ReadonlyArray<Outcome<Found>>,
	send: (pairs: Array<Pair<Record, Found>>) => Promise<Array<Outcome<Result>>>,
): Promise<Array<Outcome<Result>>> {
	const positions: number[] = [];
	const pairs: Array<Pair<Record, Found>> = [];
	const outcomes = lookedUp.map(({ result, error }, index): Outcome<Result> => {
		if (result !== undefined) {
			positions.push(index);
			pairs.push({ record: records[index] as Record, found: result });
		}
		return { error };
	});
	const sent = pairs.length > 0 ? await send(pairs) : [];
	for (const [at, index] of positions.entries()) outcomes[index] = sent[at] as Outcome<Result>;
	return outcomes;
}
