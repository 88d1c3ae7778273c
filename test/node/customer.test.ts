import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { picked } from '../support/products';
import { runForJson, type NodeRun } from '../support/runNode';
import { byHand } from '../support/tables';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const run = async (operation: string, parameters: object = {}, rest: NodeRun = {}) =>
	await runForJson(store.credential, { resource: 'customer', operation, ...parameters }, rest);
const goingOn = { onError: 'continueRegularOutput' } as const;

const customers = () => [...store.state.customers.values()];
const byEmail = (email: string) => customers().filter((customer) => customer.email === email);
const sent = (method: string) => store.exchanges.filter((exchange) => exchange.method === method);
const rowsOf = (method: string) =>
	sent(method).map(({ requestBody }) => requestBody as Array<Record<string, unknown>>);

const JONAS = 'jonas.weber@example.com';
const PRIYA = 'priya.raman@example.com';
const people = (count: number) =>
	Array.from({ length: count }, (_, n) => ({
		'E-mail': `Person.${n}+crm@example.com`,
		'First name': 'Person',
		Surname: `No ${n}`,
		Company: n % 2 ? 'Berg & Co' : '',
		Group: n % 2 ? 'wholesale' : 'Retail',
	}));

describe('Customer: Get', () => {
	it('by ID and by email address, many in two requests, each with what was asked for', async () => {
		const parameters = {
			customer: { __rl: true, mode: '={{ $json.by }}', value: '={{ $json.value }}' },
			options: { include: ['addresses', 'storecredit', 'attributes', 'formfields'] },
		};
		const items = [
			{ by: 'email', value: 'Tom.OHara@example.com' },
			{ by: 'id', value: 1 },
			{ by: 'email', value: PRIYA },
			{ by: 'email', value: 'nobody@example.com' },
		];
		const [tom, jonas, priya, nobody] = await run('get', parameters, { items, ...goingOn });
		expect(tom).toMatchObject({ firstName: 'Tom', storeCredit: 20 });
		expect(jonas).toMatchObject({ id: 1, email: JONAS, addresses: [{ city: 'Portland' }] });
		expect(priya).toMatchObject({ company: 'Raman Outfitters', notes: 'Calls before every order' });
		expect(nobody).toMatchObject({ error: expect.stringContaining('nobody@example.com') });
		expect(store.exchanges).toHaveLength(2);
	});

	it('gives the record that events give, or the answer untouched', async () => {
		const [raw] = await run('get', { customer: picked('id', 1), output: 'raw' });
		expect(raw).toMatchObject({ id: 1, first_name: 'Jonas', authentication: expect.anything() });
	});

	it('refuses what is no address before it asks', async () => {
		const customer = { __rl: true, mode: 'email', value: 'ada@example.com, ben@example.com' };
		await expect(run('get', { customer })).rejects.toThrow('not an email address');
		expect(store.exchanges).toEqual([]);
	});
});

describe('Customer: Get Many', () => {
	it('hands every filter to the store, and sorts', async () => {
		const rows = await run('getAll', {
			filters: {
				groups: [2],
				companies: 'Raman Outfitters, Fischer & Sons',
				createdAfter: '2020-01-01T00:00:00Z',
				phones: '555-0111, 555-0118',
				ipAddresses: '203.0.113.11',
				emails: [PRIYA, JONAS],
				names: 'Priya Raman',
				nameContains: 'raman',
				ids: '1, 2',
			},
			options: { include: ['addresses'], sort: 'last_name:asc' },
		});
		expect(rows).toMatchObject([{ email: PRIYA, addresses: [{ street1: '221 Canyon Drive' }] }]);
		expect(store.exchanges.map(({ query }) => query)).toMatchObject([
			{ sort: 'last_name:asc', include: 'addresses', 'email:in': `${PRIYA},${JONAS}` },
		]);
	});

	it('reads on to the end', async () => {
		await run('upsert', {}, { items: people(260) });
		store.exchanges.length = 0;
		const rows = await run('getAll', { returnAll: true });
		expect(new Set(rows.map(({ id }) => id)).size).toBe(store.state.customers.size);
		expect(store.exchanges).toHaveLength(2);
	});
});

describe('Customer: Create', () => {
	const form = { email: '={{ $json.email }}', firstName: 'Ada', lastName: 'Berg' };

	it('writes all that the form has', async () => {
		const [made] = await run(
			'create',
			{
				...form,
				additionalFields: {
					company: 'Berg & Co',
					phone: '555-0199',
					notes: 'VIP',
					group: 'Wholesale',
					acceptsEmails: true,
					storeCredit: 12.5,
					taxExemptCategory: 'G',
					channelIds: '1',
					formFields: { field: [{ name: 'VAT number', value: 'DE1' }] },
					newPassword: 'nine words',
					forcePasswordReset: true,
					originChannel: picked('id', 1),
					sendWelcomeEmail: false,
				},
			},
			{ items: [{ email: 'ada+shop@example.com' }] },
		);
		expect(made).toMatchObject({ email: 'ada+shop@example.com', action: 'created' });
		expect(byEmail('ada+shop@example.com')).toMatchObject([
			{
				company: 'Berg & Co',
				customer_group_id: 2,
				store_credit: 12.5,
				force_password_reset: true,
				channel_ids: [1],
				form_fields: [{ name: 'VAT number', value: 'DE1' }],
			},
		]);
		const [[row] = []] = rowsOf('POST');
		expect(row).toMatchObject({
			trigger_account_created_notification: false,
			authentication: { new_password: 'nine words' },
		});
	});

	it('says whose the address is already, and makes the others', async () => {
		const emails = [
			'new.1@example.com',
			JONAS.toUpperCase(),
			'new.2@example.com',
			'new.1@example.com',
		];
		const items = emails.map((email) => ({ email }));
		const outcomes = await run('create', form, { items, ...goingOn });
		expect(outcomes).toMatchObject([
			{ action: 'created' },
			{ details: { description: expect.stringContaining('customer 1 already') } },
			{ action: 'created' },
			{
				details: {
					description: expect.stringMatching(/new\.1@example\.com is that of customer \d+/),
				},
			},
		]);
	});

	it('names a group that the store lacks', async () => {
		const parameters = { ...form, additionalFields: { group: 'Resellers' } };
		await expect(
			run('create', parameters, { items: [{ email: 'a@example.com' }] }),
		).rejects.toThrow('no customer group "Resellers"');
	});
});

describe('Customer: Update', () => {
	const change = (updateFields: object, by = 'email') => ({
		customer: { __rl: true, mode: by, value: '={{ $json.who }}' },
		updateFields,
	});

	it('changes those that are named by email address or ID, ten in one request', async () => {
		const items = customers().map(({ email }, n) => ({ who: email, phone: `1-${n}` }));
		const rows = await run('update', change({ phone: '={{ $json.phone }}', group: 0 }), { items });
		expect(rows).toHaveLength(12);
		expect(rows[3]).toMatchObject({ phone: '1-3', customerGroupId: 0, action: 'updated' });
		expect(
			rowsOf('PUT')
				.map(({ length }) => length)
				.sort(),
		).toEqual([10, 2].sort());
		const [one] = await run('update', change({ email: 'new@example.com' }, 'id'), {
			items: [{ who: 1 }],
		});
		expect(one).toMatchObject({ id: 1, email: 'new@example.com' });
	});

	it('tells of each item alone: whose address it is, and who is not there', async () => {
		const items = [
			{ who: 1, email: PRIYA },
			{ who: 999, email: 'x@example.com' },
			{ who: 3, email: 'y@example.com' },
		];
		const outcomes = await run('update', change({ email: '={{ $json.email }}' }, 'id'), {
			items,
			...goingOn,
		});
		expect(outcomes).toMatchObject([
			{ details: { description: expect.stringContaining('customer 2 already') } },
			{ error: expect.stringContaining('customer 999') },
			{ id: 3, email: 'y@example.com' },
		]);
	});
});

describe('Customer: Create or Update', () => {
	it('makes customers what a table of any spelling says, ten a request', async () => {
		const items = people(40);
		const first = await run('upsert', {}, { items });
		expect(first.every(({ action }) => action === 'created')).toBe(true);
		expect(first[1]).toMatchObject({ company: 'Berg & Co', customerGroupId: 2, lastName: 'No 1' });
		expect(rowsOf('POST').map(({ length }) => length)).toEqual([10, 10, 10, 10]);

		store.exchanges.length = 0;
		const again = await run('upsert', {}, { items });
		expect(again.every(({ action }) => action === 'unchanged')).toBe(true);
		expect(store.exchanges.every(({ method }) => method === 'GET')).toBe(true);

		store.exchanges.length = 0;
		const changed = items.map((item, n) => (n < 3 ? { ...item, Company: 'New' } : item));
		const third = await run('upsert', {}, { items: changed });
		expect(third.map(({ action }) => action).filter((one) => one === 'updated')).toHaveLength(3);
		expect(rowsOf('PUT')).toEqual([[0, 1, 2].map((n) => ({ id: first[n]?.id, company: 'New' }))]);
	});

	it.each([
		['a reset', { kind: 'reset' as const }],
		['a 502', { kind: 'status' as const, status: 502 }],
	])('makes none twice when an answer is lost by %s', async (_name, fault) => {
		store.faults.add({ ...fault, applied: true, match: { method: 'POST' } });
		store.faults.add({ ...fault, applied: true, match: { method: 'PUT' } });
		const items = [...people(15), { email: JONAS, phone: '1' }];
		const rows = await run('upsert', {}, { items });
		expect(rows.map(({ action }) => action)).toEqual([
			...people(15).map(() => 'created'),
			'updated',
		]);
		expect(store.state.customers.size).toBe(12 + 15);
	});

	it('brings 400 through resets and 502s without one too many or a refusal for haste', async () => {
		const lost = { applied: true, times: 4, match: { path: '/v3/customers' } };
		store.faults.add({ kind: 'reset', ...lost, after: 3 });
		store.faults.add({ kind: 'status', status: 502, ...lost, after: 6 });
		const items = people(400);
		const made = await run('upsert', {}, { items });
		expect(made.every(({ action }) => action === 'created')).toBe(true);
		store.setLatency(5);
		const changed = await run(
			'upsert',
			{},
			{ items: items.map((item) => ({ ...item, Tel: '1' })) },
		);
		expect(changed.every(({ action }) => action === 'updated')).toBe(true);
		expect(store.state.customers.size).toBe(412);
		expect(store.exchanges.filter(({ status }) => status === 429)).toEqual([]);
	});

	it('leaves the rest alone when rows are bad, and says what a new customer lacks', async () => {
		const items = [
			{ email: 'a@example.com', 'First Name': 'A', 'Last Name': 'B' },
			{ email: 'b@example.com', 'First Name': 'B' },
			{ email: 'not an address' },
			{ email: 'c@example.com', 'First Name': 'C', 'Last Name': 'D', group: 'Nobody' },
			{ email: PRIYA.toUpperCase(), phone: '2' },
			{ email: PRIYA, notes: 'Both' },
		];
		const outcomes = await run('upsert', {}, { items, ...goingOn });
		expect(outcomes).toMatchObject([
			{ action: 'created' },
			{ error: expect.stringContaining("'Last Name' is empty") },
			{ error: expect.stringContaining('not an email address') },
			{ error: expect.stringContaining('no customer group "Nobody"') },
			{ action: 'updated', phone: '2', notes: 'Both' },
			{ action: 'updated', phone: '2', notes: 'Both' },
		]);
	});

	it('takes a customer that somebody made meanwhile for one to change', async () => {
		store.faults.add({ kind: 'status', status: 503, match: { method: 'POST' } });
		const running = run('upsert', {}, { items: [{ ...people(1)[0], Company: 'Mine' }] });
		const [, maya] = [customers()[0], customers()[2]];
		if (maya) maya.email = 'person.0+crm@example.com';
		expect(await running).toMatchObject([{ id: 3, company: 'Mine', action: 'updated' }]);
	});

	it('empties what empty cells clear, where that was chosen, and leaves it otherwise', async () => {
		const items = [{ email: PRIYA, company: '', group: '' }];
		const [left] = await run('upsert', {}, { items });
		expect(left).toMatchObject({ action: 'unchanged', company: 'Raman Outfitters' });
		const [emptied] = await run('upsert', { options: { emptyCellsClear: true } }, { items });
		expect(emptied).toMatchObject({ action: 'updated', company: '', customerGroupId: 0 });
	});

	it('maps each column by hand', async () => {
		const values = { email: '={{ $json.who }}', storeCredit: '={{ $json.credit }}' };
		const [row] = await run('upsert', byHand(values), { items: [{ who: JONAS, credit: 5 }] });
		expect(row).toMatchObject({ action: 'updated' });
		expect(byEmail(JONAS)).toMatchObject([{ store_credit: 5 }]);
		const [again] = await run('upsert', byHand(values), { items: [{ who: JONAS, credit: 5 }] });
		expect(again).toMatchObject({ action: 'unchanged', storeCredit: 5 });
	});
});

describe('Customer: Delete Many', () => {
	it('deletes by ID in one request, and says what was not there', async () => {
		const items = [{ id: 1 }, { id: 2 }, { id: 999 }];
		const rows = await run('deleteMany', { ids: '={{ $json.id }}' }, { items });
		expect(rows).toEqual([
			{ deleted: true, ids: [1] },
			{ deleted: true, ids: [2] },
			{ deleted: false, ids: [], notFound: [999] },
		]);
		expect(sent('DELETE').map(({ query }) => query)).toEqual([{ 'id:in': '1,2' }]);
	});

	it.each(['', ' , ', null])('deletes nothing without IDs: %j', async (ids) => {
		await expect(
			run('deleteMany', { ids: '={{ $json.ids }}' }, { items: [{ ids }] }),
		).rejects.toThrow("'Customer IDs' is empty");
		expect(store.exchanges).toEqual([]);
	});
});
