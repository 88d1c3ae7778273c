import fc from 'fast-check';

import type { Batch, Outcome } from '../../nodes/BigCommerce/api/batch';
import { sendInBatches } from '../../nodes/BigCommerce/api/sendInBatches';
import { BigCommerceError } from '../../nodes/BigCommerce/api/errors';
import { sendFound } from '../../nodes/BigCommerce/api/sendFound';
import { sendGrouped } from '../../nodes/BigCommerce/api/grouped';
import { sendMerged } from '../../nodes/BigCommerce/api/merge';
import { continueWith, inParts, outcomesOf } from '../../nodes/BigCommerce/api/outcomes';
import { RefusingEndpoint, type Habits, type Manner, type Sent } from '../support/refusingEndpoint';

const RUNS = { numRuns: 1_000 };
/** Nobody cancels these runs. */
const DOING = { task: 'update the records', client: { wrote: () => undefined } };

const reasons = fc.constantFrom<NonNullable<Sent['bad']>[]>(400, 404, 409, 413, 422);
/** Mostly good, now and then bad; a shop's own spreadsheet. */
const badness = fc.option(reasons, { nil: undefined, freq: 4 });
const habitsOf = (manner: fc.Arbitrary<Manner>): fc.Arbitrary<Habits> =>
	fc.record({
		manner,
		turns: fc.array(fc.record({ rotate: fc.nat(50), every: fc.nat(4) }), {
			minLength: 1,
			maxLength: 6,
		}),
		clashes: fc.uniqueArray(fc.nat(20), { maxLength: 3 }),
		losses: fc.array(fc.nat(12), { maxLength: 3 }),
	});
const manners = fc.constantFrom<Manner[]>(
	'silent',
	'namesOne',
	'namesAll',
	'partial',
	'pairs',
	'never',
	'lost',
);

/** Records that each are about another thing. */
const distinct = fc
	.array(badness, { maxLength: 40 })
	.map((all) => all.map((bad, key): Sent => ({ key, bad, fields: { a: key } })));

function batchTo(endpoint: RefusingEndpoint, size: number): Batch<Sent, Sent> {
	const { manner } = endpoint.habits;
	return {
		...DOING,
		size,
		send: endpoint.send,
		resultOf: (body, { key }) => (body as { data: Sent[] }).data.find((row) => row.key === key),
		blame: manner.startsWith('names')
			? async (refusal, batch) => {
					const errors = RefusingEndpoint.errorsIn(refusal);
					const blamed = batch.filter(({ key }) => errors.has(key));
					return { settled: new Map(blamed.map((one) => [one, { error: errors.get(one.key) }])) };
				}
			: undefined,
	};
}

/**
 * Requests for one batch of `count` records of which `bad` are to be found by halving: one, and two for each refused
 * batch that can be halved. On the level of depth d at most min(bad, 2^d) batches hold a bad record.
 */
function halvingBound(count: number, bad: number): number {
	let requests = 1;
	for (let depth = 0; 2 ** depth < count; depth++) requests += 2 * Math.min(bad, 2 ** depth);
	return requests;
}

function mostRequests(records: Sent[], size: number, { manner, clashes }: Habits): number {
	let most = 0;
	for (let start = 0; start < records.length; start += size) {
		const chunk = records.slice(start, start + size);
		const bad = chunk.filter((one) => one.bad !== undefined).length;
		const clashing = chunk.filter(({ key }) => clashes.includes(key)).length;
		if (manner === 'lost') most += halvingBound(chunk.length, bad);
		else if (manner === 'silent') most += halvingBound(chunk.length, bad);
		else if (manner === 'pairs') most += halvingBound(chunk.length, bad + clashing);
		// Each refusal names one; what it named is not sent again.
		else if (manner === 'namesOne') most += 1 + bad;
		else if (manner === 'namesAll') most += bad > 0 ? 2 : 1;
		// Everything is refused, or any row may be left out: every batch but single records is halved.
		else most += 2 * chunk.length - 1;
	}
	return most;
}

const times = (endpoint: RefusingEndpoint, record: Sent) =>
	endpoint.written.filter((one) => one === record).length;

describe('a batch, whatever the endpoint makes of it', () => {
	it('ends with each good record written once, each bad one with an error, in few requests', async () => {
		await fc.assert(
			fc.asyncProperty(
				distinct,
				fc.integer({ min: 1, max: 17 }),
				habitsOf(manners),
				async (records, size, habits) => {
					const endpoint = new RefusingEndpoint(habits);
					let told = 0;
					const client = { wrote: (count: number) => void (told += count) };
					const outcomes = await sendInBatches(records, { ...batchTo(endpoint, size), client });

					expect(told).toBe(endpoint.confirmed.size);
					expect(outcomes).toHaveLength(records.length);
					expect(endpoint.repeated).toEqual([]);
					expect(endpoint.requests.length).toBeLessThanOrEqual(mostRequests(records, size, habits));
					for (const [index, record] of records.entries()) {
						const { result, error } = outcomes[index] as Outcome<Sent>;
						// In the input's order: the outcome is of this very record.
						if (result) expect(result).toBe(record);
						else expect(error).toBeInstanceOf(BigCommerceError);
						if (result) expect(endpoint.confirmed.has(record)).toBe(true);
						// What halving cannot explain, what was lost and what no answer mentions keeps its error.
						const mayFail =
							habits.manner === 'never' ||
							(habits.manner === 'lost' && habits.losses.length > 0) ||
							endpoint.unmentioned.has(record);
						if (record.bad) {
							expect(error).toBeInstanceOf(BigCommerceError);
							if (habits.manner !== 'lost') expect(times(endpoint, record)).toBe(0);
						} else if (!mayFail) {
							expect(result).toBe(record);
							expect(times(endpoint, record)).toBe(1);
						}
						if (habits.manner === 'lost') expect(times(endpoint, record)).toBeLessThanOrEqual(1);
					}
				},
			),
			RUNS,
		);
	});

	it('finds one bad record of n in at most 1 + 2 log2 n requests, and none costs nothing', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 2_000 }), fc.nat(), async (count, at) => {
				const habits: Habits = { manner: 'silent', turns: [], clashes: [], losses: [] };
				for (const bad of [undefined, at % count]) {
					const records = Array.from({ length: count }, (_, key): Sent => ({
						key,
						fields: {},
						...(key === bad && { bad: 422 }),
					}));
					const endpoint = new RefusingEndpoint(habits);
					const ofKey: Batch<Sent, Sent> = {
						...batchTo(endpoint, 2_000),
						resultOf: (_body, record) => record,
					};
					const outcomes = await sendInBatches(records, ofKey);
					expect(outcomes.flatMap(({ error }, index) => (error ? [index] : []))).toEqual(
						bad === undefined ? [] : [bad],
					);
					expect(endpoint.requests.length).toBeLessThanOrEqual(
						bad === undefined ? 1 : 1 + 2 * Math.ceil(Math.log2(count)),
					);
				}
			}),
			{ numRuns: 100 },
		);
	});

	it('mends what can be mended, and gives up mending that helps nothing', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom('good', 'mendable', 'hopeless'), { maxLength: 40 }),
				fc.integer({ min: 1, max: 17 }),
				async (kinds, size) => {
					const records = kinds.map((kind, key) => ({ key, kind, isMended: false }));
					type One = (typeof records)[number];
					const written: One[] = [];
					let requests = 0;
					const outcomes = await sendInBatches<One, One>(records, {
						...DOING,
						size,
						send: async (batch) => {
							requests++;
							if (
								batch.some(
									({ kind, isMended }) => kind === 'hopeless' || (kind === 'mendable' && !isMended),
								)
							)
								throw new BigCommerceError({ ...DOING, status: 422 });
							written.push(...batch);
							return { status: 200, headers: {}, body: {} };
						},
						resultOf: (_body, record) => record,
						// Says each time that it put something right, as one does that guesses.
						blame: async (_refusal, batch) => {
							for (const one of batch) one.isMended = true;
							return { settled: new Map(), mended: true };
						},
					});
					const hopeful = records.filter(({ kind }) => kind !== 'hopeless');
					expect([...written].sort((a, b) => a.key - b.key)).toEqual(hopeful);
					expect(outcomes.map(({ result }) => result)).toEqual(
						records.map((one) => (one.kind === 'hopeless' ? undefined : one)),
					);
					let most = 0;
					for (let start = 0; start < kinds.length; start += size) {
						const chunk = kinds.slice(start, start + size);
						const bad = chunk.filter((kind) => kind === 'hopeless').length;
						// Three mendings are tried on the way to any one record, and all of them on the whole batch.
						most += halvingBound(chunk.length, bad) + 3;
					}
					expect(requests).toBeLessThanOrEqual(most);
				},
			),
			RUNS,
		);
	});
});

/** Several changes of few things. */
const changes = fc.array(
	fc.record({
		key: fc.nat(6),
		bad: badness,
		fields: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 9 }), {
			minKeys: 1,
		}),
	}),
	{ maxLength: 30 },
);

describe('changes of one thing', () => {
	it('end as if they had been sent one after the other', async () => {
		await fc.assert(
			fc.asyncProperty(
				changes,
				fc.integer({ min: 1, max: 5 }),
				habitsOf(fc.constantFrom<Manner[]>('silent', 'namesOne', 'namesAll')),
				async (records, size, habits) => {
					const endpoint = new RefusingEndpoint(habits);
					const outcomes = await sendMerged<Sent, Sent>(records, {
						keyOf: ({ key }) => key,
						// What is wrong with one of them is wrong with what they make.
						merge: (earlier, later) => ({
							...later,
							bad: earlier.bad ?? later.bad,
							fields: { ...earlier.fields, ...later.fields },
						}),
						send: async (merged) => await sendInBatches(merged, batchTo(endpoint, size)),
					});
					const gone = new Set(records.filter(({ bad }) => bad === 404).map(({ key }) => key));
					const oneByOne = new RefusingEndpoint(habits);
					for (const record of records) {
						// What is not there is not there for any of its changes.
						if (!gone.has(record.key)) await oneByOne.send([record]).catch(() => undefined);
					}
					const state = endpoint.state();
					for (const key of gone) state.delete(key);
					expect(state).toEqual(oneByOne.state());
					for (const [index, { key, bad }] of records.entries()) {
						const { result, error } = outcomes[index] as Outcome<Sent>;
						if (gone.has(key)) continue;
						expect(error !== undefined).toBe(bad !== undefined);
						if (!bad) expect(result?.key).toBe(key);
					}
					// No batch holds a thing twice, and none is written again once it was confirmed.
					for (const keys of endpoint.requests) expect(new Set(keys).size).toBe(keys.length);
					expect(endpoint.repeated).toEqual([]);
				},
			),
			RUNS,
		);
	});
});

/** What becomes of one piece of work: its value, or an error that names it. */
const attempts = fc.array(fc.record({ value: fc.nat(9), fails: fc.boolean() }), { maxLength: 30 });
type Attempt = { value: number; fails: boolean };
const errorOf = ({ value }: Attempt) => new Error(`no ${value}`);
const outcomeOf = (one: Attempt): Outcome<Attempt> =>
	one.fails ? { error: errorOf(one) } : { result: one };
const expected = (all: Attempt[]) => all.map(outcomeOf);

describe('outcomes stand in the order of the input', () => {
	it('of rows that are sent by groups, at whatever time these end', async () => {
		await fc.assert(
			fc.asyncProperty(attempts, fc.scheduler(), async (rows, scheduler) => {
				const sent: Attempt[][] = [];
				const work = sendGrouped(
					rows,
					({ value }) => value,
					async (group) => {
						sent.push(group);
						await scheduler.schedule(Promise.resolve());
						return expected(group);
					},
				);
				expect(await scheduler.waitFor(work)).toEqual(expected(rows));
				expect(sent).toHaveLength(new Set(rows.map(({ value }) => value)).size);
				for (const group of sent)
					expect(group).toEqual(rows.filter(({ value }) => value === group[0]?.value));
			}),
			RUNS,
		);
	});

	it('of work that ends at whatever time, and of what goes on with it', async () => {
		await fc.assert(
			fc.asyncProperty(
				attempts,
				fc.infiniteStream(fc.boolean()),
				fc.scheduler(),
				async (rows, later, scheduler) => {
					const first = await scheduler.waitFor(
						outcomesOf(rows, async (one) => {
							await scheduler.schedule(Promise.resolve());
							if (one.fails) throw errorOf(one);
							return one;
						}),
					);
					expect(first).toEqual(expected(rows));
					const then: Attempt[] = [];
					const second = await continueWith(first, async (good) => {
						then.push(...good);
						return good.map((one) => outcomeOf({ ...one, fails: later.next().value as boolean }));
					});
					expect(then).toEqual(rows.filter(({ fails }) => !fails));
					for (const [index, one] of rows.entries()) {
						const { result, error } = second[index] as Outcome<Attempt>;
						if (one.fails) expect(error).toEqual(errorOf(one));
						else if (result) expect(result.value).toBe(one.value);
						else expect(error).toEqual(errorOf(one));
					}
				},
			),
			RUNS,
		);
	});

	it('of items in parts: an item succeeds when all of its parts do', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(attempts, { maxLength: 12 }), async (items) => {
				const outcomes = await inParts(
					items,
					(parts) => parts,
					async (parts) => expected(parts),
					(parts) => parts,
				);
				expect(outcomes).toEqual(
					items.map((parts) => {
						const failed = parts.find(({ fails }) => fails);
						return failed ? { error: errorOf(failed) } : { result: parts };
					}),
				);
			}),
			RUNS,
		);
	});

	it('of records that were looked up first: what was not found is not sent', async () => {
		await fc.assert(
			fc.asyncProperty(attempts, fc.infiniteStream(fc.boolean()), async (rows, later) => {
				const found = rows.map((one) => ({
					...outcomeOf(one),
					ends: later.next().value as boolean,
				}));
				const sent: Attempt[] = [];
				const outcomes = await sendFound(rows, found, async (pairs) =>
					pairs.map(({ record, found: what }) => {
						expect(what).toBe(record);
						sent.push(record);
						return outcomeOf({ ...record, fails: found[rows.indexOf(record)]?.ends ?? false });
					}),
				);
				expect(sent).toEqual(rows.filter(({ fails }) => !fails));
				expect(outcomes).toEqual(
					rows.map((one, index) => outcomeOf({ ...one, fails: one.fails || !!found[index]?.ends })),
				);
			}),
			RUNS,
		);
	});
});
