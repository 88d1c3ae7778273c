import { TAKEN_APART } from '../../api/batches';
import type { RefusalFinding } from '../../api/blame';
import { BigCommerceError } from '../../api/errors';
import { attempt, type Outcome } from '../../api/outcomes';
import { StockAddresses } from './stockAddresses';
import type { KnownStock } from './stockIndex';
import { stockKeyOf, stockInWords, type StockIdentity } from './stockItems';
import {
	adjusting,
	sendAdjustments,
	transactionOf,
	type Adjustment,
	type StockWriting,
} from './adjustments';

/** An item that the store names in a refusal: `variant_id 106`, `sku RE-130` (inventory.v3.yml, its examples of 422). */
const NAMED = /\b(variant_id|product_id|sku)\b[\s:=]+([^\s,\]]+)/gi;

function keysIn(text: string): Set<string> {
	return new Set(
		[...text.matchAll(NAMED)].map(([, kind = '', value = '']) => {
			const key = kind.toLowerCase();
			return stockKeyOf(
				key === 'sku' ? { sku: value } : ({ [key]: value } as unknown as StockIdentity),
			);
		}),
	);
}

type Settled<One> = Map<One, Outcome<string>>;

/**
 * Finds out which adjustments of a refused batch are to blame. The store mostly names one item of many, so that what is
 * wrong with all of them is looked up once: which items there are, how many of each, and how the product tracks them.
 */
export class StockRefusals {
	private readonly writing: StockWriting;
	private readonly addresses: StockAddresses;

	constructor(writing: StockWriting) {
		this.writing = writing;
		this.addresses = new StockAddresses(writing.client, {
			withLevels: writing.kind === 'relative',
		});
	}

	/** Before more is sent: what earlier requests of the run learnt is applied to it. */
	async foresee(all: readonly Adjustment[]): Promise<void> {
		await this.addresses.foresee(all);
	}

	/** What tells the stocks apart, each at its location. */
	async keysOf(all: readonly Adjustment[]): Promise<(one: Adjustment) => string> {
		const keyOfItem = this.writing.asNamed
			? await this.addresses.keysOf(all)
			: ({ identity }: Adjustment) => stockKeyOf(identity);
		return (one) => `${one.locationId}/${keyOfItem(one)}`;
	}

	/** `all` is what is to be written together, so that one look-up serves every batch. */
	async blame<One extends Adjustment>(
		refusal: BigCommerceError,
		batch: One[],
		all: readonly Adjustment[],
	): Promise<RefusalFinding<One, string>> {
		await this.addresses.learn(all);
		const named = keysIn(refusal.reason);
		const isNamed = ({ identity }: Adjustment) => named.has(stockKeyOf(identity));
		const settled = this.unknown(batch);
		const open = batch.filter((one) => !settled.has(one));
		let mended: boolean | undefined;
		if (/requires absolute/i.test(refusal.reason)) {
			for (const [one, outcome] of await this.setFirst(open, isNamed)) settled.set(one, outcome);
		} else {
			mended = await this.addresses.mend(refusal, open, all);
			// What cannot be addressed otherwise is what the store says it is.
			if (mended === false)
				for (const one of open) if (isNamed(one)) settled.set(one, { error: refusal });
		}
		// Levels are read late (API notes 3.2): they are the reason only where there is no other.
		return settled.size === 0 && !mended ? { settled: this.tooFew(batch) } : { settled, mended };
	}

	private unknown<One extends Adjustment>(batch: One[]): Settled<One> {
		const unknown = batch.filter((one) => this.addresses.itemOf(one) === undefined);
		return new Map(unknown.map((one) => [one, { error: this.noStockOf(one) }]));
	}

	private tooFew<One extends Adjustment>(batch: One[]): Settled<One> {
		const settled: Settled<One> = new Map();
		for (const adjustment of batch) {
			const item = this.addresses.itemOf(adjustment);
			const error = item && this.shortageOf(adjustment, item);
			if (error) settled.set(adjustment, { error });
		}
		return settled;
	}

	/**
	 * An item that has no count at the location yet cannot be changed by an amount: the amount is its first count. Others
	 * without any stock there get theirs so, too, since the store would name them one request after the other.
	 */
	private async setFirst<One extends Adjustment>(
		batch: One[],
		isNamed: (one: One) => boolean,
	): Promise<Settled<One>> {
		const isEmpty = (one: One) => onHandOf(this.addresses.itemOf(one), one) === 0;
		const first = batch.filter((one) => one.quantity >= 0 && (isNamed(one) || isEmpty(one)));
		if (first.length === 0) return new Map();
		const outcome = await this.setTo(first);
		// Refused as a whole it was for one of them: nothing was set, and halves are tried.
		const { error } = outcome;
		const isRefused = error instanceof BigCommerceError && TAKEN_APART.has(error.status ?? 0);
		if (isRefused && first.length > 1) return new Map();
		return new Map(first.map((one) => [one, outcome]));
	}

	private async setTo(first: Adjustment[]): Promise<Outcome<string>> {
		return await attempt(async () => {
			const answer = await sendAdjustments({ ...this.writing, kind: 'absolute' }, first);
			const transaction = transactionOf(answer.body);
			if (transaction === undefined) throw this.unanswered();
			return transaction;
		});
	}

	private unanswered(): BigCommerceError {
		return this.refused({
			title: 'The answer did not say whether the stock was set',
			advice: 'Look at the stock in the store before you run this item again.',
		});
	}

	private noStockOf({ identity }: Adjustment): BigCommerceError {
		return this.refused({
			title: `The store keeps no stock of ${stockInWords(identity)}`,
			advice:
				'Check the SKU or ID, and that the product tracks its inventory, by variant where a variant is meant.',
		});
	}

	private shortageOf(adjustment: Adjustment, item: KnownStock): BigCommerceError | undefined {
		const { identity, quantity } = adjustment;
		if (this.writing.kind === 'absolute' || quantity >= 0) return undefined;
		const onHand = onHandOf(item, adjustment);
		const kept = levelAt(item, adjustment)?.settings?.safety_stock ?? 0;
		if (onHand + quantity >= kept) return undefined;
		return this.refused({
			status: 422,
			title: `${stockInWords(identity)} has ${onHand} at this location${kept > 0 ? `, ${kept} of them kept as safety stock` : ''}; ${-quantity} cannot be taken off`,
			advice: 'Take off no more than there is, or use Set.',
		});
	}

	private refused(details: { status?: number; title: string; advice: string }): BigCommerceError {
		const { task, scope } = adjusting(this.writing);
		return new BigCommerceError({ task, scope, ...details });
	}
}

const levelAt = (item: KnownStock | undefined, { locationId }: Adjustment) =>
	item?.levels.find(({ location_id }) => location_id === locationId);

const onHandOf = (item: KnownStock | undefined, adjustment: Adjustment) =>
	levelAt(item, adjustment)?.total_inventory_onhand ?? 0;
