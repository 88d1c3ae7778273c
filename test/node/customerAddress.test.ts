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
	await runForJson(
		store.credential,
		{ resource: 'customerAddress', operation, ...parameters },
		rest,
	);
const goingOn = { onError: 'continueRegularOutput' } as const;
const JONAS = 'jonas.weber@example.com';
const addressesOf = (id: number) => store.state.customers.get(id)?.addresses ?? [];
const sent = (method: string) => store.exchanges.filter((exchange) => exchange.method === method);

/** As customer 1 has it. */
const home = {
	Email: JONAS,
	'First name': 'Jonas',
	Surname: 'Weber',
	Street: '4 Larch Lane',
	City: 'Portland',
	State: 'Oregon',
	ZIP: '97205',
	Country: 'United States',
	Phone: '555-0110',
};
const form = {
	customer: { __rl: true, mode: 'email', value: JONAS },
	firstName: 'Jonas',
	lastName: 'Weber',
	address1: '={{ $json.street }}',
	city: 'Berlin',
	countryCode: 'de',
};

describe('Customer Address: Get Many', () => {
	it('gives addresses as customers have them, by any filter', async () => {
		const rows = await run('getAll', {
			filters: {
				customerIds: '1, 2',
				companies: 'Raman Outfitters',
				ids: '2',
				names: 'Priya Raman',
			},
			options: { includeFormFields: true },
		});
		expect(rows).toEqual([
			{
				id: 2,
				customerId: 2,
				type: 'commercial',
				name: 'Priya Raman',
				company: 'Raman Outfitters',
				street1: '221 Canyon Drive',
				street2: '',
				city: 'Boulder',
				state: 'Colorado',
				zip: '80302',
				country: 'United States',
				countryCode: 'US',
				phone: '555-0111',
			},
		]);
		expect(await run('getAll', { returnAll: true })).toHaveLength(12);
	});

	it('is found in the picker by street', async () => {
		const { results } = await searchList(store.credential, 'searchCustomerAddresses', 'larch');
		expect(results).toEqual([{ name: 'Jonas Weber · 4 Larch Lane, Portland', value: 1 }]);
	});
});

describe('Customer Address: Create', () => {
	it('gives a customer an address, once', async () => {
		const additionalFields = { addressType: 'commercial', postalCode: '10115', company: 'Weber' };
		const items = [{ street: 'Hauptstr. 1' }, { street: 'Hauptstr. 2' }];
		const rows = await run('create', { ...form, additionalFields }, { items });
		expect(rows).toMatchObject([
			{ customerId: 1, street1: 'Hauptstr. 1', country: 'Germany', action: 'created' },
			{ customerId: 1, street1: 'Hauptstr. 2', zip: '10115', action: 'created' },
		]);
		expect(sent('POST')).toHaveLength(1);
		const again = await run('create', { ...form, additionalFields }, { items });
		expect(again).toMatchObject([
			{ id: rows[0]?.id, action: 'unchanged' },
			{ id: rows[1]?.id, action: 'unchanged' },
		]);
		expect(addressesOf(1)).toHaveLength(3);
	});

	it('tells what was made from what was there, even where the answer is lost', async () => {
		await run('create', form, { items: [{ street: 'Hauptstr. 1' }] });
		store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } });
		const items = [{ street: 'Hauptstr. 1' }, { street: 'Hauptstr. 2' }];
		const rows = await run('create', form, { items });
		expect(rows.map(({ action }) => action)).toEqual(['unchanged', 'created']);
		expect(addressesOf(1)).toHaveLength(3);
	});

	it('refuses what is no country', async () => {
		const items = [{ street: 'Main' }];
		await expect(run('create', { ...form, countryCode: 'Atlantis' }, { items })).rejects.toThrow(
			'Atlantis',
		);
		expect(store.exchanges).toEqual([]);
	});
});

describe('Customer Address: Create or Update', () => {
	const other = { ...home, Street: '9 New Street', 'Address Type': 'Commercial' };

	it('adds what the customers do not have, however often it runs', async () => {
		const items = [home, other, { ...other, Email: 'nobody@example.com' }, other];
		const rows = await run('upsert', {}, { items, ...goingOn });
		expect(rows).toMatchObject([
			{ id: 1, action: 'unchanged' },
			{ customerId: 1, street1: '9 New Street', type: 'commercial', action: 'created' },
			{ error: expect.stringContaining('nobody@example.com') },
			{ customerId: 1, street1: '9 New Street' },
		]);
		expect(addressesOf(1)).toHaveLength(2);
		store.exchanges.length = 0;
		const again = await run('upsert', {}, { items: [home, other] });
		expect(again.map(({ action }) => action)).toEqual(['unchanged', 'unchanged']);
		expect(sent('POST')).toEqual([]);
	});

	it.each([
		['a reset', { kind: 'reset' as const }],
		['a 502', { kind: 'status' as const, status: 502 }],
	])('says created once when the answer is lost by %s', async (_name, fault) => {
		store.faults.add({ ...fault, applied: true, match: { method: 'POST' } });
		const items = Array.from({ length: 12 }, (_, n) => ({ ...other, Street: `${n} New Street` }));
		const rows = await run('upsert', {}, { items });
		expect(rows.map(({ action }) => action)).toEqual(items.map(() => 'created'));
		expect(addressesOf(1)).toHaveLength(13);
	});

	it('by customer ID, with the bad row alone failing', async () => {
		const { Email: _email, ...address } = other;
		const items = [
			{ ...address, customerId: 2 },
			{ ...address, customerId: 999 },
			{ ...address, customerId: 3, City: '' },
		];
		const rows = await run('upsert', matchOn('customerId'), { items, ...goingOn });
		expect(rows).toMatchObject([
			{ customerId: 2, action: 'created' },
			{ error: expect.stringContaining('customer 999') },
			{ error: expect.stringContaining("'City' is empty") },
		]);
	});
});

describe('Customer Address: Update, Delete', () => {
	it('changes what was added alone, and tells of each item', async () => {
		await run('create', form, { items: [{ street: 'Hauptstr. 1' }] });
		const [, second] = addressesOf(1);
		const items = [
			{ id: 1, city: 'Salem' },
			{ id: 999, city: 'Salem' },
			{ id: 2, city: 'Denver' },
		];
		const change = (updateFields: object) => ({
			address: picked('id', '={{ $json.id }}'),
			updateFields,
		});
		const rows = await run('update', change({ city: '={{ $json.city }}' }), { items, ...goingOn });
		expect(rows).toMatchObject([
			{ id: 1, city: 'Salem', street1: '4 Larch Lane', action: 'updated' },
			{ error: expect.stringContaining('customer address 999') },
			{ id: 2, city: 'Denver' },
		]);
		const twin = await run(
			'update',
			change({
				firstName: 'Jonas',
				address1: 'Hauptstr. 1',
				city: 'Berlin',
				countryCode: 'Germany',
				stateOrProvince: "={{ '' }}",
				postalCode: "={{ '' }}",
				phone: "={{ '' }}",
			}),
			{ items: [{ id: 1 }], ...goingOn },
		);
		expect(second).toMatchObject({ city: 'Berlin' });
		expect(twin).toMatchObject([{ details: { description: expect.stringContaining('already') } }]);
	});

	it('deletes by ID, and never without', async () => {
		const rows = await run('delete', { ids: '1, 2, 999' });
		expect(rows).toEqual([{ deleted: true, ids: [1, 2], notFound: [999] }]);
		expect(addressesOf(1)).toEqual([]);
		store.exchanges.length = 0;
		await expect(run('delete', { ids: "={{ '' }}" })).rejects.toThrow("'Address IDs' is empty");
		expect(store.exchanges).toEqual([]);
	});
});
