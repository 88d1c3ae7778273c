/** What became of one of many records. */
export type Outcome<Result> =
	{ result: Result; error?: undefined } | { result?: undefined; error: unknown };

/** What becomes of one piece of work. */
export async function attempt<Result>(
	work: () => Result | Promise<Result>,
): Promise<Outcome<Result>> {
	try {
		return { result: await work() };
	} catch (error) {
		return { error };
	}
}

/** Answers what is known of some records already, and writes the others. */
export async function writeOthers<Wanted, Result>(
	records: readonly Wanted[],
	knownOf: (record: Wanted) => Result | undefined,
	write: (others: Wanted[]) => Promise<Array<Outcome<Result>>>,
): Promise<Array<Outcome<Result>>> {
	const known = records.map(knownOf);
	const others = records.filter((_, at) => known[at] === undefined);
	const written = (others.length > 0 ? await write(others) : []).values();
	return known.map((result) =>
		result === undefined ? (written.next().value as Outcome<Result>) : { result },
	);
}

/** The outcomes by what they are of. */
export const outcomesBy = <Of, Result>(
	values: readonly Of[],
	outcomes: ReadonlyArray<Outcome<Result>>,
): Map<Of, Outcome<Result>> =>
	new Map(values.map((value, at) => [value, outcomes[at] as Outcome<Result>]));

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
