import fc from 'fast-check';

import {
	startDemoStore,
	type DemoStore,
	type ProductRecord,
	type StoreState,
} from '../../demo/store/index.ts';
import { runForJson } from '../support/runNode';
import {
	copyOf,
	isSimple,
	levelOf,
	restOf,
	stocked,
	stockKeyOf,
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
const BOUNDED = { numRuns: 25, interruptAfterTimeLimit: 22_000 };

/** What a row says beside its SKU. */
interface Says {
	price?: number;
	salePrice?: number;
	weight?: number;
	upc?: string;
	name?: string;
	isVisible?: boolean;
	quantity?: number;
}
type Field = keyof Says;
type Bad = 'price' | 'name' | 'upc';
interface Row {
	pick: number;
	upper: boolean;
	says: Says;
	bad?: Bad;
}

const FIELDS: Field[] = ['price', 'salePrice', 'weight', 'upc', 'name', 'isVisible', 'quantity'];
/** Where product and variant keep what both have. */
const SHARED = { price: 'price', salePrice: 'sale_price', weight: 'weight', upc: 'upc' } as const;
const OF_PRODUCT = { name: 'name', isVisible: 'is_visible' } as const;
/** A product that no row names, so that its name stays taken. */
const TAKEN = 'CC-KETTLE';

const cents = fc.integer({ min: 0, max: 9 }).map((value) => value / 4);
const says: fc.Arbitrary<Says> = fc.record(
	{
		price: cents,
		salePrice: cents,
		weight: cents,
		upc: fc.integer({ min: 0, max: 3 }).map((digit) => `04200006200${digit}`),
		name: fc.integer({ min: 0, max: 99_999 }).map((number) => `Renamed ${number}`),
		isVisible: fc.boolean(),
		quantity: fc.nat(5),
	},
	{ requiredKeys: [] },
);
const edits = fc.array(
	fc.record({
		pick: fc.nat(),
		price: fc.option(cents),
		level: fc.nat(5),
		isVisible: fc.boolean(),
		tracking: fc.constantFrom('none' as const, 'product' as const, 'variant' as const),
	}),
	{ maxLength: 25 },
);
const rowsOf = (bad: fc.Arbitrary<Bad | undefined>) =>
	fc.array(fc.record({ pick: fc.nat(), upper: fc.boolean(), says, bad }), { maxLength: 40 });
const fields = fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1 });

const listed = (state: StoreState): Stocked[] =>
	stocked(state).filter(({ product }) => product.sku !== TAKEN);

/** The seed leaves apart what any write of a simple product makes the same in its base variant. */
function levelWithBase(state: StoreState) {
	for (const product of [...state.products.values()].filter(isSimple)) {
		const { sku, upc, mpn, gtin, bin_picking_number } = product;
		const { inventory_level, inventory_warning_level } = product;
		const shared = { sku, upc, mpn, gtin, bin_picking_number };
		Object.assign(product.variants[0] ?? {}, shared, { inventory_level, inventory_warning_level });
	}
}

/** Somebody else's work in the control panel. */
function edit(
	state: StoreState,
	given: Array<{
		pick: number;
		price: number | null;
		level: number;
		isVisible: boolean;
		tracking: ProductRecord['inventory_tracking'];
	}>,
) {
	const all = listed(state);
	for (const { pick, price, level, isVisible, tracking } of given) {
		const { product, variant } = all[pick % all.length] as Stocked;
		product.is_visible = isVisible;
		product.inventory_tracking = tracking;
		if (isSimple(product)) product.price = price ?? product.price;
		else variant.price = price;
		variant.inventory_level = level;
		if (isSimple(product) || tracking === 'product') product.inventory_level = level;
		// A row after one that failed may say again what is there.
		const stock = state.stock.get(stockKeyOf({ product, variant }, 1));
		if (stock) stock.on_hand = level;
	}
}

/** What the store has of a listing by the names of the rows; undefined where it keeps none. */
function had(at: Stocked, field: Field): unknown {
	const { product, variant } = at;
	if (field === 'quantity') return product.inventory_tracking === 'none' ? undefined : levelOf(at);
	if (field in OF_PRODUCT) return product[OF_PRODUCT[field as keyof typeof OF_PRODUCT]];
	const name = SHARED[field as keyof typeof SHARED];
	return isSimple(product) ? product[name] : (variant[name] ?? product[name]);
}

/** One value written into the model as it ends in the store. */
function write(state: StoreState, at: Stocked, field: Field, value: unknown) {
	const { product, variant } = at;
	if (field === 'quantity') storedAt(state, at, 1, value as number);
	else if (field in OF_PRODUCT)
		Object.assign(product, { [OF_PRODUCT[field as keyof typeof OF_PRODUCT]]: value });
	else {
		const name = SHARED[field as keyof typeof SHARED];
		Object.assign(isSimple(product) ? product : variant, { [name]: value });
		if (isSimple(product) && name === 'upc') variant.upc = String(value);
	}
	if (field !== 'quantity' && (isSimple(product) || field in OF_PRODUCT)) product.date_modified = 0;
}

/** In the order in which they are written; when one is refused the later ones are not tried. */
function stepsOf({ product }: Stocked, chosen: readonly Field[]): Field[][] {
	const ofProduct = (field: Field) =>
		field !== 'quantity' && (isSimple(product) || field in OF_PRODUCT);
	return [
		chosen.filter(ofProduct),
		chosen.filter((field) => field !== 'quantity' && !ofProduct(field)),
		chosen.filter((field) => field === 'quantity'),
	];
}

const badly = ({ says: good, bad }: Row, taken: string): Record<string, unknown> => ({
	...good,
	...(bad === 'price' && { price: 'cheap' }),
	...(bad === 'name' && { name: taken }),
	...(bad === 'upc' && { upc: '0'.repeat(300) }),
});

/** The whole state, without the dates of what a row touched. */
function whole(state: StoreState, dateless: ReadonlySet<number>) {
	const products = [...state.products.values()].map((product) => ({
		...product,
		date_modified: dateless.has(product.id) ? 0 : product.date_modified,
	}));
	return { products, stock: state.stock, rest: restOf(state) };
}

/** Rows that do not contradict each other: variants of one product share its name, its visibility and perhaps its stock. */
const onePerProduct = (rows: Row[], all: Stocked[]) => {
	const productOf = ({ pick }: Row) => (all[pick % all.length] as Stocked).product.id;
	return [...new Map(rows.map((row) => [productOf(row), row])).values()];
};

/** A store refuses a second product of one name, so each row gives a name of its own. */
const namedApart = (row: Row, { product }: Stocked): Row => {
	const { name } = row.says;
	return name === undefined
		? row
		: { ...row, says: { ...row.says, name: `${name} of ${product.id}` } };
};

/**
 * Any number of rows for each product that is its own only variant. What one says badly no later one says again: rows for
 * one product are sent as one first, so that this would put the bad one right.
 */
const ofSimple = (rows: Row[], all: Stocked[]) => {
	const saidBadly = new Map<number, Set<Field>>();
	return rows.flatMap((row): Row[] => {
		const { product } = all[row.pick % all.length] as Stocked;
		if (!isSimple(product)) return [];
		const theirs = saidBadly.get(product.id) ?? new Set();
		const again = Object.fromEntries(
			Object.entries(row.says).filter(([field]) => !theirs.has(field as Field)),
		);
		if (row.bad) saidBadly.set(product.id, theirs.add(row.bad));
		return [{ ...row, says: again }];
	});
};

interface Output {
	error?: string;
	action?: string;
	changes?: Record<string, { from: unknown; to: unknown }>;
}

const sync = async (items: object[], fieldsToSync: Field[]) =>
	(await runForJson(
		store.credential,
		{ resource: 'listing', operation: 'sync', fieldsToSync },
		{ items, onError: 'continueRegularOutput' },
	)) as Output[];
const writes = () => store.exchanges.filter(({ method }) => method !== 'GET').length;

/** Runs Sync against the store and the rows against a copy of its state, and compares what both are afterwards. */
async function holds(
	given: Row[],
	chosen: Field[],
	edited: Parameters<typeof edit>[1],
	chooseRows = onePerProduct,
) {
	store.reset();
	levelWithBase(store.state);
	edit(store.state, edited);
	const model = copyOf(store.state);
	const all = listed(model);
	const placeOf = ({ pick }: Row) => all[pick % all.length] as Stocked;
	const rows = chooseRows(given, all).map((row) => namedApart(row, placeOf(row)));
	const places = rows.map(placeOf);
	const taken = [...model.products.values()].find(({ sku }) => sku === TAKEN)?.name ?? '';
	const items = rows.map((row, index) => {
		const { sku } = (places[index] as Stocked).variant;
		return { sku: row.upper ? sku.toUpperCase() : sku.toLowerCase(), ...badly(row, taken) };
	});
	const before = copyOf(model);
	const first = new Map(listed(before).map((one) => [one.variant.id, one]));
	const output = await sync(items, chosen);

	expect(output).toHaveLength(rows.length);
	for (const [index, row] of rows.entries()) {
		const place = places[index] as Stocked;
		const bad = row.bad && chosen.includes(row.bad) ? row.bad : undefined;
		const steps = bad === 'price' || bad === 'upc' ? [] : stepsOf(place, chosen);
		for (const step of steps) {
			if (bad && step.includes(bad)) break;
			for (const field of step) {
				const value = row.says[field];
				const now = had(place, field);
				if (value === undefined || now === undefined || now === value) continue;
				write(model, place, field, value);
			}
		}
		const { error, changes = {} } = output[index] as Output;
		expect(error !== undefined).toBe(bad !== undefined);
		if (error !== undefined) continue;
		for (const [field, { from, to }] of Object.entries(changes)) {
			expect(to).toBe(row.says[field as Field]);
			if (chooseRows !== onePerProduct) continue;
			expect(from).toEqual(had(first.get(place.variant.id) as Stocked, field as Field));
		}
	}
	const dateless = new Set(places.map(({ product }) => product.id));
	expect(whole(store.state, dateless)).toEqual(whole(model, dateless));
	return { items, bad: output.map(({ error }) => error !== undefined) };
}

describe('Listing: Sync, whatever the shop and the rows', () => {
	it('ends with what the rows say, leaves all else untouched, and has nothing to do the second time', async () => {
		await fc.assert(
			fc.asyncProperty(
				edits,
				rowsOf(fc.constant(undefined)),
				fields,
				async (given, rows, chosen) => {
					const { items } = await holds(rows, chosen, given);
					const before = writes();
					await sync(items, chosen);
					expect(writes()).toBe(before);
				},
			),
			BOUNDED,
		);
	});

	const badRows = rowsOf(
		fc.option(fc.constantFrom<Bad[]>('price', 'name', 'upc'), { nil: undefined, freq: 9 }),
	);

	it('writes the good rows where a tenth of them are bad', async () => {
		await fc.assert(
			fc.asyncProperty(edits, badRows, fields, async (given, rows, chosen) => {
				await holds(rows, chosen, given);
			}),
			BOUNDED,
		);
	});

	it('writes rows for one listing in their order, whichever of them are bad', async () => {
		await fc.assert(
			fc.asyncProperty(edits, badRows, fields, async (given, rows, chosen) => {
				await holds(rows, chosen, given, ofSimple);
			}),
			BOUNDED,
		);
	});
});
