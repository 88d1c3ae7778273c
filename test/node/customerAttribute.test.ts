import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { picked } from '../support/products';
import { runForJson, searchList, type NodeRun } from '../support/runNode';
import { byHand, matchOn } from '../support/tables';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const run = async (operation: string, parameters: object = {}, rest: NodeRun = {}) =>
	await runForJson(
		store.credential,
		{ resource: 'customerAttribute', operation, ...parameters },
		rest,
	);
const goingOn = { onError: 'continueRegularOutput' } as const;
const sent = (method: string) => store.exchanges.filter((exchange) => exchange.method === method);
const customers = () => [...store.state.customers.values()];

describe('Customer Attribute: Get Many, Create, Delete', () => {
	it('lists by any filter, and finds by name in the picker', async () => {
		const filters = {
			nameContains: 'points',
			type: 'number',
			createdAfter: '2020-01-01T00:00:00Z',
		};
		const rows = await run('getAll', { filters });
		expect(rows).toEqual([
			{
				id: 2,
				name: 'Loyalty points',
				type: 'number',
				dateCreated: expect.stringMatching(/Z$/),
				dateModified: expect.stringMatching(/Z$/),
			},
		]);
		expect(await run('getAll', { filters: { name: 'Favourite colour' } })).toHaveLength(1);
		const { results } = await searchList(store.credential, 'searchCustomerAttributes', 'colour');
		expect(results).toEqual([{ name: 'Favourite colour (string)', value: 1 }]);
	});

	it.each([
		['an answer', undefined],
		['a lost answer', { kind: 'reset' as const, applied: true, match: { method: 'POST' } }],
	])('is made once, with %s', async (_name, fault) => {
		if (fault) store.faults.add(fault);
		const [made] = await run('create', { name: 'Joined', type: 'date' });
		expect(made).toMatchObject({ name: 'Joined', type: 'date' });
		expect(store.state.customerAttributes.size).toBe(3);
	});

	it('is deleted with its values', async () => {
		const attribute = picked('id', '={{ $json.id }}');
		const rows = await run('delete', { attribute }, { items: [{ id: 1 }, { id: 999 }] });
		expect(rows).toEqual([
			{ deleted: true, id: 1 },
			{ deleted: false, id: 999 },
		]);
		expect(store.state.customerAttributeValues.size).toBe(0);
		await expect(run('delete', { attribute }, { items: [{}] })).rejects.toThrow("'Attribute'");
		expect(sent('DELETE')).toHaveLength(1);
	});
});

describe('Customer Attribute: Set Values', () => {
	it('by email address and name, ten a request, and only what differs', async () => {
		const items = customers().map(({ email }, n) => ({
			'E-mail': email.toUpperCase(),
			Attribute: 'favourite colour',
			Value: n === 1 ? 'Green' : 'Blue',
		}));
		const rows = await run('setValues', {}, { items });
		expect(rows.slice(0, 2)).toMatchObject([
			{ customerId: 1, attribute: 'Favourite colour', value: 'Blue', action: 'created' },
			{ customerId: 2, attributeId: 1, value: 'Green', action: 'unchanged' },
		]);
		expect(
			sent('PUT')
				.map(({ requestBody }) => (requestBody as unknown[]).length)
				.sort(),
		).toEqual([1, 10]);
		store.exchanges.length = 0;
		const again = await run('setValues', {}, { items });
		expect(again.every(({ action }) => action === 'unchanged')).toBe(true);
		expect(sent('PUT')).toEqual([]);
	});

	it('by ID, of the attribute that the form names, mapped by hand as well', async () => {
		const items = [{ customerId: 2, value: 'Red' }];
		const byId = await run('setValues', { ...matchOn('customerId'), attribute: 1 }, { items });
		expect(byId).toMatchObject([{ customerId: 2, value: 'Red', action: 'updated' }]);
		const values = { customerId: '={{ $json.who }}', value: '={{ $json.points }}' };
		const mapped = await run(
			'setValues',
			{ ...byHand(values, 'customerId'), attribute: 'Loyalty points' },
			{ items: [{ who: 3, points: 12.5 }] },
		);
		expect(mapped).toMatchObject([{ attributeId: 2, value: '12.5', action: 'created' }]);
		expect(
			await runForJson(store.credential, {
				resource: 'customer',
				operation: 'get',
				customer: picked('id', 3),
				options: { include: ['attributes'] },
			}),
		).toMatchObject([{ attributes: [{ attributeId: 2, value: '12.5' }] }]);
	});

	it('tells of each bad row alone', async () => {
		const items = [
			{ customerId: 1, Attribute: 'Loyalty points', Value: 'many' },
			{ customerId: 999, Attribute: 'Loyalty points', Value: 1 },
			{ customerId: 1, Attribute: 'Shoe size', Value: 1 },
			{ customerId: 1, Value: 1 },
			{ customerId: 1, Attribute: 'Loyalty points', Value: '' },
			{ customerId: 1, Attribute: 'Loyalty points', Value: 7 },
		];
		const rows = await run('setValues', matchOn('customerId'), { items, ...goingOn });
		expect(rows).toMatchObject([
			{ error: expect.stringContaining('takes numbers') },
			{ error: expect.stringContaining('customer 999') },
			{ error: expect.stringContaining('"Shoe size"') },
			{ error: expect.stringContaining("'Attribute' is empty") },
			{ error: expect.stringContaining("'Value' is empty") },
			{ value: '7', action: 'created' },
		]);
	});
});
