import fc from 'fast-check';

import { firstCursor } from '../../nodes/BigCommerce/triggers/polling/firstCursor';
import type { Cursor, Watch } from '../../nodes/BigCommerce/triggers/polling/cursor';
import {
	sweep,
	type RowPage,
	type SweepWindow,
} from '../../nodes/BigCommerce/triggers/polling/sweep';
import type { PolledRecords } from '../../nodes/BigCommerce/triggers/polling/sources/source';
import type { Client } from '../../nodes/BigCommerce/api/client';

/** A record of a simulated store. Times are seconds; a late write is seen only from `visibleAt` on. */
interface Row {
	id: number;
	createdAt: number;
	modifiedAt: number;
	/** Counts its changes: what a reader sees of them. */
	content: number;
	visibleAt: number;
}

interface Told {
	id: number;
	action: 'created' | 'updated';
	version: number;
	content: number;
}

const OVERLAP = 60;
const PAGE = 3;

/** A store with a clock of its own, read by keyset as the API is, and a trigger that polls it. */
class Simulation {
	now = 1_000_000;
	readonly rows = new Map<number, Row>();
	/** Older versions, while a late write is not seen yet. */
	private readonly before = new Map<number, Row>();
	readonly told: Told[] = [];
	/** Its static data, as n8n's database holds it. */
	stored = '';
	pagesRead = 0;
	private lastId = 100;
	readonly watch: Watch;
	/** How far the dates of records are from the clock that answers bear. */
	readonly skew: number;

	constructor(watch: Watch, skew = 0) {
		this.watch = watch;
		this.skew = skew;
	}

	get date() {
		return Math.floor(this.now) + this.skew;
	}

	create(late = 0, importedFrom = 0): Row {
		const id = ++this.lastId;
		const row = {
			id,
			createdAt: this.date - importedFrom,
			modifiedAt: this.date,
			content: 0,
			visibleAt: this.now + late,
		};
		this.rows.set(id, row);
		return row;
	}

	update(id: number, late = 0): void {
		const row = this.rows.get(id);
		if (!row || row.visibleAt > this.now) return;
		// Two versions of one date cannot be told apart where the second is written late, or dated by a clock that lags.
		if (row.modifiedAt === this.date && (late > 0 || this.skew < 0)) return;
		this.before.set(id, row);
		this.rows.set(id, {
			...row,
			modifiedAt: this.date,
			content: row.content + 1,
			visibleAt: this.now + late,
		});
	}

	private visible(): Row[] {
		return [...this.rows.values()].flatMap((row) => {
			if (row.visibleAt <= this.now) return [row];
			const earlier = this.before.get(row.id);
			return earlier && earlier.visibleAt <= this.now ? [earlier] : [];
		});
	}

	private page(rows: Row[]): RowPage<Row> {
		return { rows, at: Math.floor(this.now), now: Math.floor(this.now) };
	}

	private readPage({ since, floor, position = 0 }: SweepWindow): RowPage<Row> {
		this.pagesRead++;
		const from = Math.max(floor, Number(position));
		const found = this.visible()
			.filter((row) => row.id > from)
			.filter((row) => this.watch.feed === 'byId' || this.versionOf(row) >= since - 1)
			.sort((a, b) => a.id - b.id);
		const rows = found.slice(0, PAGE);
		return { ...this.page(rows), next: found.length > PAGE ? rows.at(-1)?.id : undefined };
	}

	private versionOf = (row: Row) => (this.watch.updates ? row.modifiedAt : row.createdAt);

	/** What activation reads of the newest ids. */
	private get source(): PolledRecords {
		return {
			newest: async (_client: Client, limit: number) =>
				this.page(
					this.visible()
						.sort((a, b) => b.id - a.id)
						.slice(0, limit),
				),
			floorBefore: async (_client: Client, since: number) => {
				const young = this.visible().filter(({ createdAt }) => createdAt >= since);
				return young.length > 0 ? Math.min(...young.map(({ id }) => id)) - 1 : undefined;
			},
		} as unknown as PolledRecords;
	}

	async poll(pages = 10, lookBack = 0, isOver = () => false): Promise<Told[]> {
		const beginning = { of: 'test', watch: this.watch, lookBack, overlap: OVERLAP };
		const cursor = this.stored
			? (JSON.parse(this.stored) as Cursor)
			: await firstCursor({} as Client, this.source, beginning);
		const walk = {
			readPage: async (window: SweepWindow) => this.readPage(window),
			dated: (row: Row) => row,
			recordsOf: async (
				changes: Array<{ row: Row; kinds: { created: boolean; updated: boolean } }>,
			) =>
				changes.flatMap(({ row, kinds }) =>
					(['created', 'updated'] as const)
						.filter((action) => kinds[action])
						.map((action) => ({
							id: row.id,
							action,
							version: row.modifiedAt,
							content: row.content,
						})),
				),
		};
		const limits = { pages, overlap: OVERLAP, isOver };
		const now: Told[] = [];
		for await (const told of sweep(cursor, walk, this.watch, limits)) now.push(...told);
		this.stored = JSON.stringify(cursor);
		this.told.push(...now);
		return now;
	}

	/** Polls until everything is settled and read. */
	async drain(): Promise<void> {
		for (let round = 0; round < 3; round++) {
			this.now += OVERLAP / 2;
			do await this.poll();
			while (this.cursor.sweep);
		}
	}

	get cursor(): Cursor {
		return JSON.parse(this.stored) as Cursor;
	}
}

const newAndUpdated: Watch = { feed: 'byDate', updates: true };
const newByDate: Watch = { feed: 'byDate', updates: false };
const newById: Watch = { feed: 'byId', updates: false };
const events = (told: Told[]) => told.map(({ id, action }) => `${id} ${action}`);

describe.each([
	['new and updated', newAndUpdated],
	['new, by date', newByDate],
	['new, by id', newById],
])('polling for %s', (_name, watch) => {
	it('tells nothing of what was there before, and each new record once', async () => {
		const shop = new Simulation(watch);
		for (let count = 0; count < 5; count++) shop.create();
		shop.now += 5;
		expect(await shop.poll()).toEqual([]);
		shop.now += 60;
		const { id } = shop.create();
		shop.now += 3;
		expect(events(await shop.poll())).toEqual([`${id} created`]);
		expect(await shop.poll()).toEqual([]);
	});

	it('tells all of many records that share one second, over as many rounds as the budget takes', async () => {
		const shop = new Simulation(watch);
		await shop.poll();
		shop.now += 100;
		const made = Array.from({ length: 40 }, () => shop.create().id);
		shop.now += 3;
		const rounds: number[] = [];
		while (shop.told.length < made.length && rounds.length < 100)
			rounds.push((await shop.poll(2)).length);
		expect(shop.told.map(({ id }) => id)).toEqual(made);
		expect(Math.max(...rounds)).toBe(2 * PAGE);
		await shop.drain();
		expect(shop.told).toHaveLength(made.length);
	});

	it('ends a round in time, with a page at least, and leaves the rest to the next one', async () => {
		const shop = new Simulation(watch);
		await shop.poll();
		shop.now += 100;
		const made = Array.from({ length: 3 * PAGE }, () => shop.create().id);
		shop.now += 3;
		expect(await shop.poll(10, 0, () => true)).toHaveLength(PAGE);
		await shop.poll();
		expect(shop.told.map(({ id }) => id)).toEqual(made);
	});

	it('finds what was written late, and what a lagging clock dated', async () => {
		const late = new Simulation(watch);
		const lagging = new Simulation(watch, -30);
		for (const shop of [late, lagging]) {
			await shop.poll();
			shop.now += 100;
			shop.create(40);
			const { id } = shop.create();
			shop.now += 3;
			expect(events(await shop.poll())).toEqual([`${id} created`]);
			shop.now += 45;
			expect(events(await shop.poll())).toEqual([`${id - 1} created`]);
			await shop.drain();
			expect(shop.told).toHaveLength(2);
		}
	});

	it('does not mind a clock that is ahead', async () => {
		const shop = new Simulation(watch, 30);
		await shop.poll();
		shop.now += 100;
		shop.create();
		await shop.drain();
		expect(shop.told).toHaveLength(1);
	});

	it('looks back on the first activation as far as it is told to', async () => {
		const shop = new Simulation(watch);
		shop.create();
		shop.now += 7_200;
		const young = [shop.create().id, shop.create().id];
		shop.now += 1_800;
		expect(events(await shop.poll(10, 3_600))).toEqual(young.map((id) => `${id} created`));
		await shop.drain();
		expect(shop.told).toHaveLength(2);
	});

	it('goes on after a long pause where it ended', async () => {
		const shop = new Simulation(watch);
		await shop.poll();
		shop.now += 50;
		const { id } = shop.create();
		shop.now += 30 * 86_400;
		expect(events(await shop.poll(10, 3_600))).toEqual([`${id} created`]);
	});

	it('forgets what has left the overlap, and reads little again', async () => {
		const shop = new Simulation(watch);
		await shop.poll();
		for (let count = 0; count < 200; count++) {
			shop.now += 10;
			shop.create();
			await shop.poll();
		}
		expect(Object.keys(shop.cursor.seen).length).toBeLessThan(15);
		shop.pagesRead = 0;
		await shop.drain();
		shop.pagesRead = 0;
		await shop.poll();
		expect(shop.pagesRead).toBe(1);
		expect(shop.told).toHaveLength(200);
	});
});

describe('polling for updates', () => {
	it('tells a record that was made and changed since as both', async () => {
		const shop = new Simulation(newAndUpdated);
		await shop.poll();
		shop.now += 10;
		const { id } = shop.create();
		shop.now += 10;
		shop.update(id);
		shop.now += 10;
		expect(events(await shop.poll())).toEqual([`${id} created`, `${id} updated`]);
	});

	it('tells an old record as updated, whatever its id', async () => {
		const shop = new Simulation(newAndUpdated);
		const old = [shop.create().id, shop.create().id];
		shop.now += 10_000;
		await shop.poll();
		shop.now += 10;
		for (const id of old) shop.update(id);
		shop.now += 10;
		expect(events(await shop.poll())).toEqual(old.map((id) => `${id} updated`));
	});

	it('waits for the end of a second in which a record may change once more', async () => {
		const shop = new Simulation(newAndUpdated);
		const { id } = shop.create();
		shop.now += 1_000;
		await shop.poll();
		shop.now += 10;
		shop.update(id);
		shop.now += 0.2;
		expect(await shop.poll()).toEqual([]);
		shop.update(id);
		shop.now += 5;
		expect(await shop.poll()).toEqual([expect.objectContaining({ action: 'updated', content: 2 })]);
	});

	it('tells a new record at once even while it goes on changing', async () => {
		const shop = new Simulation(newAndUpdated);
		await shop.poll();
		shop.now += 10;
		const { id } = shop.create();
		shop.now += 1_000;
		shop.update(id);
		expect(events(await shop.poll())).toEqual([`${id} created`]);
		shop.now += 1_000;
		expect(events(await shop.poll())).toEqual([`${id} updated`]);
		await shop.drain();
		expect(shop.told).toHaveLength(2);
	});

	it('tells an imported record with a date of old as new', async () => {
		const shop = new Simulation(newAndUpdated);
		shop.create();
		shop.now += 1_000;
		await shop.poll();
		shop.now += 10;
		const { id } = shop.create(0, 100_000);
		shop.now += 10;
		expect(events(await shop.poll())).toEqual([`${id} created`, `${id} updated`]);
	});
});

type Step =
	| { do: 'create'; late: number }
	| { do: 'update'; pick: number; late: number }
	| { do: 'wait'; seconds: number }
	| { do: 'poll'; pages: number };

const lateness = fc.oneof(
	{ weight: 4, arbitrary: fc.constant(0) },
	fc.integer({ min: 0, max: OVERLAP - 20 }),
);
const steps = fc.array(
	fc.oneof(
		fc.record({ do: fc.constant('create' as const), late: lateness }),
		fc.record({ do: fc.constant('update' as const), pick: fc.nat(), late: lateness }),
		fc.record({
			do: fc.constant('wait' as const),
			seconds: fc.oneof(fc.constantFrom(0.25, 0.5, 1), fc.integer({ min: 1, max: 200 })),
		}),
		fc.record({ do: fc.constant('poll' as const), pages: fc.integer({ min: 1, max: 3 }) }),
	),
	{ maxLength: 60 },
);

async function take(shop: Simulation, step: Step): Promise<void> {
	if (step.do === 'create') shop.create(step.late);
	else if (step.do === 'wait') shop.now += step.seconds;
	else if (step.do === 'poll') await shop.poll(step.pages);
	else if (shop.rows.size > 0) {
		const ids = [...shop.rows.keys()];
		shop.update(ids[step.pick % ids.length] as number, step.late);
	}
}

describe('whatever writes and polls follow each other', () => {
	it.each([
		['new and updated', newAndUpdated],
		['new, by date', newByDate],
		['new, by id', newById],
	])(
		'nothing is lost and nothing repeated: %s',
		async (_name, watch) => {
			await fc.assert(
				fc.asyncProperty(
					fc.integer({ min: 0, max: 8 }),
					fc.integer({ min: -15, max: 15 }),
					steps,
					async (old, skew, todo) => {
						const shop = new Simulation(watch, skew);
						for (let count = 0; count < old; count++) shop.create();
						shop.now += 1_000;
						await shop.poll();
						const before = new Map([...shop.rows].map(([id, { content }]) => [id, content]));
						shop.now += 20;
						for (const step of todo) await take(shop, step);
						await shop.drain();

						const keys = shop.told.map(({ id, action, version }) =>
							action === 'created' ? `${id} created` : `${id} ${version}`,
						);
						expect(new Set(keys).size).toBe(keys.length);
						const created = shop.told.filter(({ action }) => action === 'created');
						expect(created.map(({ id }) => id).sort()).toEqual(
							[...shop.rows.keys()].filter((id) => !before.has(id)).sort(),
						);
						if (!watch.updates) return;
						for (const [id, row] of shop.rows) {
							if (before.get(id) === row.content) continue;
							const last = shop.told.filter((one) => one.id === id).at(-1);
							expect(last).toMatchObject({ content: row.content, version: row.modifiedAt });
						}
					},
				),
				{ numRuns: 1_500 },
			);
		},
		60_000,
	);
});
