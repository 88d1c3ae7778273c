import fc from 'fast-check';

import {
	startDemoStore,
	type DemoStore,
	type ProductRecord,
	type StoreState,
} from '../../demo/store/index.ts';
import { runForJson } from '../support/runNode';
import { matchOn } from '../support/tables';
import {
	copyOf,
	isSimple,
	levelOf,
	restOf,
	stocked,
	storedAt,
	type Stocked,
} from '../support/stockModel';

jest.setTimeout(60_000);

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 15 });
});
afterAll(async () => await store.stop());

/** A failure is shrunk for as long as the tests may take. */
const BOUNDED = { numRuns: 40, interruptAfterTimeLimit: 22_000 };

type Name = 'sku' | 'variantId' | 'productId';
interface Row {
	pick: number;
	upper: boolean;
	quantity: number;
	/** Names nothing that the store has. */
	isUnknown: boolean;
}
interface Output {
	error?: string;
	action?: string;
	quantity?: number;
}

const trackings = fc.array(fc.constantFrom('none', 'product', 'variant'), {
	minLength: 1,
	maxLength: 12,
}) as fc.Arbitrary<Array<ProductRecord['inventory_tracking']>>;
const names = fc.constantFrom<Name>('sku', 'variantId', 'productId');
const rowsOf = (quantity: fc.Arbitrary<number>): fc.Arbitrary<Row[]> =>
	fc.array(
		fc.record({
			pick: fc.nat(),
			upper: fc.boolean(),
			quantity,
			isUnknown: fc.nat(19).map((one) => one === 0),
		}),
		{ maxLength: 60 },
	);

/** Products are tracked in the ways given, in turn; one with options is never tracked as a whole, as no SKU names it then. */
function track(state: StoreState, ways: Array<ProductRecord['inventory_tracking']>) {
	for (const [at, product] of [...state.products.values()].entries()) {
		const way = ways[at % ways.length] as ProductRecord['inventory_tracking'];
		product.inventory_tracking = way === 'product' && !isSimple(product) ? 'variant' : way;
		const [base] = product.variants;
		// The seed leaves apart what any write of the stock makes the same.
		if (isSimple(product) && base) base.inventory_level = product.inventory_level;
	}
}

function named({ product, variant }: Stocked, by: Name, { upper, isUnknown }: Row): object {
	if (isUnknown) return by === 'sku' ? { sku: 'NOT-THERE' } : { [by]: 999_999 };
	if (by === 'sku') return { sku: upper ? variant.sku.toUpperCase() : variant.sku.toLowerCase() };
	return by === 'variantId' ? { variantId: variant.id } : { productId: product.id };
}

/** What an item has after all of its rows, and which of them cannot be carried out. */
type Outcome = { level: number; refused: Row[] };
const set = (level: number, rows: Row[]): Outcome => ({
	level: rows.at(-1)?.quantity ?? level,
	refused: [],
});

/** Rows for one item are written as one; where that is too much to take off, each is tried in its turn. */
function adjust(level: number, rows: Row[]): Outcome {
	const after = rows.reduce((sum, { quantity }) => sum + quantity, level);
	if (after >= 0) return { level: after, refused: [] };
	const refused: Row[] = [];
	for (const row of rows) {
		if (level + row.quantity < 0) refused.push(row);
		else level += row.quantity;
	}
	return { level, refused };
}

/** Runs the rows against the store and against a copy of its state, and compares what both are afterwards. */
async function holds(
	operation: 'set' | 'adjust',
	ways: Array<ProductRecord['inventory_tracking']>,
	identifyBy: Name,
	rows: Row[],
) {
	store.reset();
	track(store.state, ways);
	const model = copyOf(store.state);
	const all = stocked(model).filter(
		({ product }) => identifyBy !== 'productId' || isSimple(product),
	);
	const placeOf = ({ pick }: Row) => all[pick % all.length] as Stocked;
	const output = (await runForJson(
		store.credential,
		{ resource: 'inventory', operation, ...matchOn(identifyBy), location: 1 },
		{
			items: rows.map((row) => ({
				...named(placeOf(row), identifyBy, row),
				quantity: row.quantity,
			})),
			onError: 'continueRegularOutput',
		},
	)) as Output[];

	expect(output).toHaveLength(rows.length);
	const refused = new Set(rows.filter(({ isUnknown }) => isUnknown));
	const byPlace = new Map<Stocked, Row[]>();
	for (const row of rows) {
		if (refused.has(row)) continue;
		byPlace.set(placeOf(row), [...(byPlace.get(placeOf(row)) ?? []), row]);
	}
	for (const [place, theirs] of byPlace) {
		const isTracked = place.product.inventory_tracking !== 'none';
		const after = (operation === 'set' ? set : adjust)(levelOf(place), theirs);
		for (const row of isTracked ? after.refused : theirs) refused.add(row);
		if (isTracked && theirs.some((row) => !refused.has(row)))
			storedAt(model, place, 1, after.level);
	}
	for (const [at, row] of rows.entries()) {
		const { error, action, quantity } = output[at] as Output;
		expect(error !== undefined).toBe(refused.has(row));
		if (error !== undefined) continue;
		expect(quantity).toBe(row.quantity);
		const isLast = byPlace.get(placeOf(row))?.at(-1) === row;
		expect(action).toBe(operation === 'set' && !isLast ? 'skipped' : 'updated');
	}
	expect([...store.state.products.values()]).toEqual([...model.products.values()]);
	const counts = ({ stock }: StoreState) =>
		[...stock].map(([key, { on_hand }]) => [key, on_hand] as const).sort();
	expect(counts(store.state)).toEqual(counts(model));
	expect(restOf(store.state)).toBe(restOf(model));
}

describe('Inventory, whatever the store tracks and the rows say', () => {
	it('Set ends with the last count that was said of each item', async () => {
		const rows = rowsOf(fc.nat(30));
		await fc.assert(
			fc.asyncProperty(trackings, names, rows, async (...given) => await holds('set', ...given)),
			BOUNDED,
		);
	});

	it('Adjust ends with the sum of what was said of each item', async () => {
		const rows = rowsOf(fc.integer({ min: -15, max: 30 }));
		await fc.assert(
			fc.asyncProperty(trackings, names, rows, async (...given) => await holds('adjust', ...given)),
			BOUNDED,
		);
	});
});
