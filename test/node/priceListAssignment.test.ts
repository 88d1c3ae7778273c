import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { loadOptions, runForJson, searchList } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

interface Run {
	items?: object[];
	onError?: 'continueRegularOutput';
}

const run = async (operation: string, parameters: object = {}, rest: Run = {}) =>
	await runForJson(
		store.credential,
		{ resource: 'priceListAssignment', operation, ...parameters },
		rest,
	);
const fromItem = {
	priceList: { __rl: true, mode: 'id', value: '={{ $json.list }}' },
	customerGroup: '={{ $json.group }}',
	channel: '={{ $json.channel }}',
};
const offered = async (text?: string) =>
	await searchList(store.credential, 'searchPriceListAssignments', text);
const present = () => [...store.state.priceAssignments.values()];
const posts = () => store.exchanges.filter(({ method }) => method === 'POST');
const goingOn = { onError: 'continueRegularOutput' } as const;

/** Groups and channels enough for many assignments. */
function addGroups(count: number): number[] {
	const [some] = [...store.state.customerGroups.values()];
	const ids = Array.from({ length: count }, (_, index) => 1_000 + index);
	for (const id of ids) store.state.customerGroups.set(id, { ...some, id } as typeof some & object);
	return ids;
}

describe('Price List Assignment: Create', () => {
	it('assigns lists to groups, channels or both, 25 a request', async () => {
		const groups = addGroups(30);
		const items = [...groups.map((group) => ({ list: 2, group })), { list: 2, channel: 1 }];
		const output = await run('create', fromItem, { items });
		expect(posts().map(({ requestBody }) => (requestBody as object[]).length)).toEqual([25, 6]);
		expect(present()).toHaveLength(32);
		expect(output[0]).toEqual({
			id: present().find(({ customer_group_id }) => customer_group_id === groups[0])?.id,
			priceListId: 2,
			customerGroupId: groups[0],
			channelId: null,
		});
		expect(output[30]).toMatchObject({ customerGroupId: null, channelId: 1 });
	});

	it('leaves it to no race which of two lists a group gets', async () => {
		const groups = addGroups(30);
		const [one, other] = [...store.state.priceLists.keys()];
		const items = [...groups, ...groups].map((group, at) => ({
			list: at < groups.length ? one : other,
			group,
		}));
		store.setLatency(5);
		const output = await run('create', fromItem, { items, ...goingOn });
		expect(output.map(({ error }) => error !== undefined)).toEqual(items.map((_, at) => at >= 30));
		expect(store.maxParallel).toBe(1);
	});

	it('lets the bad ones fail alone, and assigns the good ones once', async () => {
		const [a = 0, b = 0] = addGroups(2);
		const items = [
			{ list: 2, group: a },
			{ list: 99, group: b },
			{ list: 2, group: b, channel: 1 },
			{ list: 2, group: 2, channel: 1 },
			{ list: 1, group: 2, channel: 1 },
			{ list: 2 },
			{ list: 2, group: a },
		];
		const output = await run('create', fromItem, { items, ...goingOn });
		expect(output.map((row) => row.error ?? row.id)).toEqual([
			expect.any(Number),
			expect.stringContaining('The price list 99 does not exist'),
			expect.any(Number),
			expect.stringContaining('have a price list already'),
			1,
			'A price list is assigned to a customer group, to a channel, or to a group on a channel',
			output[0]?.id,
		]);
		expect(present()).toHaveLength(3);
		expect(posts()).toHaveLength(1);
	});

	it.each([
		['reset', { kind: 'reset' as const }],
		['a gateway time-out', { kind: 'status' as const, status: 504 }],
	])('assigns once when the answer is lost by %s', async (_name, fault) => {
		const [group] = addGroups(1);
		store.faults.add({ ...fault, applied: true, match: { method: 'POST' } });
		const [made] = await run('create', fromItem, { items: [{ list: 2, group }] });
		expect(made).toMatchObject({ priceListId: 2, customerGroupId: group });
		expect(present()).toHaveLength(2);
		expect(posts()).toHaveLength(1);
	});

	it('takes a refusal apart whose errors name nothing', async () => {
		const [a = 0, b = 0, c = 0] = addGroups(3);
		// The store says no to the whole batch, in words that it does not explain.
		store.faults.add({
			kind: 'status',
			status: 422,
			body: { status: 422, title: 'No', errors: { 77: 'odd' }, meta: { saved_records: 0 } },
			match: { method: 'POST' },
		});
		const items = [a, b, c].map((group) => ({ list: 2, group }));
		const output = await run('create', fromItem, { items, ...goingOn });
		expect(output.map(({ customerGroupId }) => customerGroupId)).toEqual([a, b, c]);
	});

	it('offers groups and channels by name', async () => {
		const groups = await loadOptions(store.credential, 'getCustomerGroups');
		expect(groups).toHaveLength(store.state.customerGroups.size);
		expect(groups[0]).toEqual({ name: expect.any(String), value: expect.any(Number) });
	});
});

describe('Price List Assignment: Get Many', () => {
	it('answers assignments and hands every filter to the store', async () => {
		expect(
			await run('getAll', {
				returnAll: true,
				filters: { channels: [1], customerGroups: [2], ids: '1, 5', priceListIds: 1 },
			}),
		).toEqual([{ id: 1, priceListId: 1, customerGroupId: 2, channelId: 1 }]);
		expect(store.exchanges[0]?.query).toEqual({
			'channel_id:in': '1',
			'customer_group_id:in': '2',
			'id:in': '1,5',
			'price_list_id:in': '1',
			limit: '250',
		});
		expect(await run('getAll', { filters: { priceListIds: '2' } })).toEqual([]);
	});
});

describe('Price List Assignment: Delete', () => {
	const byId = (value: unknown) => ({ assignment: { __rl: true, mode: 'id', value } });

	it('deletes one assignment and no other', async () => {
		const [group] = addGroups(1);
		const [made] = await run('create', fromItem, { items: [{ list: 2, group }] });
		expect(await run('delete', byId(made?.id))).toEqual([{ deleted: true, id: made?.id }]);
		expect(present().map(({ id }) => id)).toEqual([1]);
		expect(store.exchanges.at(-1)?.query).toEqual({ id: String(made?.id) });
	});

	it.each(['', ' ', 'abc', '0'])('never deletes without an id (%j)', async (value) => {
		await expect(run('delete', byId(value))).rejects.toThrow("'Assignment'");
		expect(present()).toHaveLength(1);
		expect(store.exchanges).toHaveLength(0);
	});

	it('offers assignments by what they assign', async () => {
		const group = store.state.customerGroups.get(2)?.name;
		const channel = store.state.channels.get(1)?.name;
		const name = `Wholesale · customer group ${group} · channel ${channel} · #1`;
		expect((await offered('wholesale')).results).toEqual([{ name, value: 1 }]);
		expect(store.exchanges.map(({ path }) => path).sort()).toEqual([
			'/v2/customer_groups',
			'/v3/channels',
			'/v3/pricelists',
			'/v3/pricelists/assignments',
		]);
		expect((await offered('Trade Fair')).results).toEqual([]);
	});

	it('reads no names where there is nothing to offer, and none that nothing is assigned to', async () => {
		store.state.priceAssignments.set(1, { id: 1, price_list_id: 1, channel_id: 1 });
		await offered();
		expect(store.exchanges.map(({ path }) => path)).not.toContain('/v2/customer_groups');
		store.state.priceAssignments.clear();
		store.exchanges.length = 0;
		expect((await offered()).results).toEqual([]);
		expect(store.exchanges).toHaveLength(1);
	});

	it('reads the names once, however many pages it looks through', async () => {
		for (let id = 1; id <= 600; id++)
			store.state.priceAssignments.set(id, { id, price_list_id: 1, channel_id: 1 });
		expect((await offered('no such thing')).results).toEqual([]);
		const paths = store.exchanges.map(({ path }) => path);
		const times = (wanted: string) => paths.filter((path) => path === wanted).length;
		expect(times('/v3/pricelists/assignments')).toBeGreaterThan(1);
		expect(times('/v3/channels')).toBe(1);
	});

	it('shows the numbers of what the token may not read', async () => {
		store.setScopes(['store_v2_products_read_only']);
		expect((await offered()).results).toEqual([
			{ name: 'Wholesale · customer group 2 · channel 1 · #1', value: 1 },
		]);
	});
});
