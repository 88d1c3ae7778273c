import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { codegenBody } from '../../nodes/BigCommerce/store/marketing/generatedCodeShape';
import { generateCodes } from '../../nodes/BigCommerce/store/marketing/promotionCodes';
import { createPromotion } from '../../nodes/BigCommerce/store/marketing/promotions';
import { clientFor } from '../support/client';
import { holdToContract } from '../support/contract';
import { loadOptions, runForJson, runNode, searchList } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const run = async (operation: string, parameters: object, ...rest: [object?]) =>
	await runForJson(store.credential, { resource: 'coupon', operation, ...parameters }, ...rest);
const inStore = (code: string) =>
	[...store.state.coupons.values()].filter((coupon) => coupon.code === code);
const idOf = (code: string) => inStore(code)[0]?.id ?? 0;
const byCode = (value: string) => ({ coupon: { __rl: true, mode: 'code', value } });
const writes = () => store.exchanges.filter(({ method }) => method !== 'GET');

describe('Coupon: Create', () => {
	it('makes the coupon that the form describes, in one request', async () => {
		const [coupon] = await run('create', {
			code: 'AUTUMN20',
			name: 'Autumn',
			type: 'per_total_discount',
			amount: 20.5,
			additionalFields: {
				product: { __rl: true, mode: 'id', value: '77, 80' },
				expires: '2031-12-31T23:59:00Z',
				maxUses: 100,
				maxUsesPerCustomer: 1,
				minPurchase: 50,
				shippingMethods: 'shipping_fedex, shipping_usps',
			},
		});
		expect(coupon).toEqual({
			id: expect.any(Number),
			code: 'AUTUMN20',
			name: 'Autumn',
			type: 'per_total_discount',
			amount: 20.5,
			enabled: true,
			expires: '2031-12-31T23:59:00.000Z',
			minPurchase: 50,
			uses: 0,
			maxUses: 100,
			action: 'created',
		});
		expect(store.exchanges).toHaveLength(1);
		expect(store.exchanges[0]?.requestBody).toMatchObject({
			amount: '20.5000',
			applies_to: { entity: 'products', ids: [77, 80] },
			expires: 'Wed, 31 Dec 2031 23:59:00 +0000',
			max_uses_per_customer: 1,
			shipping_methods: ['shipping_fedex', 'shipping_usps'],
		});
	});

	it('gives every creator a code of their own', async () => {
		const items = ['Anna Lee', 'Zoë', 'Max'].map((creator) => ({ creator }));
		const output = await runNode(
			store.credential,
			{
				resource: 'coupon',
				operation: 'create',
				codeFrom: 'template',
				creatorName: '={{ $json.creator }}',
				codeTemplate: '{name}-{random:4}',
				amount: 15,
			},
			{ items },
		);
		expect(output.map(({ json }) => json.code)).toEqual([
			expect.stringMatching(/^ANNALEE-[A-Z3-9]{4}$/),
			expect.stringMatching(/^ZOE-[A-Z3-9]{4}$/),
			expect.stringMatching(/^MAX-[A-Z3-9]{4}$/),
		]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it.each([
		['fail', undefined, 0],
		['skip', 'skipped', 0],
		['update', 'updated', 1],
	])('a code that exists: %s', async (ifExists, action, puts) => {
		const [before] = inStore('BEANS2');
		const [json] = await runForJson(
			store.credential,
			{
				resource: 'coupon',
				operation: 'create',
				code: 'beans2',
				type: 'per_item_discount',
				amount: 3,
				ifExists,
			},
			{ onError: 'continueRegularOutput' },
		);
		expect(writes().filter(({ method }) => method === 'PUT')).toHaveLength(puts);
		if (action) expect(json).toMatchObject({ id: before?.id, action });
		else
			expect(json).toMatchObject({
				error: expect.stringContaining(`as coupon ${before?.id}`),
				details: { httpCode: 409 },
			});
		const after = store.state.coupons.get(before?.id ?? 0);
		expect(after?.applies_to).toEqual(before?.applies_to);
		expect(after?.name).toBe(before?.name);
		expect(after?.amount).toBe(puts ? 3 : 2);
	});

	it.each([
		['reset', { kind: 'reset' as const }],
		['a gateway time-out', { kind: 'status' as const, status: 504 }],
	])('makes no double when the answer is lost by %s', async (_name, fault) => {
		store.faults.add({ ...fault, applied: true, match: { method: 'POST' } });
		await run('create', { code: 'ONCE10' });
		expect(inStore('ONCE10')).toHaveLength(1);
	});

	it.each([
		['204', { status: 204 }],
		['an empty object', { status: 201, body: {} }],
		['a list', { status: 200, body: [] }],
		['null', { status: 200, body: null }],
	])('looks for the coupon where the answer is %s', async (_name, answer) => {
		for (const [code, applied] of [
			['MADE10', true],
			['LOST10', false],
		] as const) {
			store.faults.add({ kind: 'status', ...answer, applied, match: { method: 'POST' } });
			const [json] = await run('create', { code });
			expect(inStore(code)).toHaveLength(1);
			expect(json).toMatchObject({ id: idOf(code), code, action: 'created' });
		}
	});

	it('does not take a coupon that was there before for the one of the item', async () => {
		store.faults.add({ kind: 'status', status: 502, match: { method: 'POST' } });
		await expect(
			run('create', { code: 'TENT25', name: 'Other', amount: 90 }),
		).rejects.toMatchObject({ httpCode: '409' });
		expect(inStore('TENT25')[0]?.amount).toBe(25);
	});

	it('lets one bad item fail alone', async () => {
		const output = await runNode(
			store.credential,
			{
				resource: 'coupon',
				operation: 'create',
				code: '={{ $json.code }}',
				amount: '={{ $json.amount }}',
			},
			{
				items: [
					{ code: 'GOOD1', amount: 5 },
					{ code: 'BAD', amount: 500 },
					{ code: '', amount: 5 },
					{ code: 'GOOD2', amount: 5 },
				],
				onError: 'continueErrorOutput',
			},
		);
		expect(output.map(({ json }) => json.code ?? json.error)).toEqual([
			'GOOD1',
			expect.stringContaining('500 percent'),
			expect.stringContaining("'Code' is empty"),
			'GOOD2',
		]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
	});

	it.each([
		[{ code: 'SALE!' }, '"SALE!" holds !'],
		[{ code: 'HALF%PRICE+' }, 'holds % +'],
		[
			{ codeFrom: 'template', creatorName: 'Anna', codeTemplate: '{name}.{random}' },
			"Build 'Code Template' of",
		],
	])('says which signs no code may hold, before anything is sent: %j', async (wrong, words) => {
		const [json] = await run('create', wrong, { onError: 'continueRegularOutput' });
		expect(JSON.stringify(json)).toContain(JSON.stringify(words).slice(1, -1));
		expect(store.exchanges).toHaveLength(0);
	});

	it('stops at a bad item otherwise, and names it', async () => {
		await expect(
			run(
				'create',
				{ code: '={{ $json.code }}' },
				{ items: [{ code: 'GOOD1' }, { code: 'x'.repeat(60) }] },
			),
		).rejects.toThrow('[item 1]');
	});
});

describe('Coupon: Get Many', () => {
	it('answers exact numbers and ISO dates when simplified, the untouched answer otherwise', async () => {
		const [simple] = await run('getAll', { filters: { code: 'TENT25' } });
		expect(simple).toMatchObject({
			code: 'TENT25',
			amount: 25,
			expires: expect.stringMatching(/^\d{4}-.*Z$/),
		});
		const [raw] = await run('getAll', { filters: { code: 'TENT25' }, output: 'raw' });
		expect(raw).toMatchObject({ amount: '25.0000', expires: expect.stringMatching(/\+0000$/) });
	});

	it('leaves promotions out, and answers nothing for nothing', async () => {
		const all = await run('getAll', { returnAll: true });
		expect(all).toHaveLength(store.state.coupons.size);
		expect(await run('getAll', { filters: { code: 'NOSUCH' } })).toEqual([]);
		expect(await run('getAll', { limit: 2 })).toHaveLength(2);
	});
});

describe('Coupon: Update', () => {
	it('keeps everything that the form leaves out', async () => {
		const [before] = inStore('SHIP5');
		await run('update', { ...byCode('ship5'), updateFields: { amount: 7 } });
		expect(inStore('SHIP5')).toEqual([{ ...before, amount: 7 }]);
	});

	it('changes what it is given', async () => {
		const [json] = await run('update', {
			...byCode('BEANS2'),
			updateFields: {
				code: 'BEANS3',
				category: { __rl: true, mode: 'list', value: '={{ "" }}' },
				enabled: false,
				expires: '={{ "" }}',
			},
		});
		expect(json).toMatchObject({ code: 'BEANS3', enabled: false, expires: null });
		expect(inStore('BEANS3')[0]?.applies_to).toEqual({ entity: 'categories', ids: [0] });
	});

	it('tells an update that was not carried out, whatever was answered', async () => {
		const nothing = { kind: 'status' as const, status: 204, match: { method: 'PUT' } };
		store.faults.add({ ...nothing, applied: true });
		const [json] = await run('update', { ...byCode('SHIP5'), updateFields: { amount: 7 } });
		expect(json).toMatchObject({ id: idOf('SHIP5'), amount: 7 });
		store.faults.add(nothing);
		await expect(
			run('update', { ...byCode('SHIP5'), updateFields: { amount: 9 } }),
		).rejects.toThrow('could not update the coupon SHIP5');
	});

	it('says that there is no such coupon', async () => {
		await expect(
			run('update', { ...byCode('NOSUCH'), updateFields: { amount: 1 } }),
		).rejects.toMatchObject({ httpCode: '404' });
		expect(writes()).toHaveLength(0);
	});
});

describe('Coupon: Delete', () => {
	it('deletes one coupon, by code or by ID', async () => {
		const id = idOf('WELCOME10');
		expect(await run('delete', byCode('WELCOME10'))).toEqual([
			{ deleted: true, id, code: 'WELCOME10' },
		]);
		const other = idOf('SHIP5');
		await run('delete', { coupon: { __rl: true, mode: 'id', value: String(other) } });
		expect(store.state.coupons.size).toBe(4);
	});

	it.each(['', '  ', 'abc', '0'])('never deletes without an id (%j)', async (value) => {
		const before = store.state.coupons.size;
		await expect(run('delete', { coupon: { __rl: true, mode: 'id', value } })).rejects.toThrow(
			"'Coupon'",
		);
		await expect(
			run('delete', { coupon: { __rl: true, mode: 'code', value: '' } }),
		).rejects.toThrow();
		expect(store.state.coupons.size).toBe(before);
		expect(writes()).toHaveLength(0);
	});
});

describe('Coupon: Create Many', () => {
	const codes = { kind: 'codes', promotionName: 'Newsletter', discountAmount: 15 };

	it('makes a coupon for each creator, several at a time and one request each', async () => {
		store.setLatency(10);
		const items = Array.from({ length: 40 }, (_, index) => ({ creator: `Creator${index}` }));
		const output = await run('createMany', {}, { items });
		expect(new Set(output.map(({ code }) => code)).size).toBe(40);
		// Whose code is whose is said by the result, in the order of the items.
		expect(output.map(({ creator }) => creator)).toEqual(items.map(({ creator }) => creator));
		expect(output.map(({ name }) => name)).toEqual(
			output.map(({ creator, code }) => `${String(creator)} (${String(code)})`),
		);
		expect(store.exchanges).toHaveLength(40);
		expect(store.maxParallel).toBeGreaterThan(4);
	});

	it('makes thousands of unique single-use codes, 250 a request', async () => {
		const output = await run('createMany', {
			...codes,
			count: 2100,
			codeOptions: { prefix: 'anna', codeLength: 8 },
		});
		expect(new Set(output.map(({ code }) => code)).size).toBe(2100);
		expect(output[0]).toEqual({
			code: expect.stringMatching(/^ANNA[^O0I1LZ2S5B8]{8}$/),
			promotionId: expect.any(Number),
			promotionName: 'Newsletter',
		});
		expect(writes().map(({ path }) => path.split('/').at(-1))).toEqual([
			'promotions',
			...Array<string>(9).fill('codegen'),
		]);
		const [promotion] = [...store.state.promotions.values()].filter(
			({ name }) => name === 'Newsletter',
		);
		expect(promotion?.codes).toHaveLength(2100);
		expect(promotion?.codes[0]).toMatchObject({ max_uses: 1, max_uses_per_customer: 1 });
	});

	it('adds codes to a present promotion, and keeps out of others', async () => {
		const { results } = await searchList(store.credential, 'searchBulkPromotions');
		expect(results.map(({ name }) => name)).toEqual(['Creators: 20% for their followers']);
		const value = results[0]?.value;
		const output = await run('createMany', {
			kind: 'codes',
			count: 3,
			promotionFrom: 'present',
			promotion: { __rl: true, mode: 'list', value },
		});
		expect(output).toHaveLength(3);
		const automatic = [...store.state.promotions.values()].find(
			({ redemption_type }) => redemption_type === 'AUTOMATIC',
		);
		await expect(
			run('createMany', {
				kind: 'codes',
				count: 3,
				promotionFrom: 'present',
				promotion: { __rl: true, mode: 'id', value: automatic?.id },
			}),
		).rejects.toMatchObject({
			description: expect.stringContaining('does not take many codes'),
		});
	});

	it.each(['new', 'present'])(
		'gives each code once when answers are lost (%s promotion)',
		async (promotionFrom) => {
			const present = [...store.state.promotions.values()].find(
				({ coupon_type }) => coupon_type === 'BULK',
			);
			const had = present?.codes.map(({ code }) => code) ?? [];
			store.faults.add({
				kind: 'reset',
				applied: true,
				match: { method: 'POST', path: /codegen/ },
				after: 1,
				times: 2,
			});
			const output = await run('createMany', {
				...codes,
				count: 1000,
				promotionFrom,
				promotion: { __rl: true, mode: 'id', value: present?.id },
			});
			const given = output.map(({ code }) => code);
			expect(new Set(given).size).toBe(1000);
			const promotion = store.state.promotions.get(output[0]?.promotionId as number);
			const made = promotion?.codes
				.map(({ code }) => code)
				.filter((code) => !had.includes(code) || promotionFrom === 'new');
			expect([...given].sort()).toEqual([...(made ?? [])].sort());
		},
	);

	const codegen = { method: 'POST', path: /codegen/ };
	const newsletters = () =>
		[...store.state.promotions.values()].filter(({ name }) => name === 'Newsletter');

	it.each([
		{ kind: 'status' as const, status: 500 },
		{ kind: 'status' as const, status: 502 },
		{ kind: 'status' as const, status: 503 },
		{ kind: 'status' as const, status: 504 },
		{ kind: 'reset' as const },
		{ kind: 'cutBody' as const },
		{ kind: 'empty' as const },
	])('goes on where nothing was made: %j', async (fault) => {
		store.faults.add({ ...fault, match: codegen, times: 3 });
		const output = await run('createMany', { ...codes, count: 600 });
		expect(new Set(output.map(({ code }) => code)).size).toBe(600);
		expect(newsletters().map((promotion) => promotion.codes.length)).toEqual([600]);
	});

	it('goes on where the store takes longer than a request may', async () => {
		const client = clientFor(store.credential, { timeoutMs: 300 });
		const promotion = await createPromotion(client, {
			name: 'Newsletter',
			discount: 'percentage',
			amount: 10,
		});
		store.faults.add({ kind: 'hang', match: codegen });
		store.faults.add({ kind: 'hang', applied: true, match: codegen });
		const given: string[] = [];
		for await (const some of generateCodes(client, promotion, 700, codegenBody({})))
			given.push(...some);
		expect(new Set(given).size).toBe(700);
		expect(newsletters()[0]?.codes).toHaveLength(700);
	});

	it('ends where the store answers no codes', async () => {
		store.faults.add({
			kind: 'status',
			status: 201,
			body: { data: { codes: [] }, meta: {} },
			match: codegen,
			times: Infinity,
		});
		await expect(run('createMany', { ...codes, count: 10 })).rejects.toMatchObject({
			message: expect.stringMatching(/10 codes for the promotion Newsletter \(ID \d+\)/),
			description: expect.stringContaining('without any code'),
		});
		expect(writes().length).toBeLessThan(10);
	});

	const refusedOnce = () =>
		store.faults.add({
			kind: 'status',
			status: 422,
			body: { errors: [{ status: 422, title: 'No more codes' }] },
			match: codegen,
			after: 2,
		});

	it('hands out what was made before it ended early, with an error that names the promotion', async () => {
		refusedOnce();
		const output = await run(
			'createMany',
			{ ...codes, count: 1000 },
			{ onError: 'continueRegularOutput' },
		);
		const [promotion] = newsletters();
		const given = output.flatMap(({ code }) => (code === undefined ? [] : [code]));
		expect(new Set(given).size).toBe(750);
		expect([...given].sort()).toEqual(promotion?.codes.map(({ code }) => code).sort());
		expect(output.at(-1)).toMatchObject({
			error: expect.stringContaining(`the promotion Newsletter (ID ${promotion?.id})`),
			details: { description: expect.stringContaining('750 of them were made and are live') },
		});
		expect(output).toHaveLength(751);
	});

	it('says otherwise how many codes are live, and where', async () => {
		refusedOnce();
		await expect(run('createMany', { ...codes, count: 1000 })).rejects.toMatchObject({
			message: expect.stringMatching(/1,000 codes for the promotion Newsletter \(ID \d+\)/),
			description: expect.stringMatching(
				/No more codes.* 750 of them were made and are live .*Marketing &gt; Promotions &gt; Newsletter/,
			),
		});
	});

	it('puts codes into the promotion that the form describes, not into an older one of its name', async () => {
		await run('createMany', { ...codes, discountAmount: 50, count: 1 });
		store.faults.add({
			kind: 'status',
			status: 502,
			match: { method: 'POST', path: /promotions$/ },
		});
		const [given] = await run('createMany', { ...codes, discountAmount: 10, count: 1 });
		const [older, newer] = newsletters();
		expect(older?.codes).toHaveLength(1);
		expect(newer?.codes.map(({ code }) => code)).toEqual([given?.code]);
		expect(JSON.stringify(newer?.rules)).toContain('"percentage_amount":"10"');
	});

	it('gives no code to two items of a run', async () => {
		const present = [...store.state.promotions.values()].find(
			({ coupon_type }) => coupon_type === 'BULK',
		);
		store.faults.add({ kind: 'reset', applied: true, match: codegen, times: 3 });
		const output = await run(
			'createMany',
			{
				kind: 'codes',
				count: 5,
				promotionFrom: 'present',
				promotion: { __rl: true, mode: 'id', value: present?.id },
			},
			{ items: [{}, {}, {}] },
		);
		expect(new Set(output.map(({ code }) => code)).size).toBe(15);
	});

	it.each([
		[{ promotionName: ' ' }, "'Promotion Name' is empty"],
		[{ discountAmount: 0 }, "'Discount Amount' is 0"],
		[{ codeOptions: { prefix: 'Ä' } }, "'Prefix'"],
		[
			{ codeOptions: { prefix: 'x'.repeat(20), suffix: 'y'.repeat(20), codeLength: 16 } },
			'56 characters',
		],
		[{ count: 0 }, "'Number of Codes'"],
	])('says what is wrong with %j before anything is sent', async (wrong, words) => {
		await expect(run('createMany', { ...codes, ...wrong })).rejects.toThrow(words);
		expect(writes()).toHaveLength(0);
	});
});

describe('pickers', () => {
	it("show the merchant's own status labels with those of BigCommerce", async () => {
		const statuses = await loadOptions(store.credential, 'getOrderStatuses');
		expect(statuses).toHaveLength(15);
		expect(statuses.some(({ name }) => /^.+ \(Awaiting Fulfillment\)$/.test(name))).toBe(true);
	});

	it('search categories, brands and coupons as one types', async () => {
		expect(
			(await searchList(store.credential, 'searchCategories', 'bean')).results.map(
				({ name }) => name,
			),
		).toEqual(['Beans (/coffee/beans/)']);
		expect((await searchList(store.credential, 'searchCoupons', 'SHIP5')).results).toHaveLength(1);
		expect((await searchList(store.credential, 'searchProducts', 'tent')).results[0]?.name).toMatch(
			/tent.*\(/i,
		);
		const brands = await searchList(store.credential, 'searchBrands');
		expect(brands.results.length).toBeGreaterThan(2);
	});

	it('say what is wrong with the connection', async () => {
		await expect(
			loadOptions({ ...store.credential, accessToken: 'wrong' }, 'getChannels'),
		).rejects.toMatchObject({ httpCode: '401' });
	});
});
