import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runForJson } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const getMany = async (parameters: object = {}) =>
	await runForJson(store.credential, { resource: 'currency', operation: 'getAll', ...parameters });

describe('Currency: Get Many', () => {
	it('gives the currencies of the store, with rates as exact as the API has them', async () => {
		expect(await getMany()).toMatchObject([
			{ id: 1, code: 'USD', isDefault: true, exchangeRate: '1.0000000000', symbol: '$' },
			{ id: 2, code: 'EUR', isDefault: false, decimalPlaces: 2 },
		]);
	});

	it('gives no more than the limit, and the whole answer without Simplify', async () => {
		const [first, ...others] = await getMany({ limit: 1, output: 'raw' });
		expect(first).toMatchObject({ currency_code: 'USD', use_default_name: true });
		expect(others).toEqual([]);
	});
});
