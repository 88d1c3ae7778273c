import type { Outcome } from './batch';

/** Rows of one key are sent together, keys at the same time; what became of each row comes back in the input's order. */
export async function sendGrouped<Row, Result>(
	rows: readonly Row[],
	keyOf: (row: Row) => string | number,
	send: (rows: Row[]) => Promise<Array<Outcome<Result>>>,
): Promise<Array<Outcome<Result>>> {
	const groups = new Map<string | number, number[]>();
	for (const [position, row] of rows.entries()) {
		const positions = groups.get(keyOf(row));
		if (positions) positions.push(position);
		else groups.set(keyOf(row), [position]);
	}
	const outcomes = new Array<Outcome<Result>>(rows.length);
	await Promise.all(
		[...groups.values()].map(async (positions) => {
			const sent = await send(positions.map((position) => rows[position] as Row));
			for (const [at, position] of positions.entries())
				outcomes[position] = sent[at] as Outcome<Result>;
		}),
	);
	return outcomes;
}
