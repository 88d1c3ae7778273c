/** What the lists of the catalogue can be filtered by, held against the vendor's OpenAPI files. */
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import type { Field } from '../../nodes/BigCommerce/operation/params';
import { resources } from '../../nodes/BigCommerce/registry';
import { describeContract, findOperation } from '../contract/specs.ts';
import { holdToContract } from '../support/contract';
import { operations, Picks, placesOf } from '../support/formPlaces';
import { picked } from '../support/products';
import { runNode } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

/** Pages are the node's own affair, and `id:in` says what `id` does. */
const EVERYWHERE = ['page', 'limit', 'id'];

interface List {
	resource: string;
	path: string;
	form?: object;
	/** Fields of the form whose value cannot be made up. */
	values?: Record<string, unknown>;
	/** What the form does not offer, and why that is no loss. */
	without?: Record<string, string>;
}

const SHORT_RECORDS = 'these records are small, and their simplified form names what matters';
const LEAVING_OUT = 'what is not wanted is told by what is, and Filter leaves out the rest';

const lists: List[] = [
	{
		resource: 'product',
		path: '/v3/catalog/products',
		values: { inventoryLevels: '1, 2', notInventoryLevels: '3', skus: 'A, B' },
	},
	{
		resource: 'productVariant',
		path: '/v3/catalog/variants',
		form: { from: 'all' },
	},
	{
		resource: 'brand',
		path: '/v3/catalog/brands',
		without: {
			'id:greater': 'id:min says it',
			'id:less': 'id:max says it',
			include_fields: SHORT_RECORDS,
			exclude_fields: SHORT_RECORDS,
		},
	},
	{
		resource: 'category',
		path: '/v3/catalog/trees/categories',
		form: { includePath: false },
		values: { isTopLevel: false, trees: [1], uuids: 'd1964756-5e1d-4c72-9fa0-e1a3f7be4a34' },
		without: {
			'category_uuid:not_in': LEAVING_OUT,
			'tree_id:not_in': LEAVING_OUT,
			include_fields: SHORT_RECORDS,
			exclude_fields: SHORT_RECORDS,
		},
	},
	{
		resource: 'productReview',
		path: '/v3/catalog/products/80/reviews',
		form: { product: picked('id', 80) },
		without: { include_fields: SHORT_RECORDS, exclude_fields: SHORT_RECORDS },
	},
];

const fieldsOf = (resource: string) =>
	resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === 'getAll')?.fields ?? [];

/** A value that the field takes. */
function anyValue({ type, options = [], default: fallback }: Field): unknown {
	const [option] = options;
	switch (type) {
		case 'resourceLocator':
			return picked('id', 23);
		case 'dateTime':
			return '2026-01-15T10:00:00Z';
		case 'options':
			return option && 'value' in option ? option.value : '1';
		case 'multiOptions':
			return [option && 'value' in option ? option.value : 1];
		case 'string':
			return '12';
		default:
			return fallback;
	}
}

describeContract('The lists of the catalogue', () => {
	it.each(lists)('of the resource $resource have all filters of $path', async (list) => {
		const { resource, path, form = {}, values = {}, without = {} } = list;
		const sent = new Set<string>();
		const ask = async (parameters: object) => {
			await runNode(store.credential, {
				resource,
				operation: 'getAll',
				limit: 1,
				...form,
				...parameters,
			});
			for (const { query, path: asked } of store.exchanges)
				if (asked === path) Object.keys(query).forEach((name) => sent.add(name));
			store.exchanges.length = 0;
		};
		for (const field of fieldsOf(resource)) {
			if (['filters', 'options', 'sort'].includes(field.name))
				for (const inner of field.options as Field[])
					await ask({ [field.name]: { [inner.name]: values[inner.name] ?? anyValue(inner) } });
			else if (field.type === 'multiOptions') await ask({ [field.name]: anyValue(field) });
		}
		const offered = (findOperation('GET', path)?.parameters ?? [])
			.filter((parameter) => parameter.in === 'query')
			.map(({ name }) => name);
		const excused = [...EVERYWHERE, ...Object.keys(without)];
		expect(offered.length).toBeGreaterThan(4);
		expect(offered.filter((name) => !sent.has(name) && !excused.includes(name))).toEqual([]);
	});
});

describe('More IDs than fit one request', () => {
	const ids = Array.from({ length: 300 }, (_, index) => index + 1000);
	const ask = async (resource: string, form: object) =>
		await runNode(store.credential, { resource, operation: 'getAll', ...form });

	it.each([
		['product', { filters: { ids }, sort: { by: 'price' } }],
		['product', { filters: { ids }, sort: { direction: 'desc' } }],
		['brand', { filters: { ids }, options: { direction: 'desc' } }],
		[
			'metafield',
			{
				getFrom: 'all',
				filters: { keys: ids.map((id) => `key-${id}`) },
				options: { direction: 'desc' },
			},
		],
	])('of the resource %s cannot be sorted, and that is said: %j', async (resource, form) => {
		await expect(ask(resource, form)).rejects.toThrow('sorts the records of each by themselves');
		expect(store.exchanges).toEqual([]);
	});

	it('are asked for in parts without an order, or in that of the ids', async () => {
		await ask('product', { filters: { ids }, sort: { by: 'id' } });
		expect(store.exchanges.length).toBeGreaterThan(2);
	});

	it.each(['product', 'brand', 'category'])(
		'cannot be left out of a list: %s',
		async (resource) => {
			const name = resource === 'product' ? 'notIds' : 'excludedIds';
			await expect(ask(resource, { filters: { [name]: ids } })).rejects.toThrow(
				"'IDs to Leave Out' has more IDs than fit one request",
			);
		},
	);
});

describe("A date alone means that day in the workflow's time zone", () => {
	// n8n's own default time zone is that of New York.
	const moments = { After: '2026-10-01T04:00:00.000Z', Before: '2026-10-02T03:59:59.999Z' };
	const isDated = ({ type, name }: { type: string; name: string }) =>
		type === 'dateTime' && /(After|Before)$/.test(name);
	const dated = operations.filter(({ operation }) =>
		operation.fields.some(
			({ name, options = [] }) => name === 'filters' && (options as Field[]).some(isDated),
		),
	);

	it.each(dated)('$of', async ({ resource, operation }) => {
		const places = await placesOf({ resource, operation }, new Picks(store.credential));
		const found: Record<string, unknown> = {};
		const wanted: Record<string, string> = {};
		for (const { field, within, form } of places) {
			if (within !== 'filters' || !isDated(field)) continue;
			store.exchanges.length = 0;
			await runNode(store.credential, { ...form('2026-10-01'), getFrom: 'all' });
			const asked = store.exchanges.flatMap(({ query }) => Object.values(query));
			const bound = field.name.endsWith('After') ? moments.After : moments.Before;
			wanted[field.name] = bound;
			found[field.name] = asked.find((value) => value === bound) ?? asked;
		}
		expect(Object.keys(wanted).length).toBeGreaterThan(3);
		expect(found).toEqual(wanted);
	});
});
