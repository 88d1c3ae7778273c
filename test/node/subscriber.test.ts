import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { runForJson, type NodeRun } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const run = async (operation: string, parameters: object = {}, rest: NodeRun = {}) =>
	await runForJson(store.credential, { resource: 'subscriber', operation, ...parameters }, rest);
const goingOn = { onError: 'continueRegularOutput' } as const;

const JONAS = 'jonas.weber@example.com';
const subscribers = () => [...store.state.subscribers.values()];
const writes = () => store.exchanges.filter(({ method }) => method !== 'GET');

describe('Subscriber: Get Many', () => {
	it('gives what events give, by any filter', async () => {
		const rows = await run('getAll', {
			filters: {
				email: JONAS,
				firstName: 'Jonas',
				lastName: 'Weber',
				source: 'storefront',
				ids: '1, 2',
				createdAfter: '2020-01-01T00:00:00Z',
				modifiedBefore: '2040-01-01T00:00:00Z',
			},
		});
		expect(rows).toEqual([
			{
				id: 1,
				email: JONAS,
				firstName: 'Jonas',
				lastName: 'Weber',
				source: 'storefront',
				orderId: null,
				channelId: 1,
				consents: ['marketing_newsletter'],
				dateCreated: expect.stringMatching(/Z$/),
				dateModified: expect.stringMatching(/Z$/),
			},
		]);
		expect(await run('getAll', { filters: { orderId: 100 } })).toEqual([]);
	});
});

describe('Subscriber: Create or Update', () => {
	const items = [
		{ 'E-Mail': 'new+1@example.com', Surname: 'One', consents: 'Newsletter' },
		{ 'E-Mail': JONAS.toUpperCase(), Surname: 'Weber' },
		{ 'E-Mail': 'maya.lindqvist@example.com', 'First name': 'M.', 'Order ID': 100 },
		{ 'E-Mail': 'new+1@example.com', 'Channel ID': 1 },
	];

	it('writes what differs, and each once, however often it runs', async () => {
		const rows = await run('upsert', {}, { items });
		expect(rows).toMatchObject([
			{ action: 'created', lastName: 'One', channelId: 1 },
			{ action: 'unchanged', id: 1, email: JONAS },
			{ action: 'updated', firstName: 'M.', orderId: 100 },
			{ action: 'created', lastName: 'One', channelId: 1 },
		]);
		expect(writes()).toHaveLength(2);
		store.exchanges.length = 0;
		const again = await run('upsert', {}, { items });
		expect(again.map(({ action }) => action)).toEqual(items.map(() => 'unchanged'));
		expect(writes()).toEqual([]);
	});

	it('looks many up in the fewest requests', async () => {
		const many = Array.from({ length: 40 }, (_, n) => ({ email: `p${n}@example.com` }));
		await run('upsert', {}, { items: many });
		expect(store.exchanges).toHaveLength(1 + 40);
		expect(subscribers()).toHaveLength(43);
	});

	it.each([
		['a reset', { kind: 'reset' as const }],
		['a 502', { kind: 'status' as const, status: 502 }],
	])('makes none twice when an answer is lost by %s', async (_name, fault) => {
		store.faults.add({ ...fault, applied: true, match: { method: 'POST' } });
		const rows = await run('upsert', {}, { items: [{ email: 'a@example.com' }] });
		expect(rows).toMatchObject([{ action: 'created', email: 'a@example.com' }]);
		expect(subscribers()).toHaveLength(4);
	});

	it('leaves the rest alone when a row is bad', async () => {
		const rows = await run(
			'upsert',
			{},
			{
				items: [{ email: 'nobody' }, { email: 'b@example.com', consents: 'all' }, ...items],
				...goingOn,
			},
		);
		expect(rows).toHaveLength(6);
		expect(rows.slice(0, 3)).toMatchObject([
			{ error: expect.stringContaining("'Email'") },
			{ error: expect.stringContaining("'Consents'") },
			{ action: 'created' },
		]);
	});
});

describe('Subscriber: Delete', () => {
	it('by email address and by ID, each by an address of its own', async () => {
		const by = await run(
			'delete',
			{ emails: '={{ $json.email }}' },
			{ items: [{ email: JONAS }, { email: ['x@example.com', JONAS] }] },
		);
		expect(by).toEqual([
			{ deleted: true, ids: [1] },
			{ deleted: true, ids: [1], notFound: ['x@example.com'] },
		]);
		const ids = await run('delete', { deleteBy: 'id', ids: '2, 999' });
		expect(ids).toEqual([{ deleted: true, ids: [2], notFound: [999] }]);
		expect(writes().map(({ path }) => path)).toEqual([
			'/v3/customers/subscribers/1',
			'/v3/customers/subscribers/2',
		]);
		expect(subscribers()).toHaveLength(1);
	});

	it.each(['', ' , ', null, []])('deletes nobody where nobody is named: %j', async (given) => {
		const items = [{ given }];
		const [emails, ids] = [{ emails: '={{ $json.given }}' }, { ids: '={{ $json.given }}' }];
		await expect(run('delete', emails, { items })).rejects.toThrow("'Emails' is empty");
		await expect(run('delete', { deleteBy: 'id', ...ids }, { items })).rejects.toThrow(
			"'Subscriber IDs' is empty",
		);
		expect(store.exchanges).toEqual([]);
	});
});
