import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { picked } from '../support/products';
import { runForJson, searchList, type NodeRun } from '../support/runNode';
import { matchOn } from '../support/tables';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const run = async (operation: string, parameters: object = {}, rest: NodeRun = {}) =>
	await runForJson(store.credential, { resource: 'customerGroup', operation, ...parameters }, rest);
const goingOn = { onError: 'continueRegularOutput' } as const;
const group = (id: number) => ({ customerGroup: picked('id', id) });
const sent = (method: string) => store.exchanges.filter((exchange) => exchange.method === method);

describe('Customer Group: Get, Get Many', () => {
	it('gives one with its discounts as numbers', async () => {
		expect(await run('get', group(2))).toEqual([
			{
				id: 2,
				name: 'Wholesale',
				isDefault: false,
				isGroupForGuests: false,
				categoryAccess: 'all',
				discountRules: [{ type: 'all', method: 'percent', amount: 15 }],
				dateCreated: expect.stringMatching(/Z$/),
				dateModified: expect.stringMatching(/Z$/),
			},
		]);
	});

	it('hands every filter to the store', async () => {
		const filters = {
			isDefault: false,
			isGroupForGuests: false,
			nameContains: 'sale',
			createdAfter: '2020-01-01T00:00:00Z',
		};
		expect(await run('getAll', { filters })).toMatchObject([{ id: 2 }]);
		expect(await run('getAll', { filters: { name: 'Retail' } })).toMatchObject([{ id: 1 }]);
	});

	it('is found by its name in the picker', async () => {
		const { results } = await searchList(store.credential, 'searchCustomerGroups', 'whole');
		expect(results).toEqual([{ name: 'Wholesale', value: 2 }]);
	});
});

describe('Customer Group: Create, Update, Delete', () => {
	const rule = { type: 'all', target: '', method: 'percent', amount: 10 };

	it('writes discounts, categories and who belongs to it', async () => {
		const [made] = await run('create', {
			name: 'Clubs',
			additionalFields: {
				categoryIds: '1, 2',
				isGroupForGuests: true,
				discountRules: {
					rule: [rule, { ...rule, type: 'category', target: '1', method: 'fixed' }],
				},
			},
		});
		expect(made).toMatchObject({
			name: 'Clubs',
			categoryAccess: 'specific',
			categoryIds: [1, 2],
			isGroupForGuests: true,
			discountRules: [
				{ type: 'all', amount: 10 },
				{ type: 'category', categoryId: 1, method: 'fixed' },
			],
		});
		const [listed] = await run('update', {
			...group(Number(made?.id)),
			updateFields: { priceList: picked('id', 1), name: 'Teams', categoryAccess: 'all' },
		});
		expect(listed).toMatchObject({
			name: 'Teams',
			categoryAccess: 'all',
			discountRules: [{ type: 'price_list', priceListId: 1 }],
		});
		await run('delete', group(2));
		expect([...store.state.customers.values()].map((one) => one.customer_group_id)).not.toContain(
			2,
		);
	});

	it.each([
		[{ categoryAccess: 'specific' }, "'Category IDs' is empty"],
		[
			{ discountRules: { rule: [{ ...rule, type: 'product' }] } },
			"'Category or Product ID' is empty",
		],
		[{ priceList: picked('id', 1), discountRules: { rule: [rule] } }, 'exclude each other'],
	])('refuses %j before anything is sent', async (updateFields, message) => {
		await expect(run('update', { ...group(2), updateFields })).rejects.toThrow(message);
		expect(store.exchanges).toEqual([]);
	});

	it('makes none twice when the answer is lost', async () => {
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } });
		await run('create', { name: 'Clubs' });
		expect(store.state.customerGroups.size).toBe(3);
	});
});

describe('Customer Group: Assign Customers', () => {
	const items = [
		{ 'E-mail': 'Jonas.Weber@example.com', Group: 'wholesale' },
		{ 'E-mail': 'priya.raman@example.com', Group: 'Wholesale' },
		{ 'E-mail': 'maya.lindqvist@example.com' },
		{ 'E-mail': 'nobody@example.com', Group: 'Wholesale' },
		{ 'E-mail': 'tom.ohara@example.com', Group: 'Resellers' },
	];

	it('puts those into it that are not in it yet, by email address', async () => {
		const rows = await run('assignCustomers', { customerGroup: 0 }, { items, ...goingOn });
		expect(rows).toMatchObject([
			{ id: 1, customerGroupId: 2, action: 'updated' },
			{ id: 2, customerGroupId: 2, action: 'unchanged' },
			{ id: 3, customerGroupId: 0, action: 'updated' },
			{ error: expect.stringContaining('nobody@example.com') },
			{ error: expect.stringContaining('Resellers') },
		]);
		expect(sent('PUT').map(({ requestBody }) => requestBody)).toEqual([
			[
				{ id: 1, customer_group_id: 2 },
				{ id: 3, customer_group_id: 0 },
			],
		]);
	});

	it('by ID, and asks for a group where none is said', async () => {
		const [row] = await run(
			'assignCustomers',
			{ ...matchOn('customerId'), customerGroup: '={{ $json.to }}' },
			{ items: [{ id: 1, to: 2 }] },
		);
		expect(row).toMatchObject({ id: 1, customerGroupId: 2, action: 'updated' });
		await expect(
			run('assignCustomers', {}, { items: [{ email: 'jonas.weber@example.com' }] }),
		).rejects.toThrow("'Customer Group' is empty");
	});
});
