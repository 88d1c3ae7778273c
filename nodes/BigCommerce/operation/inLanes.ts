import { Lanes, type Target } from './lanes';

/**
 * Works on several values at a time, in order on those that share a name. Once one has ended the run, those under way
 * are finished and no other is begun, so that nothing is written behind an error's back.
 */
export async function inLanes<Value>(
	values: Iterable<Value>,
	targetOf: (value: Value) => Target | undefined,
	work: (value: Value) => Promise<void>,
	signal?: AbortSignal,
): Promise<void> {
	const lanes = new Lanes('parallel');
	let stopped: { reason: unknown } | undefined;
	for (const value of values) {
		lanes.add(targetOf(value), async () => {
			if (stopped || signal?.aborted) return;
			await work(value).catch((reason: unknown) => (stopped ??= { reason }));
		});
	}
	await lanes.finished();
	signal?.throwIfAborted();
	if (stopped) throw stopped.reason;
}
