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
