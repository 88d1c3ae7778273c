import { byId, testPartsOf } from '../support/productParts';
import { runNode } from '../support/runNode';

const { store, product, run, search, requests, loseNextCreation } = testPartsOf(
	'Granite 2 Tent',
	'productImage',
);

/** The beginning of a PNG, which is all that the store looks at. */
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64)]);
const fileOf = (content: Buffer, fileName = 'tent front.png', mimeType = 'image/png') => ({
	data: { data: content.toString('base64'), fileName, mimeType },
});
const URL_OF = 'https://images.example.com/tent-side.jpg';

describe('Product Image: Create', () => {
	it('has the store fetch an address', async () => {
		const [json] = await run('create', {
			imageUrl: ` ${URL_OF} `,
			additionalFields: { description: 'From the side', isThumbnail: true, sortOrder: '7' },
		});
		const image = product().images.at(-1);
		expect(json).toMatchObject({
			id: image?.id,
			productId: product().id,
			description: 'From the side',
			isThumbnail: true,
			sortOrder: 7,
			url: expect.stringMatching(/^https:/),
			dateModified: expect.stringMatching(/Z$/),
		});
		expect(requests()).toEqual([
			[
				'POST images',
				{ image_url: URL_OF, description: 'From the side', is_thumbnail: true, sort_order: 7 },
			],
		]);
		expect(product().images.filter(({ is_thumbnail }) => is_thumbnail)).toEqual([image]);
	});

	it('sends a file of the input item as a form', async () => {
		const parameters = { imageSource: 'file', additionalFields: { description: 'Größe "M"' } };
		const [json] = await run('create', parameters, { files: fileOf(PNG) });
		expect(json).toMatchObject({ description: 'Größe "M"' });
		expect(product().images.at(-1)).toMatchObject({
			id: json?.id,
			description: 'Größe "M"',
			upload: { name: 'tent front.png', type: 'image/png', size: PNG.length },
		});
		expect(requests()).toEqual([
			['POST images', { description: 'Größe "M"', image_file: 'tent front.png' }],
		]);
		expect(store().exchanges[0]?.requestHeaders['content-type']).toMatch(
			/^multipart\/form-data; b/,
		);
	});

	it.each([
		['data.png', {}],
		['data.png', { fileName: '' }],
		['tent.jpg', { fileName: 'tent', mimeType: 'image/jpeg; charset=binary' }],
		['tent.webp', { fileName: 'tent.webp', mimeType: 'application/octet-stream' }],
	])('sends a file as %s that n8n knows by %j', async (name, known) => {
		const data = { data: PNG.toString('base64'), mimeType: 'image/png', ...known };
		await run('create', { imageSource: 'file' }, { files: { data } });
		expect(requests()).toEqual([['POST images', { image_file: name }]]);
	});

	it('sends a form again after the store was too busy for it', async () => {
		store().faults.add({ kind: 'rateLimit', resetMs: 20, match: { method: 'POST' } });
		await run('create', { imageSource: 'file' }, { files: fileOf(PNG) });
		expect(store().exchanges.map(({ status }) => status)).toEqual([429, 200]);
		expect(product().images.filter(({ upload }) => upload)).toHaveLength(1);
	});

	it.each([
		['an address', { imageUrl: URL_OF }, {}],
		['a file', { imageSource: 'file' }, { files: fileOf(PNG) }],
	])('makes no double of %s when the answer is lost', async (_name, parameters, setting) => {
		const before = product().images.length;
		loseNextCreation();
		const [json] = await run('create', parameters, setting);
		expect(product().images).toHaveLength(before + 1);
		expect(json?.id).toBe(product().images.at(-1)?.id);
		expect(requests().map((request) => [request].flat()[0])).toEqual(['POST images', 'GET images']);
	});

	it('sends again what was lost on the way there, though the product has images already', async () => {
		const before = product().images.length;
		store().faults.add({ kind: 'reset', match: { method: 'POST' } });
		await run('create', { imageUrl: URL_OF });
		expect(product().images).toHaveLength(before + 1);
	});

	it.each([
		['no address', { imageUrl: 'tent.jpg' }, {}, `'Image URL' is "tent.jpg"`],
		['an empty one', { imageUrl: '' }, {}, "'Image URL' is empty"],
		[
			'a long one',
			{ imageUrl: `${URL_OF}?${'x'.repeat(250)}` },
			{},
			"'Image URL' has 291 characters",
		],
		[
			'no image',
			{ imageSource: 'file' },
			{ files: fileOf(PNG, 'list.pdf', 'application/pdf') },
			'"list.pdf" (application/pdf) is no image',
		],
		[
			'a large file',
			{ imageSource: 'file' },
			{ files: fileOf(Buffer.alloc(8 * 1024 * 1024 + 1)) },
			'larger than the 8 MB',
		],
		[
			'no file',
			{ imageSource: 'file' },
			{},
			'\'Input Data Field Name\' is "data", and the input item has no file',
		],
		[
			'another file',
			{ imageSource: 'file', inputField: 'photo' },
			{ files: fileOf(PNG) },
			'has no file of that name',
		],
	])('refuses %s before anything is sent', async (_name, parameters, setting, message) => {
		await expect(run('create', parameters, setting)).rejects.toThrow(message);
		expect(store().exchanges).toEqual([]);
	});

	it('keeps the order of the items of a product, and lets one fail alone', async () => {
		const before = product().images.length;
		const output = await runNode(
			store().credential,
			{
				resource: 'productImage',
				operation: 'create',
				product: byId(product().id),
				imageUrl: '={{ $json.url }}',
				additionalFields: { description: '={{ $json.name }}' },
			},
			{
				items: [
					{ url: `${URL_OF}?1`, name: 'One' },
					{ url: 'https://images.invalid/x.jpg', name: 'Bad' },
					{ url: `${URL_OF}?2`, name: 'Two' },
				],
				onError: 'continueErrorOutput',
			},
		);
		expect(output.map(({ json }) => json.description ?? json.details)).toEqual([
			'One',
			expect.objectContaining({ httpCode: 400 }),
			'Two',
		]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		expect(
			product()
				.images.slice(before)
				.map(({ description }) => description),
		).toEqual(['One', 'Two']);
	});
});

describe('Product Image: Get Many', () => {
	it('reads the images of several products, one of them without any', async () => {
		const [first, bare] = [...store().state.products.values()].filter(
			({ images }, index) => index === 0 || images.length === 0,
		);
		if (!first || !bare) throw new Error('The demo store has no product without images');
		const output = await runNode(
			store().credential,
			{
				resource: 'productImage',
				operation: 'getAll',
				product: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				returnAll: true,
			},
			{ items: [{ id: bare.id }, { id: first.id }] },
		);
		expect(output.map(({ json, pairedItem }) => [json.productId, pairedItem])).toEqual(
			first.images.map(() => [first.id, { item: 1 }]),
		);
		expect(
			store()
				.exchanges.map(({ status }) => status)
				.sort(),
		).toEqual([200, 204]);
	});

	it('stops at the limit, and gives the untouched record without Simplify', async () => {
		const [raw, ...others] = await run('getAll', { limit: 1, output: 'raw' });
		expect(others).toEqual([]);
		expect(raw).toEqual((store().exchanges[0]?.responseBody as { data: object[] }).data[0]);
	});
});

describe('Product Image: changes', () => {
	const second = () => product().images[1]?.id ?? 0;

	it('Update changes what is given, and nothing else', async () => {
		const image = { ...product().images[1] };
		await run('update', {
			image: byId(second()),
			updateFields: { description: 'Inside', imageUrl: URL_OF },
		});
		expect(requests()).toEqual([
			[`PUT images/${second()}`, { description: 'Inside', image_url: URL_OF }],
		]);
		expect(product().images[1]).toMatchObject({
			sort_order: image.sort_order,
			is_thumbnail: image.is_thumbnail,
			description: 'Inside',
			image_url: URL_OF,
		});
		await expect(run('update', { image: byId(second()) })).rejects.toThrow('holds no change');
	});

	it('Update gives it another picture from a file, and keeps what was not changed', async () => {
		const { sort_order } = { ...product().images[1] };
		const changing = {
			image: byId(second()),
			updateFields: { inputField: 'data', description: 'Inside' },
		};
		await run('update', changing, { files: fileOf(PNG, 'inside.png') });
		expect(requests()).toEqual([
			[`PUT images/${second()}`, { description: 'Inside', image_file: 'inside.png' }],
		]);
		expect(product().images[1]).toMatchObject({
			sort_order,
			description: 'Inside',
			upload: { name: 'inside.png' },
		});
		const both = { inputField: 'data', imageUrl: URL_OF };
		await expect(run('update', { ...changing, updateFields: both })).rejects.toThrow(
			'by address and by file',
		);
		await expect(run('update', changing)).rejects.toThrow('has no file of that name');
	});

	it('Set Thumbnail makes the image the only one', async () => {
		const [json] = await run('setThumbnail', { image: byId(second()) });
		expect(json).toMatchObject({ id: second(), isThumbnail: true });
		expect(product().images.map(({ is_thumbnail }) => is_thumbnail)).toEqual([false, true, false]);
		expect(requests()).toEqual([[`PUT images/${second()}`, { is_thumbnail: true }]]);
	});

	it('Delete takes exactly one', async () => {
		const id = second();
		const others = product().images.filter((image) => image.id !== id);
		expect(await run('delete', { image: byId(id) })).toEqual([{ deleted: true, id }]);
		expect(product().images.map((image) => image.id)).toEqual(others.map((image) => image.id));
		const [json] = await run('delete', { image: byId('') }, { onError: 'continueRegularOutput' });
		expect(json).toMatchObject({ error: "'Image' is empty" });
		await expect(run('delete', { image: byId(id) })).rejects.toThrow('HTTP 404');
	});

	it('the picker shows the images of the product', async () => {
		const [image] = product().images;
		if (image) image.description = 'Pitched at the lake';
		const results = await search('searchProductImages');
		expect(results).toHaveLength(3);
		expect(results[0]).toEqual({
			name: `Pitched at the lake · thumbnail · #${image?.id}`,
			value: image?.id,
		});
		expect(await search('searchProductImages', 'LAKE')).toHaveLength(1);
	});
});
