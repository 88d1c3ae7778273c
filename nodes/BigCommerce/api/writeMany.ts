import { writeBatches, TAKEN_APART, type Batches } from './batches';
import type { Worker } from './client';
import { BigCommerceError } from './errors';
import { groupedBy } from './grouped';
import { attempt, continueWith, type Outcome } from './outcomes';
import { several } from './several';

/** What is done before and after records are sent. */
interface Steps<Item, Wanted, Result, Answered> {
	/** Makes an item's record, in the items' order; an item for which it throws fails alone. */
	prepare?: (item: Item) => Wanted | Promise<Wanted>;
	/** Records of one group go to one address; groups are written at the same time. */
	groupBy?: (record: Wanted) => string | number | boolean;
	/**
	 * Names what a record is about. Two changes of one thing must not race, and no batch holds it twice: they are sent as
	 * one. Without it `inAddress` tells, or each record is about a thing of its own.
	 */
	keyOf?: (record: NoInfer<Wanted>) => string | number;
	/** One record out of two about one thing, where it is not the later one. */
	merge?: (earlier: Wanted, later: Wanted) => Wanted;
	/** What an item is told; of items that were sent as one each by its own record. */
	answer?: (result: Result, record: Wanted) => Answered;
}

/** Writes records, all about different things, where they do not simply go in batches. */
interface OwnWay<Wanted, Result> {
	write: (records: NoInfer<Wanted>[]) => Promise<Array<Outcome<Result>>>;
}

export type Writing<Item, Result, Wanted = Item, Answered = Result> = Steps<
	Item,
	Wanted,
	Result,
	Answered
> &
	(Batches<Wanted, Result> | OwnWay<Wanted, Result>);

/** Writes many records in few requests; every item gets its own outcome, in the order of the items. */
export async function writeMany<Item, Result, Wanted = Item, Answered = Result>(
	client: Worker,
	items: readonly Item[],
	writing: Writing<Item, Result, Wanted, Answered>,
): Promise<Array<Outcome<Answered>>> {
	const {
		prepare = (item) => item as unknown as Wanted,
		groupBy = () => '',
		answer = (result) => result as unknown as Answered,
	} = writing;
	const prepared = await several(
		items,
		async (item) => await attempt(async () => await prepare(item)),
	);
	return await continueWith(prepared, async (records) => {
		const outcomes = new Array<Outcome<Answered>>(records.length);
		const groups = groupedBy(records.keys(), (at) => groupBy(records[at] as Wanted));
		await several(groups.values(), async (places) => {
			const group = places.map((at) => records[at] as Wanted);
			const written = await writeMerged(client, group, writing);
			for (const [index, { result, error }] of written.entries()) {
				const at = places[index] as number;
				outcomes[at] =
					result === undefined ? { error } : { result: answer(result, records[at] as Wanted) };
			}
		});
		return outcomes;
	});
}

/**
 * Sends the changes of each thing as one. Where that one is refused, its halves are sent one after the other, so that the
 * bad ones alone carry the error, and few of them take few requests however many changes there are.
 */
async function writeMerged<Item, Result, Wanted, Answered>(
	client: Worker,
	records: Wanted[],
	writing: Writing<Item, Result, Wanted, Answered>,
): Promise<Array<Outcome<Result>>> {
	const write = async (some: Wanted[]) =>
		'write' in writing ? await writing.write(some) : await writeBatches(client, some, writing);
	const { merge = (_earlier, later) => later } = writing;
	const keyOf = 'inAddress' in writing ? writing.inAddress : writing.keyOf;
	if (!keyOf) return await write(records);
	const recordAt = (place: number) => records[place] as Wanted;
	const outcomes = new Array<Outcome<Result>>(records.length);
	/** Of each thing what is to be sent yet, in order; what stands together is sent as one. */
	let open = [...groupedBy(records.keys(), (at) => keyOf(recordAt(at))).values()].map((changes) => [
		changes,
	]);
	// Of each thing one part at a time: so each waits for the one before it alone.
	while (open.length > 0) {
		const due = open.map(([part = []]) => part.map(recordAt).reduce(merge));
		const sent = await write(due);
		open = open.flatMap(([part = [], ...later], position) => {
			const together = sent[position] as Outcome<Result>;
			const isDivided = part.length > 1 && mayBeOfOne(together.error);
			if (!isDivided) for (const at of part) outcomes[at] = together;
			const left = [...(isDivided ? halvesOf(part) : []), ...later];
			return left.length > 0 ? [left] : [];
		});
	}
	return outcomes;
}

function halvesOf(part: number[]): number[][] {
	const middle = Math.ceil(part.length / 2);
	return [part.slice(0, middle), part.slice(middle)];
}

/** A missing record (404) is the fault of all its changes alike. */
const mayBeOfOne = (error: unknown) =>
	error instanceof BigCommerceError && error.status !== 404 && TAKEN_APART.has(error.status ?? 0);
