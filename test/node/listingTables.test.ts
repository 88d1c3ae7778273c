import { readFile } from 'node:fs/promises';

import fc from 'fast-check';
import type { NodeExecutionHint } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { ColumnNames } from '../../nodes/BigCommerce/operation/columnNames';
import { isTable } from '../../nodes/BigCommerce/operation/table';
import { listing as listingResource } from '../../nodes/BigCommerce/listings';
import { productOf, productRequests, run, useShop } from '../support/listings';
import { runForJson } from '../support/runNode';

const shop = useShop();

type Row = Record<string, unknown>;

const rowsOf = async (credential: object, parameters: object = {}, items?: object[]) =>
	(await runForJson(
		credential,
		{
			resource: 'listing',
			operation: 'import',
			returnAll: true,
			skipHidden: false,
			options: { includeDescription: true },
			...parameters,
		},
		items ? { items } : {},
	)) as Row[];

const publishInto = async (credential: object, items: object[], parameters: object = {}) =>
	await runForJson(
		credential,
		{
			resource: 'listing',
			operation: 'publish',
			options: { createBrands: true, createCategories: true },
			...parameters,
		},
		{ items },
	);

const isCell = (value: unknown) => value === null || typeof value !== 'object';

describe('an import for tables', () => {
	it('has one cell a field', async () => {
		const { id } = productOf('Granite 2 Tent');
		const [tent] = await rowsOf(shop().credential, { filters: { productIds: String(id) } });
		expect(tent).toMatchObject({
			options: 'Color: Moss',
			categories: 'Tents; Gifts',
			categoryPaths: 'Camp/Tents; Gifts',
			images: expect.stringMatching(/^https:\S+\.jpg "Granite 2 Tent"/),
			customFields: 'Season: 3-season; Sleeps: 2',
			issues: '',
		});
	});

	it('is made of cells alone for every product, by variant or as a whole', async () => {
		for (const oneItemPer of ['variant', 'product']) {
			const rows = await rowsOf(shop().credential, { oneItemPer, masterSku: 'gtin' });
			const nested = rows.flatMap((row) => Object.keys(row).filter((field) => !isCell(row[field])));
			expect(nested).toEqual([]);
		}
	});

	it('has the columns of the table that the example makes', async () => {
		const [row = {}] = await rowsOf(shop().credential, { options: {} });
		const { nodes } = JSON.parse(await readFile('examples/import-listings.json', 'utf8')) as {
			nodes: Array<{ parameters: { columns?: { column?: Array<{ name: string }> } } }>;
		};
		const columns = nodes.flatMap(({ parameters }) => parameters.columns?.column ?? []);
		expect(columns.map(({ name }) => name)).toEqual(Object.keys(row));
	});

	it('tells the issues in words', async () => {
		const rows = await rowsOf(shop().credential, { masterSku: 'gtin' });
		expect(rows.map(({ issues }) => issues)).toContain('There is no GTIN to be the Master SKU');
	});

	it('is matched and overwritten by itself without a difference', async () => {
		const rows = await rowsOf(shop().credential);
		const matching = {
			compare: true,
			matchOn: 'variantId',
			matchField: 'variantId',
			importMode: 'overwrite',
		};
		const matched = await rowsOf(shop().credential, matching, rows);
		expect(matched).toEqual(rows.map((row) => ({ ...row, action: 'updated' })));
	});
});

describe('the limit of an import', () => {
	it('reads no page more than it needs', async () => {
		const all = await run();
		const before = productRequests().length;
		const first = await run({ returnAll: false, limit: 3 });
		expect(first.map(({ json }) => json)).toEqual(all.slice(0, 3).map(({ json }) => json));
		expect(productRequests().slice(before)).toEqual([
			expect.objectContaining({ query: expect.objectContaining({ limit: '3' }) }),
		]);
	});

	it('counts what the filters keep, and says that there may be more', async () => {
		const filters = { stock: 'out' };
		const all = await run({ filters });
		const hints: NodeExecutionHint[] = [];
		const first = await run({ returnAll: false, limit: 2, filters }, { hints });
		expect(first).toEqual(all.slice(0, 2));
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringContaining("first 2 listings of the store. Turn on 'Return All'"),
		]);
	});

	it('reads on where the filters keep nothing of a page', async () => {
		const filters = { name: 'Alder Down Jacket', priceFrom: 189 };
		const all = await run({ filters });
		expect(all.length).toBeGreaterThan(1);
		const [one] = await run({ returnAll: false, limit: 1, filters, options: { pageSize: 1 } });
		expect(one).toEqual(all[0]);
	});

	it('is none for what has to know the whole store: what changed, and what is there already', async () => {
		const all = await run();
		for (const whole of [{ onlyChanged: true }, { compare: true }]) {
			const read = await run({ ...whole, returnAll: false, limit: 3 });
			expect(read).toHaveLength(all.length);
		}
	});
});

describe('the columns of Publish and Sync', () => {
	/** What says what became of a listing, or which one it is in this store. */
	const LEFT = ['action', 'status', 'issues', 'url', 'dateCreated', 'dateModified'];
	const IDS = ['brandId', 'categoryIds', 'productId', 'variantId'];

	it.each(['publish', 'sync'])('know all that matters of what Import outputs: %s', async (name) => {
		const operation = listingResource.operations.find(({ value }) => value === name);
		const [table] = operation?.fields.filter(isTable) ?? [];
		const names = new ColumnNames(table?.columns ?? []);
		for (const output of ['tables', 'nested']) {
			const [row = {}] = await rowsOf(shop().credential, { output });
			const { sources, unread } = names.in(row);
			const unknown = unread.filter((field) => ![...LEFT, ...IDS].includes(field));
			expect([output, unknown]).toEqual([output, []]);
			// Two fields are one column where the first of them is meant to count: paths before names, SKU before Master SKU.
			const doubled = [...sources]
				.filter(([, { first, others }]) => first.length > 1 || (!first[0] && others.length > 1))
				.map(([column]) => column);
			expect([output, doubled]).toEqual([output, []]);
		}
	});
});

describe('a table of listings', () => {
	let source: DemoStore;
	let target: DemoStore;
	beforeAll(async () => {
		[source, target] = await Promise.all([
			startDemoStore({ seed: 'empty' }),
			startDemoStore({ seed: 'empty' }),
		]);
	});
	afterAll(async () => {
		await Promise.all([source.stop(), target.stop()]);
	});

	/** Names of a shop, with the signs that texts of lists are made of. */
	const text = (max = 8) =>
		fc
			.array(fc.constantFrom(...'aBé1 ;:|,"[{.'), { minLength: 1, maxLength: max })
			.map((signs) => `N${signs.join('').trim()}`);
	const product = fc.record({
		name: text(),
		labels: fc.uniqueArray(text(), {
			minLength: 1,
			maxLength: 3,
			selector: (label) => label.toLowerCase(),
		}),
		option: text(),
		category: text(),
		customFields: fc.array(fc.record({ name: text(), value: text() }), { maxLength: 2 }),
		description: fc.option(text(), { nil: undefined }),
		price: fc.integer({ min: 1, max: 99_999 }).map((cents) => cents / 100),
		quantity: fc.nat(50),
	});

	it('makes the same products in another store, where Sync and Publish find no difference', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(product, { minLength: 1, maxLength: 2 }), async (products) => {
				source.reset();
				target.reset();
				const items = products.flatMap(({ name, labels, option, category, ...more }, number) =>
					labels.map((label, position) => ({
						productKey: `P${number}`,
						name: `${name} ${number}`,
						sku: `S-${number}-${position}`,
						options: { [option]: label },
						categories: [category],
						images: [{ url: `https://img.example/${number}.jpg`, description: more.description }],
						customFields: more.customFields,
						price: more.price,
						quantity: more.quantity,
						weight: 1,
					})),
				);
				const made = await publishInto(source.credential, items);
				expect(made.map(({ action }) => action)).toEqual(made.map(() => 'created'));

				const rows = await rowsOf(source.credential);
				const published = await publishInto(target.credential, rows);
				expect(published.map(({ action }) => action)).toEqual(rows.map(() => 'created'));

				const there = await rowsOf(target.credential);
				const comparable = (row: Row) => ({
					sku: row.sku,
					name: row.name,
					options: row.options,
					categoryPaths: row.categoryPaths,
					customFields: row.customFields,
					price: row.price,
					quantity: row.quantity,
				});
				expect(there.map(comparable)).toEqual(rows.map(comparable));

				const written = () => target.exchanges.filter(({ method }) => method !== 'GET').length;
				const before = written();
				const synced = await runForJson(
					target.credential,
					{ resource: 'listing', operation: 'sync' },
					{ items: there },
				);
				expect(synced.map(({ action }) => action)).toEqual(there.map(() => 'unchanged'));
				await publishInto(target.credential, there, {
					ifExists: 'overwrite',
					overwrite: 'all',
				});
				expect(written()).toBe(before);
			}),
			{ numRuns: 8 },
		);
	});
});
