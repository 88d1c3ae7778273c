import type { IDataObject } from 'n8n-workflow';

import type { Listing } from '../../nodes/BigCommerce/listings/model/listing';
import {
	codesOf,
	importListings,
	productOf,
	run,
	useShop,
	type Imported,
} from '../support/listings';
import type { NodeRun } from '../support/runNode';

const shop = useShop();

describe('against existing listings', () => {
	const beanie = {
		sku: ' le-beanie ',
		name: 'Our warm beanie',
		price: 20,
		status: 'paused',
		note: 'mine',
	};
	const compare = { compare: true, matchOn: 'sku', matchField: 'sku' };

	it('Create Only links a match and overwrites nothing', async () => {
		const output = await run(
			{ ...compare, pauseNew: true },
			{ items: [{ sku: 'GONE-1', name: 'Gone' }, beanie] },
		);
		expect(output).toHaveLength(44);
		const linked = output.filter(({ json }) => json.action === 'linked');
		expect(linked).toEqual([
			{
				json: {
					...beanie,
					action: 'linked',
					productId: productOf('Trailhead Beanie').id,
					variantId: expect.any(Number),
					issues: [],
				},
				pairedItem: { item: 1 },
			},
		]);
		const created = output.filter(({ json }) => json.action === 'created');
		expect(created).toHaveLength(43);
		expect(
			created.every(({ json, pairedItem }) => json.status === 'paused' && pairedItem === undefined),
		).toBe(true);
	});

	const overwrite = async (more: object, existing: IDataObject = beanie) => {
		const listings = await importListings(
			{ ...compare, importMode: 'overwrite', filters: { name: 'Trailhead Beanie' }, ...more },
			{ items: [existing] },
		);
		expect(listings).toHaveLength(1);
		return listings[0] as Imported & IDataObject;
	};

	it('Create & Overwrite Existing gives a match the data of the store, but keeps its status', async () => {
		expect(await overwrite({})).toMatchObject({
			action: 'updated',
			sku: 'LE-BEANIE',
			name: 'Trailhead Beanie',
			price: 24,
			brand: 'Loft & Ember',
			status: 'paused',
			note: 'mine',
		});
	});

	it('overwrites the chosen fields alone', async () => {
		const listing = await overwrite({
			overwrite: 'chosen',
			chosenFields: ['price', 'description'],
		});
		expect(listing).toEqual({
			...beanie,
			price: 24,
			description: expect.stringContaining('Trailhead'),
			productId: productOf('Trailhead Beanie').id,
			variantId: expect.any(Number),
			issues: [],
			action: 'updated',
		});
	});

	it('skips product data', async () => {
		const listing = await overwrite({ overwrite: 'skipProductData' });
		expect(listing).toMatchObject({
			name: 'Our warm beanie',
			sku: ' le-beanie ',
			price: 24,
			quantity: 60,
			availability: 'available',
		});
		expect(listing).not.toHaveProperty('images');
	});

	it('matches on a field inside an object, and on ids', async () => {
		const { id } = productOf('Trailhead Beanie');
		const items = [{ shop: { ids: { bigcommerce: id } } }];
		const listings = await importListings(
			{ compare: true, matchOn: 'productId', matchField: 'shop.ids.bigcommerce' },
			{ items },
		);
		expect(listings.filter(({ action }) => action === 'linked')).toMatchObject([
			{ productId: id, ...items[0] },
		]);
	});

	it('makes a doubtful match, pairs each item, and marks it', async () => {
		const twice = await run(
			{ ...compare, filters: { name: 'Trailhead Beanie' } },
			{ items: [beanie, { sku: 'LE-BEANIE' }] },
		);
		expect(twice.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		for (const { json } of twice)
			expect(codesOf(json as unknown as Listing)).toEqual(['matchesSeveralExisting']);

		const upc = {
			...compare,
			masterSku: 'upc',
			matchOn: 'masterSku',
			matchField: 'upc',
			filters: { keyword: 'slope' },
		};
		const shared = await run(upc, { items: [{ upc: 850012000540 }] });
		expect(shared.map(({ json, pairedItem }) => [json.action, pairedItem])).toEqual([
			['linked', { item: 0 }],
			['linked', { item: 0 }],
		]);
		expect(codesOf(shared[0]?.json as unknown as Listing)).toEqual([
			'duplicateMasterSku',
			'existingMatchesSeveral',
		]);
	});

	it('says how many existing listings match nothing', async () => {
		const hints: NodeRun['hints'] = [];
		await run(compare, { items: [beanie, { sku: 'GONE-1' }, { note: 'no SKU' }], hints });
		expect(hints.map(({ message }) => message)).toEqual([
			'2 of 3 existing listings match no product that was imported',
		]);
	});

	it('takes an empty item for no existing listing, and a misspelt field for what it is', async () => {
		const hints: NodeRun['hints'] = [];
		expect(await importListings(compare, { items: [{}], hints })).toHaveLength(44);
		expect(hints).toEqual([]);
		shop().exchanges.length = 0;
		await expect(run({ ...compare, matchField: 'skuu' }, { items: [beanie] })).rejects.toThrow(
			"No input item has a value in 'skuu'",
		);
		await expect(run({ ...compare, matchField: ' ' }, { items: [beanie] })).rejects.toThrow(
			"'Field in Existing Listings' is empty",
		);
		expect(shop().exchanges).toHaveLength(0);
	});
});
