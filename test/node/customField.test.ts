import { byId, testPartsOf } from '../support/productParts';
import { runNode } from '../support/runNode';

/** It has the fields Season and Sleeps. */
const { store, product, run, search, requests, loseNextCreation } = testPartsOf(
	'Granite 2 Tent',
	'customField',
);

const rows = (fields: Record<string, unknown>) => ({
	customFields: { field: Object.entries(fields).map(([name, value]) => ({ name, value })) },
});
const inStore = () => product().custom_fields.map(({ name, value }) => [name, value]);
const idOf = (name: string) => product().custom_fields.find((field) => field.name === name)?.id;

describe('Product Custom Field: Create', () => {
	it('adds the fields of an item in their order, each an item of the output', async () => {
		const output = await run('create', rows({ Poles: 2, Floor: ' 70D nylon ' }));
		expect(output).toEqual([
			{ id: idOf('Poles'), productId: product().id, name: 'Poles', value: '2' },
			{ id: idOf('Floor'), productId: product().id, name: 'Floor', value: '70D nylon' },
		]);
		expect(requests()).toEqual([
			['POST custom-fields', { name: 'Poles', value: '2' }],
			['POST custom-fields', { name: 'Floor', value: '70D nylon' }],
		]);
	});

	it('makes no double when the answer is lost', async () => {
		loseNextCreation();
		const [json] = await run('create', rows({ Poles: 2 }));
		expect(json).toMatchObject({ id: idOf('Poles') });
		expect(inStore().filter(([name]) => name === 'Poles')).toHaveLength(1);
	});

	it('tells which field the store refused, and which were created before', async () => {
		const [json] = await run('create', rows({ Poles: 2, Sleeps: '2' }), {
			onError: 'continueRegularOutput',
		});
		expect(json?.error).toContain(
			'create the custom field "Sleeps" of product 77, after "Poles" (HTTP 422)',
		);
		expect(inStore()).toContainEqual(['Poles', '2']);
	});

	it.each([
		['no field', {}, "'Custom Fields' is empty"],
		['no value', { Poles: '' }, "'Value of Poles' is empty"],
		['no name', { '': 'x' }, "'Name' is empty"],
		['a long value', { Poles: 'x'.repeat(251) }, "'Value of Poles' has 251 characters"],
	])('refuses %s before anything is sent', async (_name, fields, message) => {
		await expect(run('create', rows(fields))).rejects.toThrow(message);
		expect(store().exchanges).toEqual([]);
	});
});

describe('Product Custom Field: Create or Update', () => {
	it('looks once, and writes only what differs', async () => {
		const sleeps = idOf('Sleeps');
		const output = await run('upsert', rows({ Season: '3-season', Sleeps: 3, Poles: 2 }));
		expect(output).toEqual([
			expect.objectContaining({ id: idOf('Season'), action: 'unchanged' }),
			expect.objectContaining({ id: sleeps, value: '3', action: 'updated' }),
			expect.objectContaining({ name: 'Poles', productId: product().id, action: 'created' }),
		]);
		expect(inStore()).toEqual([
			['Season', '3-season'],
			['Sleeps', '3'],
			['Poles', '2'],
		]);
		expect(requests()).toEqual([
			'GET custom-fields',
			[`PUT custom-fields/${sleeps}`, { value: '3' }],
			['POST custom-fields', { name: 'Poles', value: '2' }],
		]);
	});

	it('runs items of one product one after the other, so that none is created twice', async () => {
		const output = await runNode(
			store().credential,
			{
				resource: 'customField',
				operation: 'upsert',
				product: byId(product().id),
				...rows({ Poles: '={{ $json.poles }}' }),
			},
			{ items: [{ poles: 1 }, { poles: 2 }, { poles: 2 }] },
		);
		expect(output.map(({ json }) => json.action)).toEqual(['created', 'updated', 'unchanged']);
		expect(inStore().filter(([name]) => name === 'Poles')).toEqual([['Poles', '2']]);
	});

	it('takes a field that somebody made meanwhile for the one that it looked for', async () => {
		// The list is read before the other one writes: the fault answers it with none.
		store().faults.add({
			kind: 'status',
			status: 200,
			body: { data: [], meta: {} },
			match: { method: 'GET' },
		});
		const [json] = await run('upsert', rows({ Sleeps: '2' }));
		expect(json).toEqual({
			id: idOf('Sleeps'),
			productId: product().id,
			name: 'Sleeps',
			value: '2',
			action: 'unchanged',
		});
	});

	it('does not guess which of several fields of one name is meant', async () => {
		await run('create', rows({ Season: '4-season' }));
		await expect(run('upsert', rows({ Season: 'Summer' }))).rejects.toThrow(
			'The product has 2 custom fields "Season"',
		);
		expect(await run('upsert', rows({ Season: '4-season' }))).toMatchObject([
			{ action: 'unchanged' },
		]);
		const twice = {
			customFields: { field: [1, 2].map((value) => ({ name: 'Poles', value })) },
		};
		await expect(run('upsert', twice)).rejects.toThrow('names "Poles" twice');
	});
});

describe('Product Custom Field: the rest', () => {
	it('Get Many reads them all, or up to the limit', async () => {
		expect(await run('getAll', { returnAll: true })).toEqual([
			{ id: idOf('Season'), productId: product().id, name: 'Season', value: '3-season' },
			{ id: idOf('Sleeps'), productId: product().id, name: 'Sleeps', value: '2' },
		]);
		expect(await run('getAll', { limit: 1 })).toHaveLength(1);
	});

	it('Update changes the value, the name, or both', async () => {
		const customField = byId(idOf('Sleeps') ?? 0);
		const [json] = await run('update', { customField, updateFields: { value: 3 } });
		expect(json).toMatchObject({ name: 'Sleeps', value: '3', productId: product().id });
		expect(requests()).toEqual([[expect.stringMatching(/^PUT/), { value: '3' }]]);
		await run('update', { customField, updateFields: { name: 'Persons' } });
		expect(inStore()).toContainEqual(['Persons', '3']);
		await expect(run('update', { customField })).rejects.toThrow('holds no change');
	});

	it('Delete takes exactly one', async () => {
		const id = idOf('Sleeps') ?? 0;
		expect(await run('delete', { customField: byId(id) })).toEqual([{ deleted: true, id }]);
		expect(inStore()).toEqual([['Season', '3-season']]);
		await expect(run('delete', { customField: byId('') })).rejects.toThrow(
			"'Custom Field' is empty",
		);
	});

	it('the picker shows name and value', async () => {
		expect(await search('searchCustomFields', '3-sea')).toEqual([
			{ name: `Season: 3-season · #${idOf('Season')}`, value: idOf('Season') },
		]);
	});
});
