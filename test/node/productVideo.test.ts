import { byId, testPartsOf } from '../support/productParts';

const { store, product, run, search, requests, loseNextCreation } = testPartsOf(
	'Granite 2 Tent',
	'productVideo',
);

beforeEach(() => {
	product().videos = ['PqBTp23RLhI', 'EhYBjzqd-nI'].map((video_id, index) => ({
		id: 600 + index,
		title: `Part ${index + 1}`,
		description: 'How to pitch it',
		sort_order: index,
		type: 'youtube',
		video_id,
		length: '01:54',
	}));
});

const inStore = (id: unknown) => product().videos.find((video) => video.id === id);
const ID = 'z3fRu9pkuXE';

describe('Product Video: Create', () => {
	it.each([
		ID,
		`https://www.youtube.com/watch?v=${ID}`,
		`https://www.youtube.com/watch?list=PL1&v=${ID}&t=42s`,
		`youtube.com/watch?v=${ID}#comments`,
		`https://m.youtube.com/watch?v=${ID}`,
		` https://youtu.be/${ID}?si=abc `,
		`https://www.youtube.com/embed/${ID}`,
		`https://www.youtube-nocookie.com/embed/${ID}?rel=0`,
		`https://youtube.com/shorts/${ID}`,
		`https://www.youtube.com/live/${ID}?feature=share`,
	])('finds the video in "%s"', async (youtubeVideo) => {
		const [json] = await run('create', { youtubeVideo });
		expect(json).toMatchObject({
			productId: product().id,
			youtubeId: ID,
			url: `https://www.youtube.com/watch?v=${ID}`,
		});
		expect(requests()).toEqual([['POST videos', { type: 'youtube', video_id: ID }]]);
		expect(inStore(json?.id)?.video_id).toBe(ID);
	});

	it('takes a title, a text and a place', async () => {
		const [json] = await run('create', {
			youtubeVideo: ID,
			additionalFields: { title: 'Pitching', description: 'In the rain', sortOrder: 5 },
		});
		expect(inStore(json?.id)).toMatchObject({
			title: 'Pitching',
			description: 'In the rain',
			sort_order: 5,
		});
	});

	it.each([
		['', "'Video' is empty"],
		['https://vimeo.com/123456', `'Video' is "https://vimeo.com/123456", which is no YouTube`],
		['https://www.youtube.com/@northpine', 'which is no YouTube video'],
	])('refuses "%s" before anything is sent', async (youtubeVideo, message) => {
		await expect(run('create', { youtubeVideo })).rejects.toThrow(message);
		expect(store().exchanges).toEqual([]);
	});

	it('makes no double when the answer is lost', async () => {
		loseNextCreation();
		const [json] = await run('create', { youtubeVideo: ID });
		expect(product().videos).toHaveLength(3);
		expect(inStore(json?.id)?.video_id).toBe(ID);
	});
});

describe('Product Video: the rest', () => {
	it('Get Many reads them, and none of a product without', async () => {
		const [simple, ...others] = await run('getAll', { returnAll: true });
		expect(others).toHaveLength(1);
		expect(simple).toEqual({
			id: 600,
			productId: product().id,
			title: 'Part 1',
			description: 'How to pitch it',
			url: 'https://www.youtube.com/watch?v=PqBTp23RLhI',
			youtubeId: 'PqBTp23RLhI',
			length: '01:54',
			sortOrder: 0,
		});
		expect(await run('getAll', { limit: 1, output: 'raw' })).toEqual([
			expect.objectContaining({ video_id: 'PqBTp23RLhI', sort_order: 0 }),
		]);
		product().videos = [];
		expect(await run('getAll')).toEqual([]);
	});

	it('Update changes what is given, and nothing else', async () => {
		const before = { ...inStore(600) };
		const updateFields = { title: 'First part' };
		const [json] = await run('update', { video: byId(600), updateFields });
		expect(json).toMatchObject({ id: 600, title: 'First part', youtubeId: 'PqBTp23RLhI' });
		expect(inStore(600)).toEqual({ ...before, title: 'First part' });
		expect(requests()).toEqual([['PUT videos/600', updateFields]]);
		await expect(run('update', { video: byId(600) })).rejects.toThrow('holds no change');
	});

	it('Delete takes exactly one', async () => {
		expect(await run('delete', { video: byId(600) })).toEqual([{ deleted: true, id: 600 }]);
		expect(product().videos.map(({ id }) => id)).toEqual([601]);
		await expect(run('delete', { video: byId('') })).rejects.toThrow("'Video' is empty");
	});

	it('the picker finds titles and IDs of YouTube', async () => {
		expect(await search('searchProductVideos', 'ehyb')).toEqual([
			{ name: 'Part 2 · EhYBjzqd-nI · #601', value: 601 },
		]);
	});
});
