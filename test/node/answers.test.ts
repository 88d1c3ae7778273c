import { startDemoStore, type DemoStore, type Fault } from '../../demo/store/index.ts';
import { list } from '../../nodes/BigCommerce/api/pagination';
import { clientFor } from '../support/client';
import { runForJson } from '../support/runNode';
import { byHand } from '../support/tables';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
beforeEach(() => store.reset());

const goingOn = { onError: 'continueRegularOutput' } as const;
const run = async (parameters: Record<string, unknown>, items: object[] = [{}]) =>
	await runForJson(store.credential, parameters, { ...goingOn, items });
const sent = (method: string, path: RegExp) =>
	store.exchanges.filter((exchange) => exchange.method === method && path.test(exchange.path));
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
const named = <Row extends { name: string }>(rows: Map<number, Row>, name: string) =>
	[...rows.values()].filter((row) => row.name === name);

const refusedUndone: Array<[string, Fault]> = [
	['429', { kind: 'rateLimit', resetMs: 60 }],
	['429 without quota headers', { kind: 'rateLimitBare' }],
	['502 that was not carried out', { kind: 'status', status: 502 }],
	['204 that was not carried out', { kind: 'empty', status: 204 }],
];

describe('a record that was there before is not taken for created', () => {
	it.each(refusedUndone)('Brand: Create after a %s', async (_name, fault) => {
		store.faults.add({ ...fault, match: { method: 'POST' } });
		const before = named(store.state.brands, 'Northpine')[0];
		const [output] = await run({ resource: 'brand', operation: 'create', name: 'Northpine' });
		expect(output).toMatchObject({ error: expect.stringContaining('HTTP 409') });
		expect(named(store.state.brands, 'Northpine')).toEqual([before]);
	});

	it.each(refusedUndone)('Price List: Create after a %s', async (_name, fault) => {
		const create = { resource: 'priceList', operation: 'create', name: 'Trade' };
		await run(create);
		const [old] = named(store.state.priceLists, 'Trade');
		if (old) old.date_created = Date.now() - 86_400_000;
		store.faults.add({ ...fault, match: { method: 'POST' } });
		const [output] = await run(create);
		expect(output).toMatchObject({ error: expect.stringContaining('Trade') });
		expect(named(store.state.priceLists, 'Trade')).toHaveLength(1);
	});

	it.each(refusedUndone)(
		'the promotion of Coupon: Create Many after a %s',
		async (_name, fault) => {
			const many = (discountAmount: number) => ({
				resource: 'coupon',
				operation: 'createMany',
				count: 2,
				kind: 'codes',
				promotionFrom: 'new',
				promotionName: 'Newsletter',
				discount: 'percentage',
				discountAmount,
			});
			await run(many(50));
			const [old] = named(store.state.promotions, 'Newsletter');
			store.faults.add({ ...fault, match: { method: 'POST', path: '/v3/promotions' } });
			const output = await run(many(10));
			expect(output).toHaveLength(2);
			const [, made] = named(store.state.promotions, 'Newsletter');
			expect(new Set(output.map((one) => one.promotionId))).toEqual(new Set([made?.id]));
			expect(made?.id).not.toBe(old?.id);
		},
	);
});

it('tells both that a create may have taken effect, and why that could not be looked up', async () => {
	store.faults.add({ kind: 'reset', applied: true, match: { method: 'POST' } });
	store.faults.add({ kind: 'status', status: 403, match: { method: 'GET' } });
	const [output] = await run({ resource: 'brand', operation: 'create', name: 'Alder' });
	const { error, details } = output as { error: string; details: { description: string } };
	expect(error).toContain('create the brand "Alder"');
	expect(error).toContain('HTTP 403');
	expect(details.description).toContain('may have taken effect');
	expect(sent('POST', /brands/)).toHaveLength(1);
});

/** Answers that are none to what was asked for; none of them is carried out. */
const answers: Array<[string, Fault]> = [
	['204', { kind: 'empty', status: 204 }],
	['200 without a body', { kind: 'empty', status: 200 }],
	['200 with an empty object', { kind: 'status', status: 200, body: {} }],
	['200 with data: null', { kind: 'status', status: 200, body: { data: null, meta: {} } }],
	['200 with a text in data', { kind: 'status', status: 200, body: { data: 'ok', meta: {} } }],
	['207 with an empty object', { kind: 'status', status: 207, body: { data: {}, errors: {} } }],
];

const order = (of: DemoStore) =>
	[...of.state.orders.values()].find(({ status_id }) => status_id === 11)?.id;
const sku = (of: DemoStore) =>
	[...of.state.products.values()]
		.flatMap(({ variants }) => variants.map((one) => one.sku))
		.find(Boolean);
/** What forms take from the input item by default. */
const itemsOf = (of: DemoStore) => [{ sku: sku(of), price: 3 }];
const first = (rows: Map<number, unknown>) => byId([...rows.keys()][0]);

/** A job, and the requests of it that get such an answer, each as often as it is asked. */
const jobs: Array<[string, (of: DemoStore) => Record<string, unknown>, Fault['match']]> = [
	[
		'Brand: Create',
		() => ({ resource: 'brand', operation: 'create', name: 'Alder' }),
		{ method: 'POST' },
	],
	[
		'Brand: Get Many',
		() => ({ resource: 'brand', operation: 'getAll', returnAll: true }),
		{ method: 'GET' },
	],
	[
		'Category: Create',
		() => ({ resource: 'category', operation: 'create', name: 'Alder' }),
		{ method: 'POST' },
	],
	[
		'Coupon: Create',
		() => ({
			resource: 'coupon',
			operation: 'create',
			code: 'ALDER',
			type: 'percentage_discount',
			amount: 10,
		}),
		{ method: 'POST' },
	],
	[
		'Coupon: Create Many',
		() => ({
			resource: 'coupon',
			operation: 'createMany',
			kind: 'codes',
			count: 2,
			promotionFrom: 'new',
			promotionName: 'Alder',
			discount: 'percentage',
			discountAmount: 10,
		}),
		{ method: 'POST', path: '/v3/promotions' },
	],
	[
		'Order Shipment: Sync',
		(of) => ({
			resource: 'orderShipment',
			operation: 'sync',
			...byHand({ orderId: order(of), trackingNumber: '1Z999' }),
		}),
		{ method: 'POST' },
	],
	[
		'Price List Record: Create or Update',
		(of) => ({
			resource: 'priceListRecord',
			operation: 'upsert',
			priceList: first(of.state.priceLists),
			currency: 'usd',
			...byHand({ sku: '={{ $json.sku }}', price: 12 }),
		}),
		{ method: 'PUT' },
	],
	[
		'Listing: Import',
		() => ({ resource: 'listing', operation: 'import', returnAll: true }),
		{ method: 'GET', path: /catalog/ },
	],
	[
		'Listing: Sync',
		() => ({
			resource: 'listing',
			operation: 'sync',
			price: 3,
		}),
		{ method: 'GET', path: /catalog/ },
	],
	[
		'Order: Get Statuses',
		() => ({ resource: 'order', operation: 'getStatuses' }),
		{ method: 'GET' },
	],
	[
		'Product: Get',
		(of) => ({
			resource: 'product',
			operation: 'get',
			product: first(of.state.products),
		}),
		{ method: 'GET' },
	],
	[
		'Product: Create',
		() => ({ resource: 'product', operation: 'create', name: 'Alder', price: 3 }),
		{ method: 'POST' },
	],
];

/** What a programmer would say. */
const CODE_TALK =
	/Cannot (?:read|destructure)|is not a function|is not iterable|undefined|\[object/;

/** Answers that the API's documents allow: v2 says 204 where there are no rows, and prices are saved with an empty object. */
const isProper = (job: string, name: string) =>
	(job === 'Order: Get Statuses' && name === '204') ||
	(job.startsWith('Price List Record') && name.startsWith('200 with') && !name.includes('text'));

const cells = jobs.flatMap(([job]) =>
	answers.flatMap(([name]) => (isProper(job, name) ? [] : [[job, name] as const])),
);

describe('an answer that is not what was asked for', () => {
	type Output = Awaited<ReturnType<typeof runForJson>>;
	const outputs = new Map<string, Output>();

	/** Each in a store of its own and all at the same time, as each is asked for until the client gives up. */
	beforeAll(async () => {
		await Promise.all(
			jobs.flatMap(([job, parameters, match]) =>
				answers.map(async ([name, fault]) => {
					const own = await startDemoStore();
					own.faults.add({ ...fault, match, times: Infinity });
					outputs.set(
						`${job} ${name}`,
						await runForJson(own.credential, parameters(own), { ...goingOn, items: itemsOf(own) }),
					);
					await own.stop();
				}),
			),
		);
	}, 240_000);

	it.each(jobs)('%s succeeds without it', async (_job, parameters) => {
		const [output] = await run(parameters(store), itemsOf(store));
		expect(output).not.toHaveProperty('error');
	});

	it.each(cells)('is no success of %s: %s', (job, name) => {
		const output = outputs.get(`${job} ${name}`);
		expect(output).toEqual([expect.objectContaining({ error: expect.any(String) })]);
		expect(JSON.stringify(output)).not.toMatch(CODE_TALK);
	});
});

describe('a list', () => {
	const brands = {
		path: '/v3/catalog/brands',
		paging: 'v3',
		pageSize: 250,
		task: 'list the brands',
	} as const;
	it('whose meta tells of one page alone is read to its end', async () => {
		const rows = Array.from({ length: 322 }, (_, index) => ({ id: index + 1, name: `B${index}` }));
		const pagination = { total: 250, count: 250, per_page: 250, current_page: 1, total_pages: 1 };
		for (const [page, data] of [
			['1', rows.slice(0, 250)],
			['2', rows.slice(250)],
		] as const)
			store.faults.add({
				kind: 'status',
				status: 200,
				match: { query: { page } },
				body: { data, meta: { pagination: { ...pagination, count: data.length } } },
			});
		expect(await list(clientFor(store.credential), brands)).toHaveLength(322);
		expect(store.exchanges).toHaveLength(2);
	});
});

it('does not ask again at once where a 429 says that the window has ended', async () => {
	store.faults.add({ kind: 'rateLimit', resetMs: 0, times: 3 });
	const startedAt = Date.now();
	await clientFor(store.credential).getRows({ path: '/v2/orders', task: 'list the orders' });
	expect(Date.now() - startedAt).toBeGreaterThan(1_000);
	expect(store.exchanges).toHaveLength(4);
});

describe('a connection that fails', () => {
	const read = { resource: 'brand', operation: 'create', name: 'FaceAccessories' };

	it('is told with its reason, what was being done, and the item', async () => {
		const gone = await startDemoStore();
		await gone.stop();
		const refused = runForJson(gone.credential, read);
		await expect(refused).rejects.toMatchObject({
			message: 'BigCommerce could not create the brand "FaceAccessories" [item 0]',
			description: expect.stringContaining('ECONNREFUSED 127.0.0.1'),
		});
		const [output] = await runForJson(gone.credential, read, goingOn);
		expect(output?.error).toContain('create the brand "FaceAccessories": No answer from the store');
		expect(output?.error).toContain('ECONNREFUSED 127.0.0.1');
	}, 120_000);

	it('is told in our words where it was reset', async () => {
		store.faults.add({ kind: 'reset', times: Infinity });
		await expect(
			runForJson(store.credential, { resource: 'brand', operation: 'getAll', returnAll: true }),
		).rejects.toMatchObject({
			message: expect.stringContaining('BigCommerce could not list the brands'),
			description: expect.stringContaining('ECONNRESET'),
		});
	}, 60_000);
});
