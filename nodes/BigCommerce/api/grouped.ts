import type { Outcome } from './batch';

/** Rows of one key are sent together, keys at the same time; what became of each row comes back in the input's order. */
export async function sendGrouped<Row, Result>(
	rows: readonly Row[],
	keyOf: (row: Row) => string | number,
	send: (rows: Row[]) => Promise<Array<Outcome<Result>>>,
): Promise<Array<Outcome<Result>>> {
	const outcomes = new Array<Outcome<Result>>(rows.length);
	await Promise.all(
		[...positionsByKey(rows, keyOf).values()].map(async (positions) => {
			const sent = await send(positions.map((position) => rows[position] as Row));
			for (const [at, position] of positions.entries())
				outcomes[position] = sent[at] as Outcome<Result>;
		}),
	);
	return outcomes;
}

export interface Merging<Row, Result> {
	/** Rows of one key are about one record. */
	keyOf: (row: Row) => string | number;
	/** What the two say together; without it the later one holds. */
	merge?: (earlier: Row, later: Row) => Row;
	send: (rows: Row[]) => Promise<Array<Outcome<Result>>>;
}

/** Rows about one record become one row before they are sent, and each of them gets what became of it. */
export async function sendMerged<Row, Result>(
	rows: readonly Row[],
	{ keyOf, merge = (_earlier, later) => later, send }: Merging<Row, Result>,
): Promise<Array<Outcome<{ result: Result; isLast: boolean }>>> {
	const groups = [...positionsByKey(rows, keyOf).values()];
	const merged = groups.map((positions) =>
		positions.map((position) => rows[position] as Row).reduce(merge),
	);
	const sent = await send(merged);
	const outcomes = new Array<Outcome<{ result: Result; isLast: boolean }>>(rows.length);
	for (const [at, positions] of groups.entries()) {
		const { result, error } = sent[at] as Outcome<Result>;
		for (const position of positions)
			outcomes[position] =
				result === undefined
					? { error }
					: { result: { result, isLast: position === positions.at(-1) } };
	}
	return outcomes;
}

function positionsByKey<Row>(
	rows: readonly Row[],
	keyOf: (row: Row) => string | number,
): Map<string | number, number[]> {
	const groups = new Map<string | number, number[]>();
	for (const [position, row] of rows.entries()) {
		const positions = groups.get(keyOf(row));
		if (positions) positions.push(position);
		else groups.set(keyOf(row), [position]);
	}
	return groups;
}
