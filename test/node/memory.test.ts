import { measureRun } from '../support/measure';
import { startStoreProcess, type StoreProcess } from '../support/storeProcess';

jest.setTimeout(600_000);

/** What is held at once (runInBatches), and four times as much. */
const FEW = 10_000;
const MANY = 4 * FEW;
/** What is read from 30,000 more items takes 10 MB and more if it is kept. */
const MOST_GROWTH_MB = 5;

/** Operations that look all of their items up by SKU. */
const operations = [
	{ resource: 'inventory', operation: 'set' },
	{ resource: 'productVariant', operation: 'updateMany' },
	{ resource: 'listing', operation: 'sync', fieldsToSync: ['price', 'quantity'] },
];

describe('a run of many stretches', () => {
	let store: StoreProcess;
	beforeAll(async () => {
		store = await startStoreProcess('--products', String(MANY));
	});
	afterAll(async () => await store.stop());

	const peakOf = async (parameters: Record<string, unknown>, items: number) => {
		const { credential } = store;
		const { outputs, peakBytes } = await measureRun({ credential, parameters, items });
		expect(outputs).toBe(items);
		expect(peakBytes / 1e6).toBeGreaterThan(1);
		return peakBytes / 1e6;
	};

	it.each(operations)(
		'holds no more of a longer input in $resource $operation',
		async (parameters) => {
			const few = await peakOf(parameters, FEW);
			const many = await peakOf(parameters, MANY);
			expect(many - few).toBeLessThan(MOST_GROWTH_MB);
		},
	);
});
