import fc from 'fast-check';

import type { Batches } from '../../nodes/BigCommerce/api/batches';
import { BigCommerceError } from '../../nodes/BigCommerce/api/errors';
import { continueWith, type Outcome } from '../../nodes/BigCommerce/api/outcomes';
import { writeMany } from '../../nodes/BigCommerce/api/writeMany';
import { deleteByIds } from '../../nodes/BigCommerce/store/deleteByIds';
import { RefusingEndpoint, type Habits, type Manner, type Sent } from '../support/refusingEndpoint';

const RUNS = { numRuns: 1_000 };
/** Nobody cancels these runs, nor is told of them. */
const NOBODY = { wrote: () => undefined };
const DOING = { task: 'update the records' };
const call = { ...DOING, path: '/v3/records' };

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

function batchTo(endpoint: RefusingEndpoint, size: number): Batches<Sent, Sent> {
	const { manner } = endpoint.habits;
	return {
		call,
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
					const outcomes = await writeMany(client, records, batchTo(endpoint, size));

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
					const ofKey: Batches<Sent, Sent> = {
						...batchTo(endpoint, 2_000),
						resultOf: (_body, record) => record,
					};
					const outcomes = await writeMany(NOBODY, records, ofKey);
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
					const outcomes = await writeMany<One, One>(NOBODY, records, {
						call,
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
					const outcomes = await writeMany<Sent, Sent>(NOBODY, records, {
						...batchTo(endpoint, size),
						keyOf: ({ key }) => key,
						// What is wrong with one of them is wrong with what they make.
						merge: (earlier, later) => ({
							...later,
							bad: earlier.bad ?? later.bad,
							fields: { ...earlier.fields, ...later.fields },
						}),
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
				const work = writeMany<Attempt, Attempt>(NOBODY, rows, {
					groupBy: ({ value }) => value,
					write: async (group) => {
						sent.push(group);
						await scheduler.schedule(Promise.resolve());
						return expected(group);
					},
				});
				expect(await scheduler.waitFor(work)).toEqual(expected(rows));
				expect(sent).toHaveLength(new Set(rows.map(({ value }) => value)).size);
				for (const group of sent)
					expect(group).toEqual(rows.filter(({ value }) => value === group[0]?.value));
			}),
			RUNS,
		);
	});

	it('of items that are prepared, at whatever time that ends: what could not be is not sent', async () => {
		await fc.assert(
			fc.asyncProperty(
				attempts,
				fc.infiniteStream(fc.boolean()),
				fc.scheduler(),
				async (rows, later, scheduler) => {
					const begun: Attempt[] = [];
					const sent: Attempt[] = [];
					const refused = new Set<Attempt>();
					const work = writeMany(NOBODY, rows, {
						prepare: async (one) => {
							begun.push(one);
							await scheduler.schedule(Promise.resolve());
							if (one.fails) throw errorOf(one);
							return { one };
						},
						write: async (records) =>
							records.map(({ one }): Outcome<number> => {
								sent.push(one);
								if (later.next().value as boolean) return { result: one.value };
								refused.add(one);
								return { error: errorOf(one) };
							}),
						answer: (value, { one }) => ({ value, one }),
					});
					const outcomes = await scheduler.waitFor(work);
					expect(begun).toEqual(rows);
					expect(sent).toEqual(rows.filter(({ fails }) => !fails));
					expect(outcomes).toEqual(
						rows.map((one) =>
							one.fails || refused.has(one)
								? { error: errorOf(one) }
								: { result: { value: one.value, one } },
						),
					);
				},
			),
			RUNS,
		);
	});

	it('of what goes on with those that succeeded', async () => {
		await fc.assert(
			fc.asyncProperty(attempts, fc.infiniteStream(fc.boolean()), async (rows, later) => {
				const then: Attempt[] = [];
				const outcomes = await continueWith(expected(rows), async (good) => {
					then.push(...good);
					return good.map((one) => outcomeOf({ ...one, fails: later.next().value as boolean }));
				});
				expect(then).toEqual(rows.filter(({ fails }) => !fails));
				for (const [index, one] of rows.entries()) {
					const { result, error } = outcomes[index] as Outcome<Attempt>;
					if (one.fails) expect(error).toEqual(errorOf(one));
					else if (result) expect(result.value).toBe(one.value);
					else expect(error).toEqual(errorOf(one));
				}
			}),
			RUNS,
		);
	});

	it('of items that name several ids: each id is sent once, and an item succeeds when all of its own do', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.uniqueArray(fc.nat(20), { minLength: 1 }), { maxLength: 12 }),
				fc.uniqueArray(fc.nat(20)),
				fc.uniqueArray(fc.nat(20)),
				async (items, failing, absent) => {
					const sent: number[] = [];
					const outcomes = await deleteByIds(items, async (ids) => {
						sent.push(...ids);
						return ids.map((id) =>
							failing.includes(id) ? { error: `no ${id}` } : { result: !absent.includes(id) },
						);
					});
					expect(new Set(sent).size).toBe(sent.length);
					expect(new Set(sent)).toEqual(new Set(items.flat()));
					expect(outcomes).toEqual(
						items.map((own) => {
							const failed = own.find((id) => failing.includes(id));
							if (failed !== undefined) return { error: `no ${failed}` };
							const ids = own.filter((id) => !absent.includes(id));
							const notFound = own.filter((id) => absent.includes(id));
							const result = { deleted: ids.length > 0, ids };
							return { result: notFound.length > 0 ? { ...result, notFound } : result };
						}),
					);
				},
			),
			RUNS,
		);
	});

	it('of records that their address names: it holds as many as fit, each once, and no batch mixes groups', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.record({ list: fc.nat(2), sku: fc.stringMatching(/^[a-z ]{1,60}$/) }), {
					maxLength: 60,
				}),
				async (records) => {
					const sent: Array<{ path: string; skus: string[] }> = [];
					const outcomes = await writeMany(NOBODY, records, {
						groupBy: ({ list }) => list,
						call: ({ list }) => ({ path: `/v3/lists/${list}`, task: 'delete the records' }),
						inAddress: ({ sku }) => sku,
						send: async (some, { path }) => {
							expect(new Set(some.map(({ list }) => `/v3/lists/${list}`))).toEqual(new Set([path]));
							sent.push({ path, skus: some.map(({ sku }) => sku) });
							return { status: 204, headers: {}, body: undefined };
						},
						resultOf: (_body, record) => record,
					});
					expect(outcomes.map(({ result }) => result)).toEqual(records);
					const keys = sent.flatMap(({ path, skus }) => skus.map((sku) => `${path} ${sku}`));
					expect([...keys].sort()).toEqual(
						[...new Set(records.map(({ list, sku }) => `/v3/lists/${list} ${sku}`))].sort(),
					);
					for (const { skus } of sent)
						expect(encodeURIComponent(skus.join(',')).length).toBeLessThan(700);
				},
			),
			RUNS,
		);
	});
});
