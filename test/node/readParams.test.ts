import { Expression } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { runNode } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
beforeEach(() => store.reset());

/** How many expressions n8n evaluates for so many items; it takes a good part of a millisecond over each. */
async function evaluated(count: number, parameters: object): Promise<number> {
	const evaluating = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
	try {
		const items = Array.from({ length: count }, (_, index) => ({ product: index + 1, quantity: 1 }));
		await runNode(
			store.credential,
			{ resource: 'inventory', operation: 'set', identifyBy: 'productId', ...parameters },
			{ items, onError: 'continueRegularOutput' },
		);
		return evaluating.mock.calls.filter(([value]) => String(value).startsWith('=')).length;
	} finally {
		evaluating.mockRestore();
	}
}

describe('the values of a form', () => {
	it('are had without an evaluation where they name one field of the item', async () => {
		const productId = '={{ $json.product }}';
		expect(await evaluated(30, { productId })).toBe(0);
	});

	it('are evaluated by n8n for every item where they say more', async () => {
		const productId = '={{ $json.product + 1 }}';
		expect(await evaluated(30, { productId })).toBeGreaterThanOrEqual(30);
	});
});
