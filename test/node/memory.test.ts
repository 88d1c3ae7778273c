import { measureRun } from '../support/measure';
import { startStoreProcess, type StoreProcess } from '../support/storeProcess';

jest.setTimeout(180_000);

/** Three times what is held at once (runInBatches). */
const ITEMS = 30_000;
/** Ten thousand need some 35 MB beyond their input and output; all of them at once nearly 90 MB. */
const BOUND_MB = 55;

describe('a run of many stretches', () => {
	let store: StoreProcess;
	beforeAll(async () => {
		store = await startStoreProcess('--products', String(ITEMS));
	});
	afterAll(async () => await store.stop());

	it('holds no more than one of them beyond its input and output', async () => {
		const { outputs, peakBytes } = await measureRun({
			credential: store.credential,
			parameters: {
				resource: 'listing',
				operation: 'sync',
				fieldsToSync: ['price', 'quantity'],
			},
			items: ITEMS,
		});
		expect(outputs).toBe(ITEMS);
		expect(peakBytes / 1e6).toBeGreaterThan(1);
		expect(peakBytes / 1e6).toBeLessThan(BOUND_MB);
	});
});
