/** What became of one of many records. */
export type Outcome<Result> =
	{ result: Result; error?: undefined } | { result?: undefined; error: unknown };

/** What becomes of one piece of work. */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
	try {
		return { result: await work() };
	} catch (error) {
		return { error };
	}
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
