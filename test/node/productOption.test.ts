import { byId, testPartsOf } from '../support/productParts';

/** Its one option is Color: Moss and Ember. */
const { store, product, run, search, requests, loseNextCreation } = testPartsOf(
	'Granite 2 Tent',
	'productOption',
);

const inStore = (id: unknown) => product().options.find((option) => option.id === id);
const color = () => product().options[0]?.id ?? 0;
const valueId = (label: string) =>
	product().options[0]?.option_values.find((value) => value.label === label)?.id;
const labels = (id: unknown) => inStore(id)?.option_values.map(({ label }) => label);
const details = (...value: object[]) => ({ valueDetails: { value } });

describe('Product Option: Create', () => {
	it('makes the option with its values in order, in one request', async () => {
		const [json] = await run('create', {
			displayName: 'Size',
			type: 'dropdown',
			values: 'Two persons, Three persons , Four persons',
			additionalFields: { preselected: 'Three persons', sortOrder: 2 },
		});
		expect(json).toEqual({
			id: expect.any(Number),
			productId: product().id,
			name: 'Size',
			type: 'dropdown',
			sortOrder: 2,
			values: ['Two persons', 'Three persons', 'Four persons'].map((label) => ({
				id: expect.any(Number),
				label,
				isDefault: label === 'Three persons',
			})),
		});
		expect(requests()).toEqual([
			[
				'POST options',
				{
					display_name: 'Size',
					type: 'dropdown',
					sort_order: 2,
					option_values: [
						{ label: 'Two persons', sort_order: 0 },
						{ label: 'Three persons', sort_order: 1, is_default: true },
						{ label: 'Four persons', sort_order: 2 },
					],
				},
			],
		]);
		expect(labels(json?.id)).toEqual(['Two persons', 'Three persons', 'Four persons']);
	});

	it('takes a list from an expression, whose labels may hold commas', async () => {
		const [json] = await run(
			'create',
			{ displayName: 'Set', values: '={{ $json.sets }}' },
			{ items: [{ sets: ['Tent, pegs', 'Tent', 3, 'Tent'] }] },
		);
		expect(labels(json?.id)).toEqual(['Tent, pegs', 'Tent', '3']);
	});

	it('gives swatches their colors, and lists their products', async () => {
		const [swatch] = await run('create', {
			displayName: 'Fly',
			type: 'swatch',
			additionalFields: details(
				{ label: 'Sky', swatch: '#87ceeb; FFFFFF' },
				{ label: 'Camo', swatch: 'https://images.example.com/camo.png' },
			),
		});
		expect(inStore(swatch?.id)?.option_values).toMatchObject([
			{ label: 'Sky', value_data: { colors: ['#87ceeb', '#FFFFFF'] } },
			{ label: 'Camo', value_data: { image_url: 'https://images.example.com/camo.png' } },
		]);
		expect(swatch?.values).toMatchObject([
			{ colors: ['#87ceeb', '#FFFFFF'] },
			{ imageUrl: 'https://images.example.com/camo.png' },
		]);
		const [list] = await run('create', {
			displayName: 'Stove',
			type: 'product_list',
			values: 'None, Small',
			additionalFields: details({ label: 'Small', productId: ' 80 ' }),
		});
		expect(list?.values).toEqual([
			{ id: expect.any(Number), label: 'None', isDefault: false },
			{ id: expect.any(Number), label: 'Small', isDefault: false, productId: 80 },
		]);
	});

	it('tells a list of products what the chosen one adds', async () => {
		const [json] = await run('create', {
			displayName: 'Stove',
			type: 'product_list',
			additionalFields: {
				productListAdjustsPricing: 'true',
				productListShippingCalc: 'weight',
				...details({ label: 'Small', productId: 80 }),
			},
		});
		const config = { product_list_adjusts_pricing: true, product_list_shipping_calc: 'weight' };
		expect(inStore(json?.id)?.config).toEqual(config);
		await run('update', {
			option: byId(Number(json?.id)),
			updateFields: { productListAdjustsInventory: false },
		});
		expect(inStore(json?.id)?.config).toEqual({ ...config, product_list_adjusts_inventory: false });
	});

	it('makes no double when the answer is lost', async () => {
		loseNextCreation();
		const [json] = await run('create', { displayName: 'Size', values: 'S, M' });
		expect(product().options).toHaveLength(2);
		expect(labels(json?.id)).toEqual(['S', 'M']);
	});

	it.each([
		[{ values: 'S' }, "'Name' is empty"],
		[{ displayName: 'Size', values: ' , ' }, "'Values' is empty"],
		[
			{ displayName: 'Size', values: 'S, M', additionalFields: { preselected: 'L' } },
			'There is no value "L"',
		],
		[
			{ displayName: 'Fly', additionalFields: details({ label: 'Sky', swatch: 'blue' }) },
			`'Swatch' holds "blue", which is no color`,
		],
		[
			{ displayName: 'Fly', additionalFields: details({ label: 'X', swatch: '#1 #2 #3 #4' }) },
			`'Swatch' holds "#1", which is no color`,
		],
		[
			{ displayName: 'Fly', additionalFields: details({ label: ' ', swatch: '#FFF' }) },
			"'Value Details' holds a value without a label",
		],
	])('refuses %j before anything is sent', async (parameters, message) => {
		await expect(run('create', parameters)).rejects.toThrow(message);
		expect(store().exchanges).toEqual([]);
	});

	it('says what to do about a name that the product has', async () => {
		const [json] = await run(
			'create',
			{ displayName: 'Color', values: 'Red' },
			{ onError: 'continueRegularOutput' },
		);
		expect(json).toMatchObject({
			error: expect.stringContaining('create the option "Color" of product 77 (HTTP 409)'),
			details: { description: expect.stringContaining('Use another name') },
		});
	});
});

describe('Product Option: Update', () => {
	it('changes the option alone where nothing is said of its values', async () => {
		const before = structuredClone(inStore(color()));
		const [json] = await run('update', {
			option: byId(color()),
			updateFields: { displayName: 'Fabric color', type: 'dropdown' },
		});
		expect(json).toMatchObject({ name: 'Fabric color', values: [{ label: 'Moss' }, {}] });
		expect(inStore(color())).toEqual({
			...before,
			display_name: 'Fabric color',
			type: 'dropdown',
		});
		expect(requests()).toEqual([
			`GET options/${color()}`,
			[`PUT options/${color()}`, { display_name: 'Fabric color', type: 'dropdown' }],
		]);
	});

	it('changes and adds values by their label, and touches no other', async () => {
		const [moss, ember] = [valueId('Moss'), valueId('Ember')];
		const [json] = await run('update', {
			option: byId(color()),
			updateFields: {
				values: 'Moss, Sand',
				preselected: 'Sand',
				...details({ label: 'Ember', newLabel: 'Glow', swatch: '#f50' }),
			},
		});
		expect(requests()).toEqual([
			`GET options/${color()}`,
			[`POST options/${color()}/values`, { label: 'Sand', sort_order: 2, is_default: true }],
			[
				`PUT options/${color()}/values/${ember}`,
				{ label: 'Glow', sort_order: 1, value_data: { colors: ['#f50'] } },
			],
		]);
		expect(json?.values).toEqual([
			{ id: moss, label: 'Moss', isDefault: false },
			{ id: ember, label: 'Glow', isDefault: false, colors: ['#f50'] },
			{ id: valueId('Sand'), label: 'Sand', isDefault: true },
		]);
		// The store tells the same when it is asked.
		const [, asked] = [json, (await run('getAll'))[0]];
		expect(asked).toEqual(json);
	});

	it('removes values by their label, and nothing where one is misspelt', async () => {
		const [moss, ember] = [valueId('Moss'), valueId('Ember')];
		const removing = { option: byId(color()), updateFields: { removedValues: 'Ember, Rust' } };
		await expect(run('update', removing)).rejects.toThrow(
			`'Values to Remove' holds "Rust", which is none of the values`,
		);
		expect(labels(color())).toEqual(['Moss', 'Ember']);
		store().exchanges.length = 0;
		const [json] = await run('update', {
			...removing,
			updateFields: { removedValues: ['Ember'], values: 'Slate' },
		});
		expect(json?.values).toMatchObject([{ id: moss, label: 'Moss' }, { label: 'Slate' }]);
		expect(labels(color())).toEqual(['Moss', 'Slate']);
		expect(requests().slice(1)).toEqual([
			[`POST options/${color()}/values`, { label: 'Slate', sort_order: 2 }],
			`DELETE options/${color()}/values/${ember}`,
		]);
	});

	it('shows one preselected value, the last that was chosen', async () => {
		const choose = async (preselected: string) =>
			(await run('update', { option: byId(color()), updateFields: { preselected } }))[0]?.values;
		await choose('Moss');
		expect(await choose('Ember')).toMatchObject([
			{ label: 'Moss', isDefault: false },
			{ label: 'Ember', isDefault: true },
		]);
	});

	it('takes the preselection away, and changes the value that had it as well', async () => {
		const values = product().options[0]?.option_values ?? [];
		const chosen = values.find(({ is_default }) => is_default)?.label ?? '';
		expect(chosen).not.toBe('');
		const [json] = await run('update', {
			option: byId(color()),
			updateFields: { noPreselected: 'true', ...details({ label: chosen, newLabel: 'Fern' }) },
		});
		expect(json?.values).toContainEqual(
			expect.objectContaining({ label: 'Fern', isDefault: false }),
		);
		const kept = product().options[0]?.option_values ?? [];
		expect(kept.filter(({ is_default }) => is_default)).toEqual([]);
		expect(kept.map(({ label }) => label)).toContain('Fern');
		const both = { noPreselected: true, preselected: 'Fern' };
		await expect(run('update', { option: byId(color()), updateFields: both })).rejects.toThrow(
			"'No Preselected Value' wants none",
		);
	});

	it('adds a value once when the answer is lost', async () => {
		loseNextCreation();
		await run('update', { option: byId(color()), updateFields: { values: 'Sand' } });
		expect(labels(color())).toEqual(['Moss', 'Ember', 'Sand']);
	});

	it.each([
		['a new label', details({ label: 'Lava', newLabel: 'Red' })],
		['the preselection', { preselected: 'Lava' }],
	])('knows no value that %s could be for, and writes nothing', async (_name, updateFields) => {
		await expect(
			run('update', { option: byId(color()), updateFields: { ...updateFields, values: 'Sand' } }),
		).rejects.toThrow('There is no value "Lava"');
		expect(labels(color())).toEqual(['Moss', 'Ember']);
	});

	it('wants some change', async () => {
		await expect(run('update', { option: byId(color()) })).rejects.toThrow('holds no change');
		expect(store().exchanges).toEqual([]);
	});
});

describe('Product Option: the rest', () => {
	it('Get Many reads options with their values, or the untouched records', async () => {
		expect(await run('getAll', { returnAll: true })).toEqual([
			{
				id: color(),
				productId: product().id,
				name: 'Color',
				type: inStore(color())?.type,
				sortOrder: 0,
				values: ['Moss', 'Ember'].map((label) => ({
					id: valueId(label),
					label,
					isDefault: expect.any(Boolean),
				})),
			},
		]);
		const [raw] = await run('getAll', { output: 'raw' });
		expect(raw).toMatchObject({ display_name: 'Color', option_values: [{ label: 'Moss' }, {}] });
	});

	it('Delete takes exactly one', async () => {
		const id = color();
		expect(await run('delete', { option: byId(id) })).toEqual([{ deleted: true, id }]);
		expect(product().options).toEqual([]);
		await expect(run('delete', { option: byId('') })).rejects.toThrow("'Option' is empty");
	});

	it('the picker shows the names', async () => {
		expect(await search('searchProductOptions')).toEqual([
			{ name: `Color · #${color()}`, value: color() },
		]);
		expect(await search('searchProductOptions', 'size')).toEqual([]);
	});
});
