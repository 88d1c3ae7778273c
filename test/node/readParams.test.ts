import { Expression } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { picked } from '../support/products';
import { runNode } from '../support/runNode';
import { byHand } from '../support/tables';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
beforeEach(() => store.reset());

/** How many expressions n8n evaluates for 30 items; it takes a good part of a millisecond over each. */
async function evaluated(parameters: object): Promise<number> {
	const evaluating = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
	try {
		const items = Array.from({ length: 30 }, (_, index) => ({ number: index + 1, amount: 1 }));
		await runNode(store.credential, parameters as Record<string, unknown>, {
			items,
			onError: 'continueRegularOutput',
		});
		return evaluating.mock.calls.filter(([value]) => String(value).startsWith('=')).length;
	} finally {
		evaluating.mockRestore();
	}
}

const stock = (variantId: string) => ({
	resource: 'inventory',
	operation: 'set',
	...byHand({ variantId, quantity: '={{ $json.amount }}' }, 'variantId'),
});
const prices = (values: object) => ({
	resource: 'productVariant',
	operation: 'updateMany',
	...byHand({ variantId, ...values }, 'variantId'),
});
const sentVariants = () =>
	store.exchanges.find(({ method, path }) => method === 'PUT' && path === '/v3/catalog/variants')
		?.requestBody;
const variantId = '={{ $json.number }}';

describe('the values of a form', () => {
	it('are had without an evaluation where they name one field of the item', async () => {
		expect(await evaluated(stock(variantId))).toBe(0);
	});

	it('are had so in a collection as well', async () => {
		const updateFields = { price: '={{ $json.amount }}', weight: 2 };
		expect(await evaluated(prices(updateFields))).toBe(0);
		expect(sentVariants()).toContainEqual({ id: 30, price: 1, weight: 2 });
	});

	it('are had so in a picker as well, also where a part is taken out of what was pasted', async () => {
		const updating = { resource: 'product', operation: 'update', updateFields: { price: 2 } };
		const product = (mode: string) => picked(mode, '={{ $json.number }}');
		expect(await evaluated({ ...updating, product: product('id') })).toBe(0);
		expect(await evaluated({ ...updating, product: product('url') })).toBe(0);
	});

	it('are evaluated by n8n for every item where they say more', async () => {
		const more = '={{ $json.number + 1 }}';
		expect(await evaluated(stock(more))).toBeGreaterThanOrEqual(30);
		const updateFields = { price: '={{ $json.amount * 2 }}', weight: '={{ $json.amount }}' };
		expect(await evaluated(prices(updateFields))).toBeGreaterThanOrEqual(30);
		expect(sentVariants()).toContainEqual({ id: 30, price: 2, weight: 1 });
	});
});
