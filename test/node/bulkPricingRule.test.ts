import { byId, testPartsOf } from '../support/productParts';

const { store, product, run, search, requests, loseNextCreation } = testPartsOf(
	'Granite 2 Tent',
	'bulkPricingRule',
);

beforeEach(() => {
	product().bulk_pricing_rules = [
		{ id: 501, quantity_min: 2, quantity_max: 9, type: 'price', amount: 5 },
		{ id: 502, quantity_min: 10, quantity_max: 19, type: 'percent', amount: 0.1 },
	];
});

const inStore = (id: unknown) => product().bulk_pricing_rules.find((rule) => rule.id === id);
const from20 = { quantityMin: 20, quantityMax: 0 };

describe('Bulk Pricing Rule: Create', () => {
	it.each([
		['percent', '12.5', '0.125', 0.125],
		['price', 12.5, 12.5, 12.5],
		['fixed', 200, 200, 200],
	])('gives %s as the API counts it', async (type, amount, sent, kept) => {
		const [json] = await run('create', { ...from20, type, amount });
		expect(json).toEqual({
			id: expect.any(Number),
			productId: product().id,
			quantityMin: 20,
			quantityMax: 0,
			type,
			amount: kept,
		});
		expect(requests()).toEqual([
			['POST bulk-pricing-rules', { quantity_min: 20, quantity_max: 0, type, amount: sent }],
		]);
		expect(inStore(json?.id)).toMatchObject({ type, amount: kept });
	});

	it('names the rule whose quantities it overlaps', async () => {
		const [json] = await run(
			'create',
			{ quantityMin: 15, quantityMax: '30', type: 'percent', amount: 20 },
			{ onError: 'continueRegularOutput' },
		);
		expect(json).toMatchObject({
			error: expect.stringContaining('create the bulk pricing rule of product 77 (HTTP 409)'),
			details: {
				httpCode: 409,
				description: expect.stringContaining(
					'this one is for 15 to 30, and there is rule 502 for 10 to 19. Choose',
				),
			},
		});
		expect(product().bulk_pricing_rules).toHaveLength(2);
	});

	it('makes no double when the answer is lost', async () => {
		loseNextCreation();
		const [json] = await run('create', { ...from20, type: 'percent', amount: 20 });
		expect(product().bulk_pricing_rules).toHaveLength(3);
		expect(inStore(json?.id)).toMatchObject({ quantity_min: 20, amount: 0.2 });
	});

	it.each([
		[{ quantityMin: 20, quantityMax: 5 }, "'Maximum Quantity' is 5, which is less"],
		[{ quantityMin: 'many' }, `'Minimum Quantity' is "many"`],
		[{ quantityMin: 2.5 }, `'Minimum Quantity' is "2.5", which is not a whole number`],
		[{ ...from20, amount: -1 }, "'Amount' is -1"],
		[{ ...from20, type: 'percent', amount: 100.5 }, "'Amount' is 100.5%, which is more than"],
		[{ quantityMin: 1, type: 'fixed', amount: 5 }, "'Minimum Quantity' is 1, and a fixed price"],
	])('refuses %j before anything is sent', async (parameters, message) => {
		await expect(run('create', parameters)).rejects.toThrow(message);
		expect(store().exchanges).toEqual([]);
	});
});

describe('Bulk Pricing Rule: Update', () => {
	it('sends the whole rule, with all that was not changed as it was', async () => {
		const [json] = await run('update', { rule: byId(502), updateFields: { quantityMax: 0 } });
		expect(json).toMatchObject({ id: 502, quantityMax: 0, type: 'percent', amount: 0.1 });
		expect(requests()).toEqual([
			'GET bulk-pricing-rules/502',
			[
				'PUT bulk-pricing-rules/502',
				{ id: 502, quantity_min: 10, quantity_max: 0, type: 'percent', amount: '0.1' },
			],
		]);
	});

	it('takes an amount in percent by the type that the rule has or gets', async () => {
		await run('update', { rule: byId(502), updateFields: { amount: 15 } });
		expect(inStore(502)).toMatchObject({ type: 'percent', amount: 0.15 });
		await run('update', { rule: byId(501), updateFields: { type: 'percent', amount: 3 } });
		expect(inStore(501)).toMatchObject({ type: 'percent', amount: 0.03 });
		await expect(
			run('update', { rule: byId(501), updateFields: { type: 'fixed' } }),
		).rejects.toThrow("'Discount Type' is changed without an 'Amount'");
		expect(inStore(501)).toMatchObject({ type: 'percent', amount: 0.03 });
	});

	it('names the rule whose quantities it would overlap, and not itself', async () => {
		const [json] = await run(
			'update',
			{ rule: byId(501), updateFields: { quantityMax: 12 } },
			{ onError: 'continueRegularOutput' },
		);
		expect((json?.details as { description: string }).description).toContain(
			'this one is for 2 to 12, and there is rule 502 for 10 to 19. Choose',
		);
		expect(inStore(501)).toMatchObject({ quantity_max: 9 });
	});

	it('says so when there is no such rule', async () => {
		await expect(run('update', { rule: byId(999), updateFields: { amount: 1 } })).rejects.toThrow(
			'HTTP 404',
		);
	});
});

describe('Bulk Pricing Rule: the rest', () => {
	it('Get Many reads them in one request', async () => {
		expect(await run('getAll', { returnAll: true })).toEqual([
			{
				id: 501,
				productId: product().id,
				quantityMin: 2,
				quantityMax: 9,
				type: 'price',
				amount: 5,
			},
			expect.objectContaining({ id: 502, amount: 0.1 }),
		]);
		expect(await run('getAll', { limit: 1 })).toHaveLength(1);
		expect(requests()).toEqual(['GET bulk-pricing-rules', 'GET bulk-pricing-rules']);
	});

	it('Delete takes exactly one', async () => {
		expect(await run('delete', { rule: byId(501) })).toEqual([{ deleted: true, id: 501 }]);
		expect(product().bulk_pricing_rules.map(({ id }) => id)).toEqual([502]);
		await expect(run('delete', { rule: byId('') })).rejects.toThrow("'Rule' is empty");
	});

	it('the picker shows quantities and discount', async () => {
		expect(await search('searchBulkPricingRules')).toEqual([
			{ name: '2 to 9 · price 5 · #501', value: 501 },
			{ name: '10 to 19 · percent 0.1 · #502', value: 502 },
		]);
		expect(await search('searchBulkPricingRules', 'percent')).toHaveLength(1);
	});
});
