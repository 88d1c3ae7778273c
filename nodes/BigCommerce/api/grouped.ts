import type { Outcome } from './batch';
import { several } from './several';

/** The values of each key, in their order; without a key a value is in no group. */
export function groupedBy<Key, Value>(
	values: Iterable<Value>,
	keyOf: (value: Value) => Key | undefined,
): Map<Key, Value[]> {
	const groups = new Map<Key, Value[]>();
	for (const value of values) {
		const key = keyOf(value);
		if (key === undefined) continue;
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}

/** Rows of one key are sent together, keys at the same time; what became of each row comes back in the input's order. */
export async function sendGrouped<Row, Result>(
	rows: readonly Row[],
	keyOf: (row: Row) => string | number,
	send: (rows: Row[]) => Promise<Array<Outcome<Result>>>,
): Promise<Array<Outcome<Result>>> {
	const groups = groupedBy([...rows.keys()], (position) => keyOf(rows[position] as Row));
	const outcomes = new Array<Outcome<Result>>(rows.length);
	await several(groups.values(), async (positions) => {
		const sent = await send(positions.map((position) => rows[position] as Row));
		for (const [at, position] of positions.entries())
			outcomes[position] = sent[at] as Outcome<Result>;
	});
	return outcomes;
}
