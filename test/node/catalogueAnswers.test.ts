import { startDemoStore, type DemoStore, type Fault } from '../../demo/store/index.ts';
import { runForJson } from '../support/runNode';

const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
const product = byId(80);

/** What creates or changes a part of the catalogue, and the requests of it that get no proper answer. */
const jobs: Array<[string, (of: DemoStore) => Record<string, unknown>, Fault['match']]> = [
	[
		'Product Variant: Update',
		(of) => {
			const [owner] = [...of.state.products.values()].filter(({ variants }) => variants.length > 1);
			if (!owner) throw new Error('The demo store has no product with options');
			return {
				resource: 'productVariant',
				operation: 'update',
				product: byId(owner.id),
				variant: byId(owner.variants[0]?.id),
				updateFields: { price: 3 },
			};
		},
		{ path: /catalog/ },
	],
	[
		'Product Image: Create',
		() => ({
			resource: 'productImage',
			operation: 'create',
			product,
			imageUrl: 'https://example.com/mug.png',
		}),
		{ method: 'POST' },
	],
	[
		'Metafield: Create or Update',
		() => ({
			resource: 'metafield',
			operation: 'upsert',
			product,
			namespace: 'warehouse',
			key: 'shelf',
			value: 'B-17',
		}),
		{ method: 'POST' },
	],
	[
		'Metafield: Get Many',
		() => ({ resource: 'metafield', operation: 'getAll', product }),
		{ method: 'GET' },
	],
	[
		'Product Custom Field: Create or Update',
		() => ({
			resource: 'customField',
			operation: 'upsert',
			product,
			customFields: { field: [{ name: 'Material', value: 'Linen' }] },
		}),
		{ method: 'POST' },
	],
	[
		'Product: Update',
		() => ({ resource: 'product', operation: 'update', product, updateFields: { price: 3 } }),
		{ method: 'PUT' },
	],
	[
		'Category: Create or Update',
		() => ({ resource: 'category', operation: 'upsert', path: 'Alder/Birch' }),
		{ method: 'POST' },
	],
	[
		'Brand: Create or Update',
		() => ({ resource: 'brand', operation: 'upsert', name: 'Alder' }),
		{ method: 'POST' },
	],
];

const answers: Array<[string, Fault]> = [
	['204', { kind: 'empty', status: 204 }],
	['200 with data: null', { kind: 'status', status: 200, body: { data: null, meta: {} } }],
	['200 with an empty object', { kind: 'status', status: 200, body: {} }],
];

/** What a programmer would say. */
const CODE_TALK =
	/Cannot (?:read|destructure)|is not a function|is not iterable|undefined|\[object/;

describe('an answer that does not hold what was asked for', () => {
	const outputs = new Map<string, unknown>();

	// Each in a store of its own and all at the same time, as each is asked for until the client gives up.
	beforeAll(async () => {
		await Promise.all(
			jobs.flatMap(([job, parameters, match]) =>
				answers.map(async ([name, fault]) => {
					const own = await startDemoStore({ products: 20 });
					own.faults.add({ ...fault, match, times: Infinity });
					const rest = { onError: 'continueRegularOutput' } as const;
					outputs.set(
						`${job} ${name}`,
						await runForJson(own.credential, parameters(own), { ...rest, items: [{}] }),
					);
					await own.stop();
				}),
			),
		);
	}, 240_000);

	it.each(jobs.flatMap(([job]) => answers.map(([name]) => [job, name] as const)))(
		'is no success of %s: %s',
		(job, name) => {
			const output = outputs.get(`${job} ${name}`);
			expect(output).toEqual([expect.objectContaining({ error: expect.any(String) })]);
			expect(JSON.stringify(output)).not.toMatch(CODE_TALK);
		},
	);
});
