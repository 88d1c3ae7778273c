import { Lanes } from '../../../operation/lanes';

/**
 * Works on several products at a time. Once one has ended the run, those under way are finished and no other is begun,
 * so that nothing is written behind an error's back.
 */
export async function inLanes<Value>(
	values: Iterable<Value>,
	laneOf: (value: Value) => number | string | undefined,
	work: (value: Value) => Promise<void>,
	signal?: AbortSignal,
): Promise<void> {
	const lanes = new Lanes('parallel');
	let stopped: { reason: unknown } | undefined;
	for (const value of values) {
		lanes.add(laneOf(value), async () => {
			if (stopped || signal?.aborted) return;
			await work(value).catch((reason: unknown) => (stopped ??= { reason }));
		});
	}
	await lanes.finished();
	signal?.throwIfAborted();
	if (stopped) throw stopped.reason;
}
