import { byId, testPartsOf } from '../support/productParts';

const { store, product, run, search, requests, loseNextCreation } = testPartsOf(
	'Granite 2 Tent',
	'productReview',
);

beforeEach(() => {
	product().reviews = (['pending', 'approved', 'disapproved'] as const).map((status, index) => ({
		...REVIEW,
		id: 700 + index,
		title: `A ${status} one`,
		status,
	}));
});

const WHEN = Date.parse('2026-03-01T10:00:00Z');
const REVIEW = {
	title: '',
	text: 'Dry all night.',
	rating: 4,
	email: 'nathan@example.com',
	name: 'Nathan',
	date_reviewed: WHEN,
	date_created: WHEN,
	date_modified: WHEN,
};

const inStore = (id: unknown) => product().reviews.find((review) => review.id === id);

describe('Product Review: Get Many', () => {
	it('reads all, simplified or as the API gives them', async () => {
		const [simple, ...others] = await run('getAll', { returnAll: true });
		expect(others).toHaveLength(2);
		expect(simple).toEqual({
			id: 700,
			productId: product().id,
			title: 'A pending one',
			text: 'Dry all night.',
			rating: 4,
			status: 'pending',
			name: 'Nathan',
			email: 'nathan@example.com',
			dateReviewed: '2026-03-01T10:00:00.000Z',
		});
		const [raw] = await run('getAll', { output: 'raw' });
		expect(raw).toMatchObject({ product_id: product().id, date_created: expect.any(String) });
	});

	it.each([
		['pending', 0],
		['approved', 1],
	])('asks the store for %s ones', async (status, value) => {
		const output = await run('getAll', { filters: { status: value } });
		expect(output.map((review) => review.status)).toEqual([status]);
		expect(store().exchanges[0]?.query).toMatchObject({ status: String(value) });
	});

	it('answers nothing for a product without reviews', async () => {
		product().reviews = [];
		expect(await run('getAll')).toEqual([]);
	});
});

describe('Product Review: Create', () => {
	it('takes all that is known of it', async () => {
		const [json] = await run('create', {
			title: ' Light and dry ',
			additionalFields: {
				dateReviewed: '2025-12-24T18:00:00+01:00',
				rating: '5',
				email: 'mia@example.com',
				name: 'Mia',
				status: 'approved',
				text: 'Took it to Norway.',
			},
		});
		expect(inStore(json?.id)).toMatchObject({
			title: 'Light and dry',
			rating: 5,
			email: 'mia@example.com',
			name: 'Mia',
			status: 'approved',
			text: 'Took it to Norway.',
			date_reviewed: Date.parse('2025-12-24T17:00:00Z'),
		});
		expect(json).toMatchObject({ dateReviewed: '2025-12-24T17:00:00.000Z', rating: 5 });
		expect(store().exchanges).toHaveLength(1);
	});

	it('is of now when nothing else was said, and waits for approval', async () => {
		const before = Math.floor(Date.now() / 1000) * 1000;
		const [json] = await run('create', { title: 'Good' });
		expect(inStore(json?.id)?.status).toBe('pending');
		expect(inStore(json?.id)?.date_reviewed).toBeGreaterThanOrEqual(before);
		expect(inStore(json?.id)?.date_reviewed).toBeLessThanOrEqual(Date.now());
	});

	it('makes no double when the answer is lost', async () => {
		loseNextCreation();
		const [json] = await run('create', { title: 'Good', additionalFields: { text: 'Really.' } });
		expect(product().reviews).toHaveLength(4);
		expect(inStore(json?.id)?.title).toBe('Good');
	});

	it('wants a title, and says what the store does not take', async () => {
		await expect(run('create', { title: ' ' })).rejects.toThrow("'Title' is empty");
		expect(store().exchanges).toEqual([]);
		const [json] = await run(
			'create',
			{ title: 'Good', additionalFields: { email: 'nobody' } },
			{ onError: 'continueRegularOutput' },
		);
		expect(json?.details).toMatchObject({ httpCode: 422, fields: [{ field: 'email' }] });
	});
});

describe('Product Review: changes', () => {
	it.each(['approved', 'disapproved'])('Update makes a review %s', async (status) => {
		const before = { ...inStore(700) };
		const [json] = await run('update', { review: byId(700), updateFields: { status } });
		expect(json).toMatchObject({ id: 700, status, title: 'A pending one' });
		expect(inStore(700)).toEqual({ ...before, status, date_modified: expect.any(Number) });
		expect(requests()).toEqual([
			'GET reviews/700',
			['PUT reviews/700', { title: 'A pending one', date_reviewed: expect.any(String), status }],
		]);
	});

	it('Update changes title and date too, and wants some change', async () => {
		await run('update', {
			review: byId(700),
			updateFields: { title: 'New', dateReviewed: '2026-01-01T00:00:00Z', rating: 1 },
		});
		expect(inStore(700)).toMatchObject({
			title: 'New',
			rating: 1,
			text: 'Dry all night.',
			date_reviewed: Date.parse('2026-01-01T00:00:00Z'),
		});
		await expect(run('update', { review: byId(700) })).rejects.toThrow('holds no change');
		await expect(run('update', { review: byId(700), updateFields: { title: '' } })).rejects.toThrow(
			"'Title' is empty",
		);
	});

	it('Delete takes exactly one', async () => {
		expect(await run('delete', { review: byId(701) })).toEqual([{ deleted: true, id: 701 }]);
		expect(product().reviews.map(({ id }) => id)).toEqual([700, 702]);
		await expect(run('delete', { review: byId('') })).rejects.toThrow("'Review' is empty");
	});

	it('the picker shows title, person and status', async () => {
		expect(await search('searchProductReviews', 'pending')).toEqual([
			{ name: 'A pending one · Nathan · pending · #700', value: 700 },
		]);
	});
});
