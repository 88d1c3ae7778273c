import { byId, testPartsOf } from '../support/productParts';

const { store, product, run, search, requests, loseNextCreation } = testPartsOf(
	'Granite 2 Tent',
	'productModifier',
);

const inStore = (id: unknown) => product().modifiers.find((modifier) => modifier.id === id);
const details = (...value: object[]) => ({ valueDetails: { value } });

/** What is made, and the body that made it. */
async function created(type: string, additionalFields: object, more: object = {}) {
	const [json] = await run('create', { displayName: 'Extra', type, additionalFields, ...more });
	return { json, body: store().exchanges[0]?.requestBody, kept: inStore(json?.id) };
}

describe('Product Modifier: Create', () => {
	it('makes one whose values have prices and weights', async () => {
		const { json, body, kept } = await created(
			'radio_buttons',
			{
				values: 'None, Card',
				preselected: 'None',
				sortOrder: 3,
				...details(
					{ label: 'Card', price: '2.50' },
					{
						label: 'Box',
						price: '10%',
						weight: -0.2,
						adjusters: '{"purchasing_disabled": {"status": true, "message": "Sold out"}}',
					},
				),
			},
			{ required: true },
		);
		expect(json).toEqual({
			id: kept?.id,
			productId: product().id,
			name: 'Extra',
			type: 'radio_buttons',
			sortOrder: 3,
			isRequired: true,
			config: {},
			values: [
				{ id: expect.any(Number), label: 'None', isDefault: true },
				{ id: expect.any(Number), label: 'Card', isDefault: false, priceChange: 2.5 },
				{
					id: expect.any(Number),
					label: 'Box',
					isDefault: false,
					priceChange: '10%',
					weightChange: -0.2,
				},
			],
		});
		expect(body).toEqual({
			display_name: 'Extra',
			type: 'radio_buttons',
			required: true,
			sort_order: 3,
			option_values: [
				{ label: 'None', sort_order: 0, is_default: true },
				{
					label: 'Card',
					sort_order: 1,
					adjusters: { price: { adjuster: 'relative', adjuster_value: 2.5 } },
				},
				{
					label: 'Box',
					sort_order: 2,
					adjusters: {
						price: { adjuster: 'percentage', adjuster_value: 10 },
						weight: { adjuster: 'relative', adjuster_value: -0.2 },
						purchasing_disabled: { status: true, message: 'Sold out' },
					},
				},
			],
		});
		expect(store().exchanges).toHaveLength(1);
	});

	it.each([
		[
			'text',
			{ defaultValue: 'Hi', textMinLength: '1', textMaxLength: 20 },
			{
				default_value: 'Hi',
				text_characters_limited: true,
				text_min_length: 1,
				text_max_length: 20,
			},
		],
		['multi_line_text', { textMaxLines: 3 }, { text_lines_limited: true, text_max_lines: 3 }],
		[
			'numbers_only_text',
			{ numberLowestValue: 0, numberHighestValue: 9, numberIntegersOnly: true, defaultValue: 5 },
			{
				default_value: '5',
				number_limited: true,
				number_limit_mode: 'range',
				number_lowest_value: 0,
				number_highest_value: 9,
				number_integers_only: true,
			},
		],
		[
			'numbers_only_text',
			{ numberHighestValue: 9 },
			{ number_limited: true, number_limit_mode: 'highest', number_highest_value: 9 },
		],
		[
			'date',
			{ dateEarliestValue: '2026-08-15T17:52:01+02:00' },
			{
				date_limited: true,
				date_limit_mode: 'earliest',
				date_earliest_value: '2026-08-15T15:52:01+00:00',
			},
		],
		['date', { defaultValue: '2026-12-24' }, { default_value: '2026-12-24T00:00:00+00:00' }],
		[
			'file',
			{ config: '{"file_types_mode": "specific", "file_types_supported": ["images"]}' },
			{ file_types_mode: 'specific', file_types_supported: ['images'] },
		],
		[
			'product_list',
			{
				values: 'A',
				productListAdjustsInventory: true,
				config: '{"product_list_adjusts_pricing": false}',
			},
			{ product_list_adjusts_inventory: true, product_list_adjusts_pricing: false },
		],
		[
			'checkbox',
			{ checkboxLabel: 'Wrap it', checkedByDefault: 'yes' },
			{ checkbox_label: 'Wrap it', checked_by_default: true },
		],
	])('gives a %s its settings from %j', async (type, fields, config) => {
		const { body, kept } = await created(type, fields);
		expect(body).toMatchObject({ display_name: 'Extra', type, required: false });
		expect(body).toHaveProperty('config', config);
		expect(kept?.config).toEqual(config);
	});

	it('gives the two values of a checkbox their prices in a second step', async () => {
		const { json, body } = await created('checkbox', details({ label: 'Yes', price: 5 }));
		expect(body).toEqual({ display_name: 'Extra', type: 'checkbox', required: false });
		expect(json?.values).toMatchObject([
			{ label: 'Yes', isChecked: true, priceChange: 5 },
			{ label: 'No', isChecked: false },
		]);
		expect(inStore(json?.id)?.option_values[0]?.adjusters.price).toEqual({
			adjuster: 'relative',
			adjuster_value: 5,
		});
	});

	it('makes no double when the answer is lost', async () => {
		loseNextCreation();
		const { kept } = await created('text', {});
		expect(product().modifiers).toEqual([kept]);
	});

	it.each([
		['dropdown', {}, "'Values' is empty"],
		['date', {}, 'A date field needs a date'],
		['date', { dateLatestValue: 'soon' }, `'Latest Date' is "soon", which is not a date`],
		['text', { config: '{"text_max_lenght": 3}' }, 'Did you mean text_max_length?'],
		['text', { config: 'short' }, "'Other Settings (JSON)' is not valid JSON"],
		['dropdown', details({ label: 'Box', price: 'much' }), `'Price Change' is "much"`],
		[
			'dropdown',
			details({ label: 'Box', adjusters: '{"image": "x"}' }),
			'has the field "image", which BigCommerce does not know here',
		],
	])('refuses a %s with %j before anything is sent', async (type, fields, message) => {
		await expect(created(type, fields)).rejects.toThrow(message);
		expect(store().exchanges).toEqual([]);
	});
});

describe('Product Modifier: Update', () => {
	it('keeps what was not changed, in the modifier and in its settings', async () => {
		const { json } = await created(
			'numbers_only_text',
			{ numberLowestValue: 1, numberIntegersOnly: true, sortOrder: 4 },
			{ required: true },
		);
		await run('update', {
			modifier: byId(Number(json?.id)),
			updateFields: { displayName: 'Count', numberHighestValue: 9 },
		});
		expect(requests().slice(1)).toEqual([
			`GET modifiers/${json?.id}`,
			[
				`PUT modifiers/${json?.id}`,
				{
					required: true,
					type: 'numbers_only_text',
					display_name: 'Count',
					config: {
						number_limited: true,
						number_limit_mode: 'range',
						number_lowest_value: 1,
						number_highest_value: 9,
						number_integers_only: true,
					},
				},
			],
		]);
		expect(inStore(json?.id)).toMatchObject({
			display_name: 'Count',
			required: true,
			sort_order: 4,
		});
	});

	it('changes and adds values by their label, and keeps their other adjusters', async () => {
		const { json } = await created('dropdown', {
			values: 'None',
			...details({ label: 'Box', price: 5, weight: 1 }),
		});
		const [none, box] = (json?.values as Array<{ id: number }>).map(({ id }) => id);
		const [after] = await run('update', {
			modifier: byId(Number(json?.id)),
			updateFields: {
				values: 'Card',
				...details({ label: 'Box', newLabel: 'Big box', price: '7%' }),
			},
		});
		expect(after?.values).toEqual([
			{ id: none, label: 'None', isDefault: false },
			{ id: box, label: 'Big box', isDefault: false, priceChange: '7%', weightChange: 1 },
			{ id: expect.any(Number), label: 'Card', isDefault: false },
		]);
		expect(inStore(json?.id)?.option_values.map(({ label }) => label)).toEqual([
			'None',
			'Big box',
			'Card',
		]);
		expect(requests().slice(1)).toEqual([
			`GET modifiers/${json?.id}`,
			[`POST modifiers/${json?.id}/values`, { label: 'Card', sort_order: 2 }],
			[
				`PUT modifiers/${json?.id}/values/${box}`,
				{
					label: 'Big box',
					sort_order: 1,
					adjusters: {
						price: { adjuster: 'percentage', adjuster_value: 7 },
						weight: { adjuster: 'relative', adjuster_value: 1 },
					},
				},
			],
		]);
	});

	it('removes values by their label', async () => {
		const { json } = await created('dropdown', { values: 'None, Card, Box' });
		const [after] = await run('update', {
			modifier: byId(Number(json?.id)),
			updateFields: { removedValues: 'Card,None' },
		});
		expect(after?.values).toMatchObject([{ label: 'Box' }]);
		expect(inStore(json?.id)?.option_values.map(({ label }) => label)).toEqual(['Box']);
	});

	it('changes the type and whether it is required', async () => {
		const { json } = await created('dropdown', { values: 'A, B' });
		await run('update', {
			modifier: byId(Number(json?.id)),
			updateFields: { type: 'radio_buttons', required: true },
		});
		expect(inStore(json?.id)).toMatchObject({ type: 'radio_buttons', required: true });
		await expect(run('update', { modifier: byId(1) })).rejects.toThrow('holds no change');
	});
});

describe('Product Modifier: the rest', () => {
	it('Get Many reads them, simplified or as the API gives them', async () => {
		const { json } = await created('text', { textMaxLength: 9 });
		expect(await run('getAll', { returnAll: true })).toEqual([json]);
		expect(json).toMatchObject({ values: [], config: { text_max_length: 9 } });
		const [raw] = await run('getAll', { output: 'raw' });
		expect(raw).toMatchObject({ display_name: 'Extra', option_values: [] });
	});

	it('Delete takes exactly one, and the picker shows the names', async () => {
		const { json } = await created('text', {});
		expect(await search('searchProductModifiers', 'ext')).toEqual([
			{ name: `Extra · #${json?.id}`, value: json?.id },
		]);
		const modifier = byId(Number(json?.id));
		expect(await run('delete', { modifier })).toEqual([{ deleted: true, id: json?.id }]);
		expect(product().modifiers).toEqual([]);
		await expect(run('delete', { modifier: byId('') })).rejects.toThrow("'Modifier' is empty");
	});
});
