import type { RefusalFinding } from '../../api/blame';
import { BigCommerceError } from '../../api/errors';
import type { Outcome } from '../../api/outcomes';

/** 422 of a batch: what was done nevertheless, and the reasons of the rest under numbers (API notes 2.14). */
interface Partial {
	data?: unknown[];
	errors?: Array<{ errors?: Record<string, unknown> }>;
	meta?: { failed?: number };
}

const asPartial = (body: unknown): Partial =>
	typeof body === 'object' && body !== null && Array.isArray((body as Partial).errors) ? body : {};

/**
 * The reason of each failed record. The files do not say what the numbers count: they are taken for places in the
 * request where they fit the records that failed, from 0 or from 1; otherwise each record gets all reasons.
 */
function reasonsFor(errors: Record<string, unknown>, places: number[]): string[] {
	const numbers = Object.keys(errors)
		.map(Number)
		.sort((a, b) => a - b);
	const first = [0, 1].find((from) => places.every((place, at) => numbers[at] === place + from));
	const all = Object.values(errors).map(String).join('. ');
	return places.map((place) => (first === undefined ? all : String(errors[place + first])));
}

/** Reads out of a refused batch what became of each record, as far as it tells. */
export function readPartial<Row, Result>(
	refusal: BigCommerceError,
	rows: Row[],
	resultOf: (body: unknown, row: Row) => Result | undefined,
	task: (row: Row) => string,
): RefusalFinding<Row, Result> {
	const partial = asPartial(refusal.body);
	const settled = new Map<Row, Outcome<Result>>();
	for (const row of rows) {
		const result = resultOf(partial, row);
		if (result !== undefined) settled.set(row, { result });
	}
	const places = rows.flatMap((row, place) => (settled.has(row) ? [] : [place]));
	const errors = Object.fromEntries(
		(partial.errors ?? []).flatMap((entry) => Object.entries(entry.errors ?? {})),
	);
	// A refusal that blames fewer than it left undone was about the whole: the rest is worth another try.
	if (places.length === 0 || Object.keys(errors).length !== places.length) return { settled };
	for (const [at, reason] of reasonsFor(errors, places).entries()) {
		const row = rows[places[at] as number] as Row;
		const { status, body } = refusal;
		const error = new BigCommerceError({ task: task(row), status, title: reason, body });
		settled.set(row, { error });
	}
	return { settled };
}
