import type { Outcome } from '../../api/batch';
import type { Begun } from '../../operation/define';
import { stockWriter, type StockChange, type StockResult, type Writing } from './stock';

interface Prepared extends StockChange {
	reason?: string;
}

/** How Set and Adjust go on once their items are checked: the reason of the first item holds for the whole run. */
export const writeStock =
	(kind: Writing['kind']) =>
	({ client, signal }: Begun) => {
		let write: ReturnType<typeof stockWriter> | undefined;
		return async (changes: Prepared[]): Promise<Array<Outcome<StockResult>>> => {
			write ??= stockWriter({ client, kind, signal, reason: changes[0]?.reason?.trim() });
			return await write(changes);
		};
	};
