import type { Outcome } from '../../api/batch';
import type { Begun } from '../../operation/define';
import type { StockWriting } from '../../store/inventory/adjustments';
import {
	stockWriter,
	type StockChange,
	type StockResult,
	type StockWriter,
} from '../../store/inventory/stockWriter';

interface Prepared extends StockChange {
	reason?: string;
}

/** How Set and Adjust go on once their items are checked: the reason of the first item holds for the whole run. */
export const writeStock =
	(kind: StockWriting['kind']) =>
	({ client }: Begun) => {
		let write: StockWriter | undefined;
		return async (changes: Prepared[]): Promise<Array<Outcome<StockResult>>> => {
			write ??= stockWriter({
				client,
				kind,
				reason: changes[0]?.reason?.trim(),
				asNamed: true,
			});
			return await write(changes);
		};
	};
