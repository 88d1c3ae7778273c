import { refused, type BigCommerceError } from './errors';
import type { Outcome } from './outcomes';

/** What a refusal turned out to be about. */
export interface RefusalFinding<Wanted, Result> {
	/** Records whose fate is known: bad ones with their error, others with what was done about them instead. */
	settled: Map<Wanted, Outcome<Result>>;
	/** Records were put right, so that the rest is worth sending once more. */
	mended?: boolean;
}

/**
 * Finds out which records of a batch a refusal is about: it is read from the refusal, or looked up once, and then for all
 * records that are `open`, so that what is bad in batches to come is left out of them. The others are sent again.
 */
export type Blame<Wanted, Result> = (
	refusal: BigCommerceError,
	batch: Wanted[],
	open: () => Wanted[],
) => RefusalFinding<Wanted, Result> | Promise<RefusalFinding<Wanted, Result>>;

interface Absence<Wanted> {
	/** Tells which records can be written, as far as they and what they name must be in the store. */
	lookUp: (records: Wanted[]) => Promise<(record: Wanted) => boolean>;
	/** The error of a record that cannot. */
	errorOf: (record: Wanted, refusal: BigCommerceError) => unknown;
}

/**
 * Settles what the store does not have. The records of a refused batch are looked up, and as soon as one of them is
 * missing all that are still to be sent: no further batch is refused for that, however many are missing. Batches that
 * are refused at the same time wait for the one look-up.
 */
export function blameMissing<Wanted, Result>({
	lookUp,
	errorOf,
}: Absence<Wanted>): Blame<Wanted, Result> {
	const asked = new Set<Wanted>();
	const missing = new Set<Wanted>();
	let turn = Promise.resolve();
	const ask = async (records: Wanted[]) => {
		const fresh = records.filter((record) => !asked.has(record));
		if (fresh.length === 0) return;
		const isPresent = await lookUp(fresh);
		for (const record of fresh) {
			asked.add(record);
			if (!isPresent(record)) missing.add(record);
		}
	};
	const askAbout = async (batch: Wanted[], open: () => Wanted[]) => {
		await ask(batch);
		if (batch.some((record) => missing.has(record))) await ask(open());
	};
	return async (refusal, batch, open) => {
		const asking = turn.then(async () => await askAbout(batch, open));
		turn = asking.catch(() => undefined);
		await asking;
		const settled = new Map<Wanted, Outcome<Result>>();
		for (const record of open())
			if (missing.has(record)) settled.set(record, { error: errorOf(record, refusal) });
		return { settled };
	};
}

/** `3.variants.0.state` is about the fourth record of the request (channels.v3.yml, its examples of 422). */
const PLACE = /^(\d+)\.(.+)$/;

/** The records of a batch that a refusal names by their place, each with what is said of it. */
export function namedByPlace<Wanted, Result>(
	refusal: BigCommerceError,
	batch: Wanted[],
): RefusalFinding<Wanted, Result> {
	const { errors } = (refusal.body ?? {}) as { errors?: { [key: string]: unknown } };
	const fields = new Map<Wanted, { [field: string]: unknown }>();
	for (const [key, message] of Object.entries(errors ?? {})) {
		const [, place = '', field = ''] = PLACE.exec(key) ?? [];
		const record = place === '' ? undefined : batch[Number(place)];
		if (record !== undefined) fields.set(record, { ...fields.get(record), [field]: message });
	}
	const settled = new Map<Wanted, Outcome<Result>>();
	for (const [record, own] of fields) {
		const error = refused(refusal.status ?? 422, { errors: own }, refusal);
		settled.set(record, { error });
	}
	return { settled };
}
