import { MOST_PARALLEL } from './pacing';

/**
 * Works on values several at a time, and answers in their order. The next one is begun when one has ended, so that no
 * more is prepared than is sent, however many values there are. After a failure no further one is begun; those under
 * way end first, so that nothing happens behind the error's back.
 */
export async function several<Value, Result>(
	values: Iterable<Value>,
	work: (value: Value) => Promise<Result>,
	atOnce = MOST_PARALLEL,
): Promise<Result[]> {
	const rest = values[Symbol.iterator]();
	const results: Result[] = [];
	let started = 0;
	let failed: { reason: unknown } | undefined;
	const worker = async () => {
		for (let next = rest.next(); !next.done && !failed; next = rest.next()) {
			const at = started++;
			try {
				results[at] = await work(next.value);
			} catch (reason) {
				failed ??= { reason };
			}
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	if (failed) throw failed.reason;
	return results;
}
