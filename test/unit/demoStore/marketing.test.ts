import { call, dataOf, storeForTests, type Reply } from './support.ts';

const shop = storeForTests();

const coupon = {
	name: 'New',
	code: 'NEW1',
	type: 'percentage_discount',
	amount: '12.5',
	applies_to: { entity: 'categories', ids: [0] },
};
const post = async (body: object): Promise<Reply> =>
	await call(shop.store, 'POST', '/v2/coupons', { body });

describe('coupons', () => {
	it('are created with string decimals and refused when the code is taken', async () => {
		const made = await post({ ...coupon, expires: 'Thu, 31 Dec 2037 23:59:59 +0000', max_uses: 3 });
		expect(made.status).toBe(201);
		expect(made.json).toMatchObject({
			amount: '12.5000',
			expires: 'Thu, 31 Dec 2037 23:59:59 +0000',
			max_uses: 3,
			enabled: true,
		});
		expect((await post({ ...coupon, code: 'new1' })).status).toBe(409);
		shop.store.state.settings.takenCouponCodeStatus = 400;
		expect((await post(coupon)).json).toEqual([
			{
				status: 400,
				message: "The field 'code' is invalid.",
				details: { invalid_reason: expect.any(String) },
			},
		]);
	});

	it('are checked', async () => {
		const bad = [
			{ code: undefined },
			{ type: 'promotion' },
			{ amount: undefined },
			{ applies_to: undefined },
			{ code: 'x'.repeat(51) },
			{ expires: '2037-12-31' },
			{ amount: 101 },
		];
		for (const change of bad) expect((await post({ ...coupon, ...change })).status).toBe(400);
	});

	it('lose applies_to when an update leaves it out', async () => {
		const { applies_to: _gone, ...rest } = { ...coupon, code: 'BEANS2', type: 'per_item_discount' };
		const [beans] = (await call(shop.store, 'GET', '/v2/coupons', { query: { code: 'BEANS2' } }))
			.json as Array<{ id: number }>;
		expect(
			(await call(shop.store, 'PUT', `/v2/coupons/${beans?.id}`, { body: { max_uses: 3 } })).status,
		).toBe(400);
		expect(
			(await call(shop.store, 'PUT', `/v2/coupons/${beans?.id}`, { body: rest })).json,
		).toMatchObject({ applies_to: { ids: [] } });
	});

	it('show coupon promotions as empty rows, and all go with an unfiltered delete', async () => {
		const all = (await call(shop.store, 'GET', '/v2/coupons')).json as Array<{
			id: number;
			type: string;
			code: string;
		}>;
		expect(all.filter(({ type }) => type === 'promotion')).toEqual([
			expect.objectContaining({ code: '' }),
		]);
		expect(
			(
				await call(shop.store, 'GET', '/v2/coupons', {
					query: { exclude_type: 'promotion', min_id: 3 },
				})
			).json,
		).toHaveLength(4);
		await call(shop.store, 'DELETE', '/v2/coupons', { query: { 'id:in': '1,2' } });
		expect(shop.store.state.coupons.size).toBe(4);
		await call(shop.store, 'DELETE', '/v2/coupons');
		expect(shop.store.state.coupons.size).toBe(0);
	});
});

describe('promotions', () => {
	const rules = [{ action: { cart_value: { discount: { percentage_amount: '10' } } } }];
	const make = async (more: object): Promise<Reply> =>
		await call(shop.store, 'POST', '/v3/promotions', {
			body: { name: 'P', redemption_type: 'COUPON', rules, ...more },
		});

	it('generate codes for bulk promotions alone, 250 at most', async () => {
		const { id } = dataOf<{ id: number }>(await make({ coupon_type: 'BULK' }));
		const codegen = async (promotion: number, body: object): Promise<Reply> =>
			await call(shop.store, 'POST', `/v3/promotions/${promotion}/codegen`, { body });
		const made = await codegen(id, {
			batch_size: 250,
			prefix: 'MAYA',
			delimiter: '-',
			code_length: 6,
			exclude_characters: ['0', 'O', '1', 'I'],
		});
		expect(made.status).toBe(201);
		const { codes, max_uses } = dataOf<{ codes: Array<{ code: string }>; max_uses: number }>(made);
		expect(new Set(codes.map(({ code }) => code)).size).toBe(250);
		expect(max_uses).toBe(1);
		for (const { code } of codes) expect(code).toMatch(/^MAYA-[A-HJ-NP-Z2-9]{6}$/);
		expect((await codegen(id, { batch_size: 251 })).json).toEqual({
			errors: [{ status: 422, title: expect.any(String) }],
		});
		expect((await codegen(id, { batch_size: 5, code_length: 5 })).status).toBe(422);
		const single = dataOf<{ id: number }>(await make({ name: 'S' }));
		expect((await codegen(single.id, { batch_size: 5 })).json).toMatchObject({ status: '405' });
	});

	it('list codes by cursor and keep them unique', async () => {
		const { id } = dataOf<{ id: number }>(await make({ coupon_type: 'BULK' }));
		const add = async (code: string): Promise<number> =>
			(await call(shop.store, 'POST', `/v3/promotions/${id}/codes`, { body: { code } })).status;
		expect([
			await add('A1'),
			await add('A2'),
			await add('A3'),
			await add('A1'),
			await add('WELCOME10'),
		]).toEqual([201, 201, 201, 422, 422]);
		const first = (
			await call(shop.store, 'GET', `/v3/promotions/${id}/codes`, { query: { limit: 2 } })
		).json as { meta: { cursor_pagination: { end_cursor: string; links: { next?: string } } } };
		expect(first.meta.cursor_pagination.links.next).toContain('after=');
		const rest = await call(shop.store, 'GET', `/v3/promotions/${id}/codes`, {
			query: { limit: 2, after: first.meta.cursor_pagination.end_cursor },
		});
		expect(rest.json).toMatchObject({
			data: [{ code: 'A3' }],
			meta: { cursor_pagination: { count: 1, links: {} } },
		});
		expect(
			dataOf(await call(shop.store, 'GET', '/v3/promotions/codes', { query: { code: 'A2' } })),
		).toHaveLength(1);
	});

	it('are checked, and cannot go while they have codes', async () => {
		expect((await make({ rules: [] })).status).toBe(422);
		expect((await make({ redemption_type: 'GIFT' })).status).toBe(422);
		const { id } = dataOf<{ id: number }>(await make({ coupon_type: 'BULK' }));
		await call(shop.store, 'POST', `/v3/promotions/${id}/codes`, { body: { code: 'A1' } });
		expect(
			(await call(shop.store, 'DELETE', '/v3/promotions', { query: { 'id:in': id } })).status,
		).toBe(422);
		expect((await call(shop.store, 'DELETE', '/v3/promotions')).status).toBe(422);
		await call(shop.store, 'DELETE', '/v3/promotions/codes', { query: { code: 'A1' } });
		expect(
			(await call(shop.store, 'DELETE', '/v3/promotions', { query: { 'id:in': id } })).status,
		).toBe(204);
	});
});
