import type { Outcome } from '../api/outcomes';

/** How changes name what they are about, and how they change those names. */
interface Renaming<Change> {
	/** The names by which a change finds its record. */
	findsBy: (change: Change) => string[];
	/** The names that it gives and takes away; undefined is one that is not known here. */
	renames: (change: Change) => Array<string | undefined>;
}

/**
 * Writes changes in parts: one that names its record by a name which an earlier one gives or takes away means the record
 * that has the name by then.
 */
export async function untilRenamed<Change, Result>(
	changes: readonly Change[],
	{ findsBy, renames }: Renaming<Change>,
	write: (part: Change[]) => Promise<Array<Outcome<Result>>>,
): Promise<Array<Outcome<Result>>> {
	const outcomes: Array<Outcome<Result>> = [];
	let part: Change[] = [];
	let renamed = new Set<string | undefined>();
	const writePart = async () => {
		for (const outcome of await write(part)) outcomes.push(outcome);
		[part, renamed] = [[], new Set()];
	};
	for (const change of changes) {
		const names = findsBy(change);
		const isDoubtful = renamed.has(undefined) || names.some((name) => renamed.has(name));
		if (names.length > 0 && isDoubtful) await writePart();
		part.push(change);
		for (const name of renames(change)) renamed.add(name);
	}
	await writePart();
	return outcomes;
}
