import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { countedOperations, ITEMS, type Counted } from '../support/countedOperations';
import { runNode } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: ITEMS });
});
afterAll(async () => await store.stop());
beforeEach(() => store.reset());

interface Mixed {
	others?: [most: number, item: (index: number) => object];
	isOther: (index: number) => boolean;
	/** How many of the others fail. */
	fail: number;
}

async function expectFew(
	{ resource, operation, parameters, prepare, good }: Counted,
	mixed: Mixed,
) {
	const { others: [most, other] = good, isOther, fail } = mixed;
	prepare?.();
	const items = Array.from({ length: ITEMS }, (_unused, index) =>
		isOther(index) ? other(index) : good[1](index),
	);
	const output = await runNode(
		store.credential,
		{ resource, operation, ...parameters },
		{ items, onError: 'continueRegularOutput' },
	);
	expect(output.filter(({ json }) => 'error' in json)).toHaveLength(fail);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	expect(store.exchanges.length).toBeLessThanOrEqual(most);
}

const cases = countedOperations(() => store).map((counted): [string, Counted] => [
	[counted.resource, counted.operation, counted.by].filter(Boolean).join(' '),
	counted,
]);

describe('1,000 items in few requests', () => {
	it.each(cases)('%s where all are good', async (_name, counted) => {
		await expectFew(counted, { isOther: () => false, fail: 0 });
	});

	it.each(cases.filter(([, { bad }]) => bad))(
		'%s where one in each hundred is bad',
		async (_name, counted) => {
			const isOther = (index: number) => index % 100 === 50;
			const fail = counted.operation === 'removeProducts' ? 0 : ITEMS / 100;
			await expectFew(counted, { others: counted.bad, isOther, fail });
		},
	);

	it.each(cases.filter(([, { missing }]) => missing))(
		'%s where the store lacks every second one',
		async (_name, counted) => {
			const { missing, missingFail = ITEMS / 2 } = counted;
			const isOther = (index: number) => index % 2 === 1;
			await expectFew(counted, { others: missing, isOther, fail: missingFail });
		},
	);
});
