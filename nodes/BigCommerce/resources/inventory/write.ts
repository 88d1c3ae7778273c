import type { Outcome } from '../../api/outcomes';
import type { GivenMany } from '../../operation/define';
import type { StockWriting } from '../../store/inventory/adjustments';
import { stockWriter, type StockChange, type StockResult } from '../../store/inventory/stockWriter';

interface Prepared extends StockChange {
	reason?: string;
}

/** Sets or adjusts a chunk of a run's items: the reason of the run's first item holds for all of them. */
export async function writeStock(
	kind: StockWriting['kind'],
	{ records: changes, run: { client, once } }: GivenMany<Prepared>,
): Promise<Array<Outcome<StockResult>>> {
	const reason = changes[0]?.reason?.trim();
	const write = once('stock writer', () => stockWriter({ client, kind, reason, asNamed: true }));
	return await write(changes);
}
