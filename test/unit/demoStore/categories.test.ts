import { call, dataOf, pictureForm, storeForTests, type Reply } from './support.ts';

const shop = storeForTests();

const CATEGORIES = '/v3/catalog/trees/categories';
const BRANDS = '/v3/catalog/brands';

const send = async (method: string, path: string, body?: unknown): Promise<Reply> =>
	await call(shop.store, method, path, body === undefined ? {} : { body });
const named = (name: string) =>
	[...shop.store.state.categories.values()].find((category) => category.name === name)!;

interface Counts {
	meta: { total: number; success: number; failed: number };
	errors: { errors: Record<string, string> };
}
const countsOf = (reply: Reply): Counts => reply.json as Counts;

describe('categories', () => {
	it('are made below a parent or at the top of a tree, with an address of their names', async () => {
		const camp = named('Camp').category_id;
		const reply = await send('POST', CATEGORIES, [
			{ name: 'Stoves & Fuel', parent_id: camp },
			{ name: 'Camp', tree_id: 2 },
		]);
		expect(reply.status).toBe(201);
		expect(dataOf(reply)).toMatchObject([
			{ tree_id: 1, parent_id: camp, url: { path: '/camp/stoves-fuel/', is_customized: false } },
			{ tree_id: 2, parent_id: 0, url: { path: '/camp/' } },
		]);
		expect(countsOf(reply).meta).toEqual({ total: 2, success: 2, failed: 0 });
	});

	it('are written row by row: the right ones stay, the others are told with their places', async () => {
		const reply = await send('POST', CATEGORIES, [
			{ name: 'Boats', tree_id: 1 },
			{ name: 'camp', tree_id: 1 },
			{ name: 'x'.repeat(51), tree_id: 1 },
			{ name: 'Lost' },
			{ name: 'Lost', parent_id: 999 },
			{ name: 'Lost', parent_id: named('Camp').category_id, tree_id: 2 },
			{ name: 'Lost', tree_id: 9 },
			{ name: 'Lost', tree_id: 1, image_url: 'lost.jpg' },
			{ name: 'Lost', tree_id: 1, url: { path: '/camp/' } },
		]);
		expect(reply.status).toBe(207);
		expect(Object.keys(countsOf(reply).errors.errors)).toEqual([
			'1.name',
			'2.name',
			'3.tree_id',
			'4.parent_id',
			'5.tree_id',
			'6.tree_id',
			'7.image_url',
			'8.url',
		]);
		expect(countsOf(reply).meta).toEqual({ total: 9, success: 1, failed: 8 });
		expect(named('Boats')).toBeDefined();
		expect(named('Lost')).toBeUndefined();
	});

	it('go eight levels deep', async () => {
		let parent_id = 0;
		for (let level = 1; level <= 8; level += 1) {
			const row = { name: `Level ${level}`, ...(parent_id ? { parent_id } : { tree_id: 1 }) };
			const [made] = dataOf<Array<{ category_id: number }>>(await send('POST', CATEGORIES, [row]));
			parent_id = made?.category_id ?? 0;
		}
		expect((await send('POST', CATEGORIES, [{ name: 'Level 9', parent_id }])).status).toBe(422);
		const move = {
			category_id: named('Camp').category_id,
			parent_id: named('Level 7').category_id,
		};
		expect((await send('PUT', CATEGORIES, [move])).status).toBe(422);
	});

	it('move with all below them, but never below themselves', async () => {
		const [camp, tents] = [named('Camp'), named('Tents')];
		const put = async (row: object): Promise<Reply> => await send('PUT', CATEGORIES, [row]);
		const below = { category_id: camp.category_id, parent_id: tents.category_id };
		expect((await put(below)).status).toBe(422);
		const reply = await put({ category_id: camp.category_id, tree_id: 2, page_title: 'Camping' });
		expect(reply.json).toEqual({ meta: { total: 1, success: 1, failed: 0 } });
		expect([camp.tree_id, tents.tree_id, camp.page_title]).toEqual([2, 2, 'Camping']);
		expect((await put({ category_id: tents.category_id, name: 'Sleep' })).status).toBe(422);
		expect((await put({ name: 'Tents' })).status).toBe(422);
	});

	it('are deleted by a filter, with what is below them, and leave their products', async () => {
		const { category_id } = named('Camp');
		const tent = shop.store.state.products.get(77);
		expect(tent?.categories).toContain(named('Tents').category_id);
		expect((await send('DELETE', CATEGORIES)).status).toBe(422);
		const reply = await send('DELETE', `${CATEGORIES}?category_id:in=${category_id}`);
		expect(reply.status).toBe(202);
		expect(named('Tents')).toBeUndefined();
		expect(tent?.categories).toEqual([named('Gifts').category_id]);
	});
});

describe('category trees', () => {
	const put = async (rows: unknown): Promise<number> =>
		(await send('PUT', '/v3/catalog/trees', rows)).status;

	it('are one for each channel, which stays', async () => {
		expect(await put([{ id: 2, name: 'Outlet' }])).toBe(200);
		expect(shop.store.state.trees.get(2)).toMatchObject({ name: 'Outlet', channels: [664_321] });
		expect(await put([{ id: 2, channels: [1] }])).toBe(422);
		expect(await put([{ id: 99, name: 'Nothing' }])).toBe(422);
		expect(await put([{ name: 'Second', channels: [1] }])).toBe(422);
		expect(await put([{ name: 'None', channels: [] }])).toBe(422);
		expect(await put([{ name: 'Unknown', channels: [9] }])).toBe(422);
		expect(await put(Array.from({ length: 51 }, () => ({ id: 2 })))).toBe(413);
	});

	it('take their categories with them', async () => {
		expect((await send('DELETE', '/v3/catalog/trees?id:in=2')).status).toBe(204);
		expect(named('Outlet')).toBeUndefined();
		expect(await put([{ name: 'Outlet', channels: [664_321] }])).toBe(200);
		expect(shop.store.state.trees.get(3)?.channels).toEqual([664_321]);
		expect((await send('DELETE', '/v3/catalog/trees')).status).toBe(422);
	});

	it('are told to a depth', async () => {
		const top = dataOf<Array<{ children: unknown[] }>>(
			await send('GET', '/v3/catalog/trees/1/categories?depth=1'),
		);
		expect(top.map(({ children }) => children)).toEqual(top.map(() => []));
	});
});

describe('brands', () => {
	const brand = (name: string) =>
		[...shop.store.state.brands.values()].find((candidate) => candidate.name === name);

	it('have names of their own, also after a change', async () => {
		const reply = await send('POST', BRANDS, { name: ' Fell ', meta_keywords: ['fell'] });
		expect(dataOf(reply)).toMatchObject({
			name: 'Fell',
			meta_keywords: ['fell'],
			custom_url: { url: '/fell/' },
		});
		const one = `${BRANDS}/${brand('Fell')?.id}`;
		expect((await send('PUT', one, { name: 'TARN' })).status).toBe(409);
		expect((await send('PUT', one, { name: 'fell' })).status).toBe(200);
		expect((await send('PUT', one, { page_title: 'No name' })).status).toBe(422);
		expect((await send('POST', BRANDS, { name: '  ' })).status).toBe(422);
	});

	it('are saved without an image that cannot be had or an address that is taken', async () => {
		const reply = await send('POST', BRANDS, {
			name: 'Fell',
			image_url: 'https://pictures.invalid/a.jpg',
			custom_url: { url: '/tarn/' },
		});
		expect(reply.status).toBe(207);
		expect(Object.keys(countsOf(reply).errors.errors)).toEqual(['image_url', 'custom_url']);
		expect(brand('Fell')).toMatchObject({ image_url: '', custom_url: { url: '/fell/' } });
	});

	it('take an image by form', async () => {
		const path = `${BRANDS}/${brand('Tarn')?.id}/image`;
		expect((await call(shop.store, 'POST', path, { form: pictureForm(100) })).status).toBe(200);
		expect(brand('Tarn')?.image_url).toContain('/trail-mug.png');
		expect((await send('POST', path, { image_url: 'https://cdn.example.com/a.jpg' })).status).toBe(
			422,
		);
		expect((await send('DELETE', path)).status).toBe(204);
		expect(brand('Tarn')?.image_url).toBe('');
	});

	it('are deleted one by one or by name, and leave their products', async () => {
		const mug = shop.store.state.products.get(82);
		expect(mug?.brand_id).toBe(brand('Tarn')?.id);
		expect((await send('DELETE', BRANDS)).status).toBe(422);
		expect((await send('DELETE', `${BRANDS}?page_title=Tarn`)).status).toBe(422);
		expect((await send('DELETE', `${BRANDS}?name=Tarn`)).status).toBe(204);
		expect(mug?.brand_id).toBe(0);
		const id = brand('Northpine')?.id;
		expect((await send('DELETE', `${BRANDS}/${id}`)).status).toBe(204);
		expect((await send('DELETE', `${BRANDS}/${id}`)).status).toBe(404);
	});
});
