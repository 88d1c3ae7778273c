import {
	bodies,
	codesOf,
	continueWith,
	mug,
	productNamed,
	publish,
	requests,
	useStore,
	writes,
	type Outcome,
} from '../support/publishing';
import { n8nLog } from '../support/runNode';

const store = useStore();
const BAD_IMAGE = 'https://nowhere.invalid/mug.jpg';
const GOOD_IMAGE = 'https://img.example/mug.jpg';
const tee = (size: string, more: object = {}) => ({
	productKey: 'tee',
	name: 'Harbour Tee',
	sku: `TEE-${size}`,
	price: 29,
	weight: 6,
	options: { Size: size },
	...more,
});

describe('custom fields that are too long', () => {
	const long = 'x'.repeat(260);
	const item = { ...mug, customFields: { Care: long, Glaze: 'Ash' } };
	const fields = () => productNamed('Stoneware Mug').custom_fields.map(({ value }) => value.length);

	it('are cut to 250 characters', async () => {
		const [published] = await publish([item]);
		expect(fields()).toEqual([250, 3]);
		expect(published && codesOf(published)).toEqual(['attributeTruncated']);
		expect(published?.issues[0]?.message).toMatch(/"Care" has 260 characters; it was cut to 250/);
	});

	it('are cut to a limit of ones own, or left out', async () => {
		await publish([item], { options: { attributeLimit: 20 } });
		expect(fields()).toEqual([20, 3]);
		store().reset();
		const [published] = await publish([item], { options: { ifTooLong: 'skip' } });
		expect(fields()).toEqual([3]);
		expect(published && codesOf(published)).toEqual(['attributeSkipped']);
	});

	it('fail the product, by choice, before anything is written', async () => {
		const other = { ...mug, name: 'Other', sku: 'O' };
		const outcomes = await publish([item, other], { options: { ifTooLong: 'fail' } }, continueWith);
		expect(outcomes.map(({ error }) => error)).toEqual([
			expect.stringMatching(/"Care" has 260 characters; the limit is 250/),
			undefined,
		]);
		expect(writes()).toEqual(['POST /catalog/products']);
	});
});

describe('a part that cannot be saved', () => {
	it('is an issue of each of its items; the product is created once', async () => {
		const items = await publish([
			tee('S', { images: [GOOD_IMAGE, BAD_IMAGE] }),
			tee('M', { images: [GOOD_IMAGE, BAD_IMAGE] }),
		]);
		const { id, images } = productNamed('Harbour Tee');
		expect(items.map(({ productId }) => productId)).toEqual([id, id]);
		expect(items.map(codesOf)).toEqual([['imageFailed'], ['imageFailed']]);
		expect(items[0]?.issues[0]?.message).toContain(`It was saved as ${id}`);
		expect(images.map(({ image_url }) => image_url)).toEqual([GOOD_IMAGE]);
		expect(requests(/POST/)).toEqual(['POST /catalog/products']);
	});

	it('is an error with the id of the product by choice, which a second run finds', async () => {
		const item = { ...mug, images: BAD_IMAGE };
		const options = { ifPartFails: 'fail' };
		const [failed] = await publish([item], { options }, continueWith);
		const { id } = productNamed('Stoneware Mug');
		expect(failed?.error).toContain(String(id));
		expect(failed?.details?.description).toContain('do not publish the item again');
		await expect(publish([{ ...item, name: 'Bowl', sku: 'BOWL' }], { options })).rejects.toThrow(
			/completely/,
		);
		const [again] = await publish([item], { options });
		expect(again).toMatchObject({ action: 'skipped', productId: id });
		expect(productNamed('Stoneware Mug').id).toBe(id);
	});

	it('is missing alone where the store refuses a product for its image', async () => {
		store().faults.add({
			match: { method: 'POST', path: '/v3/catalog/products' },
			kind: 'status',
			status: 422,
			body: {
				status: 422,
				title: 'The product is not valid',
				errors: { images: 'The image could not be downloaded' },
			},
		});
		const [item] = await publish([{ ...mug, images: [BAD_IMAGE, GOOD_IMAGE] }]);
		expect(item?.action).toBe('created');
		expect(item && codesOf(item)).toEqual(['imageFailed']);
		expect(item?.issues[0]?.message).toContain(BAD_IMAGE);
		expect(productNamed('Stoneware Mug').images).toMatchObject([{ image_url: GOOD_IMAGE }]);
	});

	it('is told of an image whose address is too long, without asking the store for it', async () => {
		const url = `https://img.example/${'a'.repeat(300)}.jpg`;
		const [item] = await publish([{ ...mug, images: url }]);
		expect(item && codesOf(item)).toEqual(['imageFailed']);
		expect(productNamed('Stoneware Mug').images).toEqual([]);
		store().reset();
		const [failed] = await publish(
			[{ ...mug, images: url }],
			{ options: { ifPartFails: 'fail' } },
			continueWith,
		);
		expect(failed?.error).toMatch(/BigCommerce takes 255/);
		expect(writes()).toEqual([]);
	});
});

describe('a creation whose answer was lost', () => {
	it.each(['reset', 'cutBody'] as const)(
		'was carried out, and is not repeated: %s',
		async (kind) => {
			store().faults.add({
				match: { method: 'POST', path: '/v3/catalog/products' },
				kind,
				applied: true,
			});
			const items = await publish([tee('S'), tee('M')]);
			const product = productNamed('Harbour Tee');
			expect(items.map(({ action, variantId }) => [action, variantId])).toEqual(
				product.variants.map(({ id }) => ['created', id]),
			);
			expect(requests(/POST/)).toEqual(['POST /catalog/products']);
		},
	);

	it('was never carried out, and is sent again', async () => {
		store().faults.add({ match: { method: 'POST', path: '/v3/catalog/products' }, kind: 'reset' });
		const [item] = await publish([mug]);
		expect(item?.action).toBe('created');
		expect(requests(/POST/)).toHaveLength(2);
	});
});

describe('metafields, channels and locations', () => {
	const metafields = [
		{ namespace: 'supplier', key: 'code', value: 'A-17', permissionSet: 'read' },
		{ namespace: 'supplier', key: 'lead', value: { days: 4 } },
	];
	const stored = (productId: number | null) =>
		[...store().state.metafields.values()]
			.filter(
				({ resource_id, resource_type }) =>
					resource_type === 'product' && resource_id === productId,
			)
			.map(({ key, value, permission_set }) => [key, value, permission_set]);

	it('gives products their metafields, together', async () => {
		const items = await publish([
			{ ...mug, metafields },
			{ ...mug, name: 'Bowl', sku: 'BOWL', metafields: metafields.slice(0, 1) },
		]);
		expect(stored(items[0]?.productId ?? 0)).toEqual([
			['code', 'A-17', 'read'],
			['lead', '{"days":4}', 'app_only'],
		]);
		expect(stored(items[1]?.productId ?? 0)).toHaveLength(1);
		expect(requests(/POST .*metafields/)).toHaveLength(1);

		const chosen = { ifExists: 'overwrite', overwrite: 'chosen', chosenFields: ['metafields'] };
		const changed = [{ ...metafields[0], value: 'B-18' }, metafields[1]];
		await publish([{ ...mug, metafields: changed }], chosen);
		expect(stored(items[0]?.productId ?? 0)).toEqual([
			['code', 'B-18', 'read'],
			['lead', '{"days":4}', 'app_only'],
		]);
		expect(bodies('PUT', '/catalog/products/metafields')).toMatchObject([[{ value: 'B-18' }]]);
	});

	it('tells of metafields that the store refuses; the product is there', async () => {
		store().faults.add({
			match: { method: 'POST', path: '/v3/catalog/products/metafields' },
			kind: 'status',
			status: 422,
			times: 3,
			body: { status: 422, title: 'Not today', errors: {} },
		});
		const [item] = await publish([{ ...mug, metafields }]);
		expect(item?.action).toBe('created');
		expect(item && codesOf(item)).toEqual(['metafieldFailed', 'metafieldFailed']);
		const [failed] = await publish(
			[{ ...mug, name: 'Bowl', sku: 'BOWL', metafields: [{ ...metafields[0], key: '' }] }],
			{},
			continueWith,
		);
		expect(failed?.error).toMatch(/'Key' is empty/);
	});

	it('puts new products on the channels that are chosen, in one request', async () => {
		const [, channel] = [...store().state.channels.keys()];
		await publish([mug, { ...mug, name: 'Bowl', sku: 'BOWL' }], {
			options: { channels: [channel] },
		});
		expect(productNamed('Stoneware Mug').channels).toEqual([1, channel]);
		expect(productNamed('Bowl').channels).toEqual([1, channel]);
		expect(requests(/channel-assignments/)).toHaveLength(1);
	});

	it('writes the stock of new products to the location that is chosen', async () => {
		const [location] = [...store().state.locations.values()].filter(
			({ is_default }) => !is_default,
		);
		const items = await publish(
			[{ ...mug, quantity: 5 }, tee('S', { quantity: 1 }), tee('M', { quantity: 2 })],
			{ options: { location: location?.id } },
		);
		expect(items.map(codesOf)).toEqual([[], [], []]);
		const [first, ...tees] = items;
		expect(bodies('PUT', '/inventory/adjustments/absolute')).toEqual([
			{
				items: [
					{ location_id: location?.id, product_id: first?.productId, quantity: 5 },
					...tees.map(({ variantId }, at) => ({
						location_id: location?.id,
						variant_id: variantId,
						quantity: at + 1,
					})),
				],
			},
		]);
		expect(productNamed('Stoneware Mug')).toMatchObject({
			inventory_tracking: 'product',
			inventory_level: 0,
		});
	});
});

describe('a preview', () => {
	it('says what would be created, linked and skipped, and writes nothing', async () => {
		const items = [
			tee('S', { brand: 'Kiln & Co', categories: 'Kitchen/Mugs' }),
			tee('M', { price: 31 }),
			{ ...mug, sku: 'TN-MUG12' },
			{ ...mug, name: 'Lid', price: '' },
		];
		const options = { createBrands: true, createCategories: true };
		const published = await publish(
			items,
			{ preview: true, options, ifExists: 'link' },
			continueWith,
		);
		expect(writes()).toEqual([]);
		const byAction = Object.groupBy(published, (outcome) => outcome.action ?? 'error') as Record<
			string,
			Outcome[]
		>;
		expect(byAction.created).toMatchObject([
			{
				preview: true,
				productId: null,
				sku: 'TEE-S',
				wouldWrite: {
					product: { name: 'Harbour Tee', price: 29 },
					variants: [
						{ sku: 'TEE-S', option_values: [{ option_display_name: 'Size', label: 'S' }] },
					],
					createFirst: { brand: 'Kiln & Co', categories: ['Kitchen/Mugs'] },
				},
			},
			{ sku: 'TEE-M', wouldWrite: { variants: [{ sku: 'TEE-M', price: 31 }] } },
		]);
		expect(byAction.linked).toMatchObject([
			{ preview: true, productId: productNamed('Enamel Mug 12 oz').id, sku: 'TN-MUG12' },
		]);
		expect(byAction.error?.map(({ error }) => error)).toEqual([
			expect.stringMatching(/"Lid" .* without 'Price'/),
		]);
		const [long] = await publish([{ ...mug, customFields: { Care: 'x'.repeat(300) } }], {
			preview: true,
		});
		expect(long && codesOf(long)).toEqual(['attributeTruncated']);
		const [skipped] = await publish([{ ...mug, sku: 'TN-MUG12' }], { preview: true });
		expect(skipped).toMatchObject({ action: 'skipped', preview: true });
	});

	it('says what would be overwritten, and which variants would be added', async () => {
		const base = {
			parentSku: 'LE-ALDER',
			description: 'Warmer',
			quantity: 3,
			customFields: { A: 'B' },
		};
		const published = await publish(
			[
				{ ...base, sku: 'LE-ALDER-S-RUST', options: { Size: 'S', Color: 'Rust' }, price: 199 },
				{ ...base, sku: 'LE-ALDER-XXL-RUST', options: { Size: 'XXL', Color: 'Rust' } },
			],
			{ preview: true, ifExists: 'overwrite', overwrite: 'all' },
		);
		expect(published).toMatchObject([
			{
				action: 'updated',
				preview: true,
				productId: productNamed('Alder Down Jacket').id,
				wouldWrite: {
					product: { description: 'Warmer' },
					customFields: [{ name: 'A', value: 'B' }],
					variant: { price: 199 },
					quantity: 3,
				},
			},
			{
				action: 'created',
				preview: true,
				wouldWrite: { variant: { sku: 'LE-ALDER-XXL-RUST', options: { Size: 'XXL' } } },
			},
		]);
		expect(writes()).toEqual([]);
	});
});

describe('a preview and the run after it', () => {
	const told = ({ productId, sku, name, issues }: Outcome) => ({ productId, sku, name, issues });

	it('tell the same SKUs of new products, also those that are made', async () => {
		const items = [
			tee('S', { sku: '', parentSku: 'TEE' }),
			tee('M', { sku: '', parentSku: 'TEE' }),
			{ ...mug, name: 'Scarf', sku: 'SCARF', options: { Color: ['Red', 'Blue'] } },
			{ ...mug, name: 'Cap', sku: '', options: { Color: ['Red', 'Blue'] } },
		];
		const preview = await publish(items, { preview: true });
		const run = await publish(items);
		expect(preview.map(told)).toEqual(run.map((one) => ({ ...told(one), productId: null })));
		expect(run.map(({ sku }) => sku)).toEqual(['TEE-S', 'TEE-M', 'SCARF', null]);
	});

	it('tell all that is written with a variant that is added', async () => {
		const alder = productNamed('Alder Down Jacket');
		const form = { ifExists: 'overwrite', overwrite: 'all' };
		const added = {
			parentSku: 'LE-ALDER',
			sku: 'LE-ALDER-XXL-RUST',
			options: { Size: 'XXL', Color: 'Rust' },
			description: 'Warmer',
			price: 219,
			quantity: 3,
		};
		const [preview] = await publish([added], { ...form, preview: true });
		expect(preview?.wouldWrite).toEqual({
			product: { description: 'Warmer' },
			variant: {
				sku: 'LE-ALDER-XXL-RUST',
				options: { Size: 'XXL', Color: 'Rust' },
				price: 219,
			},
			quantity: 3,
		});
		const [run] = await publish([added], form);
		expect(preview && told(preview)).toEqual(run && told(run));
		expect(alder).toMatchObject({ description: 'Warmer' });
		expect(alder.variants.at(-1)).toMatchObject({ price: 219, inventory_level: 3 });
	});
});

describe('a run that one item ends', () => {
	it('begins no other product, and says what was written before', async () => {
		store().faults.add({
			match: { method: 'POST', path: '/v3/catalog/products' },
			kind: 'status',
			status: 422,
			after: 5,
			body: { status: 422, title: 'The product is not valid', errors: { name: 'is not nice' } },
		});
		const items = Array.from({ length: 200 }, (_, at) => ({
			...mug,
			name: `Mug ${at}`,
			sku: `M-${at}`,
		}));
		const run = publish(items);
		await expect(run).rejects.toMatchObject({
			message: expect.stringMatching(
				/could not create the product "Mug \d+" \(HTTP 422\)/,
			) as string,
			description: expect.stringMatching(/\d+ products were written before: \d+/) as string,
		});
		const created = [...store().state.products.values()].filter(({ sku }) => sku.startsWith('M-'));
		expect(created.length).toBeLessThan(200);
		const again = await publish(items);
		expect(again.filter(({ action }) => action === 'skipped')).toHaveLength(created.length);
		expect(again.filter(({ action }) => action === 'created')).toHaveLength(200 - created.length);
	});

	it('gives every item the error of a look-up that failed', async () => {
		store().faults.add({ match: { path: '/v3/catalog/products' }, kind: 'status', status: 401 });
		const outcomes = await publish([mug, { ...mug, name: 'Bowl', sku: 'BOWL' }], {}, continueWith);
		expect(outcomes.map(({ error }) => error)).toEqual([
			expect.stringMatching(/look for the products/),
			expect.stringMatching(/look for the products/),
		]);
		expect(writes()).toEqual([]);
	});

	// The last one: what was under way may still arrive at the store afterwards.
	it('ends between two requests when it is cancelled', async () => {
		const cancel = new AbortController();
		store().setLatency(30);
		const items = Array.from({ length: 60 }, (_, at) => ({
			...mug,
			name: `Mug ${at}`,
			sku: `M-${at}`,
		}));
		const run = publish(items, {}, { signal: cancel.signal });
		const creations = () => requests(/POST/).length;
		while (creations() < 3) await new Promise((resolve) => setImmediate(resolve));
		const log = jest.spyOn(n8nLog(), 'warn').mockReturnValue(undefined);
		cancel.abort();
		await expect(run).rejects.toThrow();
		expect(creations()).toBeLessThan(60);
		expect(log.mock.calls.flat()).toContainEqual(
			expect.stringMatching(/^BigCommerce: cancelled; (\d+ products were|No product was) written/),
		);
		log.mockRestore();
	});
});
