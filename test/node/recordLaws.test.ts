import fc from 'fast-check';

import { startDemoStore, type DemoStore, type Fault } from '../../demo/store/index.ts';
import { recordLaws, type Law, type Row } from '../support/recordLaws';
import { runNode } from '../support/runNode';

jest.setTimeout(60_000);

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 40 });
});
afterAll(async () => await store.stop());

/** A failure is shrunk for as long as the tests may take. */
const BOUNDED = { numRuns: 15, interruptAfterTimeLimit: 22_000 };

const rowsOf = ({ records, ways, bad }: Law): fc.Arbitrary<Row[]> =>
	fc.array(
		fc.record({
			pick: fc.nat(records - 1),
			by: fc.nat(ways - 1),
			upper: fc.boolean(),
			a: fc.integer({ min: 1, max: 9 }),
			b: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
			bad: fc.option(fc.constantFrom(...bad), { nil: undefined, freq: 6 }),
		}),
		{ maxLength: 30 },
	);

/** Refusals that say nothing of which record they are about, and a spent quota. */
const faults: fc.Arbitrary<Fault[]> = fc.array(
	fc.record({
		match: fc.record({ method: fc.constantFrom('PUT', 'POST') }),
		after: fc.nat(3),
		kind: fc.constantFrom('status' as const, 'status' as const, 'rateLimit' as const),
		status: fc.constantFrom(400, 404, 409, 413, 422),
		body: fc.constant({ title: 'No' }),
		resetMs: fc.constant(20),
	}),
	{ maxLength: 2 },
);

/** What a record may hold of a field after all rows: what the last one said that was carried out, or one that failed later. */
function mayHold(rows: Row[], failed: boolean[], pick: number, field: 'a' | 'b', before: unknown) {
	let last = before;
	let unsure: unknown[] = [];
	for (const [at, row] of rows.entries()) {
		if (row.pick !== pick || row.bad || row[field] === undefined) continue;
		if (failed[at]) unsure.push(row[field]);
		else [last, unsure] = [row[field], []];
	}
	return [last, ...unsure];
}

async function holds(law: Law, rows: Row[], disturbing: Fault[]) {
	store.reset();
	const picks = Array.from({ length: law.records }, (_, pick) => pick);
	const before = picks.map(law.read);
	const count = law.count();
	for (const fault of disturbing) store.faults.add(fault);
	const output = await runNode(
		store.credential,
		{ resource: law.resource, operation: law.operation, ...law.parameters },
		{ items: rows.map(law.item), onError: 'continueRegularOutput' },
	);

	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
	const failed = output.map(({ json }) => json.error !== undefined);
	for (const [at, { bad }] of rows.entries()) {
		if (bad) expect(failed[at]).toBe(true);
		else if (disturbing.length === 0) expect(output[at]?.json).not.toHaveProperty('error');
	}
	const after = picks.map(law.read);
	for (const pick of picks) {
		if (rows.some((row, at) => row.pick === pick && !failed[at])) expect(after[pick]).toBeDefined();
		for (const field of ['a', 'b'] as const)
			expect(mayHold(rows, failed, pick, field, before[pick]?.[field])).toContain(
				after[pick]?.[field],
			);
	}
	const made = picks.filter((pick) => !before[pick] && after[pick]);
	if (law.count() > 0) expect(law.count()).toBe(count + made.length);
	expect(store.exchanges.length).toBeLessThanOrEqual(8 + 4 * rows.length + 8 * disturbing.length);
}

describe('Records that are written many at a time', () => {
	const laws = recordLaws(() => store).map((law): [string, Law] => [
		`${law.resource} ${law.operation} ${law.by ?? ''}`,
		law,
	]);

	it.each(laws)(
		'%s: end as the rows say in their order, each made once, whatever is refused',
		async (_name, law) => {
			await fc.assert(
				fc.asyncProperty(rowsOf(law), faults, async (...given) => await holds(law, ...given)),
				BOUNDED,
			);
		},
	);
});
