import type { DemoStore } from '../../demo/store/index.ts';
import { picked } from './products';
import { byHand, matchOn } from './tables';

type Item = Record<string, unknown>;

/** One operation that writes many items at a time, and the most requests that 1,000 items may take. */
export interface Counted {
	resource: string;
	operation: string;
	/** What tells it from another case of the same operation. */
	by?: string;
	parameters?: object;
	/** Makes what the items are about. */
	prepare?: () => void;
	good: [most: number, item: (index: number) => Item];
	/** Refused by the store or by the form; one in each hundred items. */
	bad?: [most: number, item: (index: number) => Item];
	/** Names what the store does not have; every second item. */
	missing?: [most: number, item: (index: number) => Item];
	/** How many of the missing ones fail, where not all of them do: they are told of or created. */
	missingFail?: number;
}

export const ITEMS = 1_000;

const id = (name = 'id') => picked('id', `={{ $json.${name} }}`);
const nobody = (index: number) => 9_000_000 + index;
const email = (index: number) => `person.${index}@example.com`;
const padded = (number: number) => String(number).padStart(6, '0');

/** The store must have as many products as there are items. */
export function countedOperations(store: () => DemoStore): Counted[] {
	const products = () => [...store().state.products.values()];
	// Their ids and SKUs are the same after each reset.
	let known: ReturnType<typeof products> = [];
	const product = (index: number) => {
		if (known.length === 0) known = products().filter(({ sku }) => sku.startsWith('TP-'));
		return known[index] as (typeof known)[number];
	};
	const variant = (index: number) => product(index).variants[0]?.id;
	const category = (index: number) => [...store().state.categories.keys()][index % 3];
	const [brand, channel] = [() => [...store().state.brands.keys()][0], 1];

	const addCategories = () => {
		const { categories } = store().state;
		const [some] = [...categories.values()];
		for (let n = 0; some && n < ITEMS; n++)
			categories.set(50_000 + n, { ...some, category_id: 50_000 + n, name: `Camp ${n}` });
	};
	const addGroups = () => {
		const { customerGroups } = store().state;
		const [some] = [...customerGroups.values()];
		for (let n = 0; some && n < ITEMS; n++)
			customerGroups.set(10_000 + n, { ...some, id: 10_000 + n });
	};
	const addCustomers = () => {
		const { customers } = store().state;
		const [some] = [...customers.values()];
		for (let n = 0; some && n < ITEMS; n++)
			customers.set(20_000 + n, { ...some, id: 20_000 + n, email: email(n), addresses: [] });
	};
	const addMetafields = () => {
		const { metafields } = store().state;
		const [some] = [...metafields.values()].filter(
			({ resource_type }) => resource_type === 'product',
		);
		for (let n = 0; some && n < ITEMS; n++)
			metafields.set(100_000 + n, {
				...some,
				id: 100_000 + n,
				resource_id: product(n).id,
				namespace: 'warehouse',
				key: 'shelf',
				value: 'A',
				owner_client_id: store().credential.clientId,
			});
	};

	const renaming = { price: '={{ $json.price }}', name: '={{ $json.name }}' };
	const taken = 'Part 1';
	const bySku = (index: number) => ({ sku: product(index).sku, price: index + 1, quantity: index });
	const unknownSku = (index: number) => ({ sku: `NONE-${index}`, price: 3, quantity: 3 });
	const unreadable = (index: number) => ({ sku: product(index).sku, price: 'x', quantity: 'x' });
	const named = (index: number) => ({
		id: product(index).id,
		price: index + 1,
		name: `Part ${index}`,
	});

	return [
		{
			resource: 'product',
			operation: 'update',
			by: 'ID',
			parameters: { product: id(), updateFields: renaming },
			good: [100, named],
			// A name that is taken is not told of one product: each batch with one is taken apart.
			bad: [200, (n) => ({ ...named(n), name: taken })],
			missing: [75, (n) => ({ ...named(n), id: nobody(n) })],
		},
		{
			resource: 'product',
			operation: 'update',
			by: 'SKU',
			parameters: {
				product: picked('sku', '={{ $json.sku }}'),
				updateFields: { price: '={{ $json.price }}' },
			},
			good: [105, bySku],
			bad: [105, unreadable],
			missing: [60, unknownSku],
		},
		{
			resource: 'product',
			operation: 'upsert',
			by: 'SKU',
			parameters: { findBy: 'sku', sku: '={{ $json.sku }}', additionalFields: renaming },
			good: [105, (n) => ({ ...bySku(n), name: `Part ${n}` })],
			// New products are created one a request.
			missing: [555, (n) => ({ ...unknownSku(n), name: `Part ${n}` })],
			missingFail: 0,
		},
		{
			resource: 'product',
			operation: 'upsert',
			by: 'name',
			parameters: {
				findBy: 'name',
				name: '={{ $json.name }}',
				additionalFields: { price: '={{ $json.price }}' },
			},
			good: [105, (n) => ({ name: `Trail Part ${padded(n + 1)}`, price: n + 1 })],
			missing: [555, (n) => ({ name: `New ${n}`, price: 3 })],
			missingFail: 0,
		},
		{
			resource: 'product',
			operation: 'deleteMany',
			parameters: { ids: '={{ $json.id }}' },
			good: [25, (n) => ({ id: product(n).id })],
			missing: [30, (n) => ({ id: nobody(n) })],
			missingFail: 0,
		},
		{
			resource: 'productVariant',
			operation: 'updateMany',
			by: 'SKU',
			good: [25, bySku],
			bad: [25, unreadable],
			missing: [20, unknownSku],
		},
		{
			resource: 'productVariant',
			operation: 'updateMany',
			by: 'ID',
			parameters: byHand(
				{
					variantId: '={{ $json.variantId }}',
					purchasingDisabledMessage: '={{ $json.text }}',
				},
				'variantId',
			),
			good: [20, (n) => ({ variantId: variant(n), text: 'Sold out' })],
			bad: [165, (n) => ({ variantId: variant(n), text: 'x'.repeat(300) })],
			missing: [45, (n) => ({ variantId: nobody(n), text: 'Sold out' })],
		},
		...(['set', 'adjust'] as const).map((operation): Counted => ({
			resource: 'inventory',
			operation,
			good: [6, bySku],
			bad: [6, operation === 'set' ? unreadable : (n) => ({ ...bySku(n), quantity: -5_000 })],
			missing: [6, unknownSku],
		})),
		{
			resource: 'inventory',
			operation: 'updateSettings',
			parameters: byHand({ sku: '={{ $json.sku }}', safetyStock: '={{ $json.quantity }}' }),
			good: [6, bySku],
			bad: [6, unreadable],
			missing: [6, unknownSku],
		},
		...(['sku', 'upc'] as const).map((matchBy): Counted => ({
			resource: 'listing',
			operation: 'sync',
			by: matchBy,
			parameters: {
				...matchOn(matchBy),
				fieldsToSync: ['price', 'quantity'],
			},
			good: [110, (n) => ({ ...bySku(n), [matchBy]: product(n)[matchBy] })],
			bad: [110, (n) => ({ ...unreadable(n), [matchBy]: product(n)[matchBy] })],
			missing: [60, (n) => ({ ...unknownSku(n), [matchBy]: `NONE-${n}` })],
			missingFail: 0,
		})),
		{
			resource: 'listing',
			operation: 'sync',
			by: 'variant ID',
			parameters: {
				...matchOn('variantId'),
				fieldsToSync: ['price'],
			},
			good: [110, (n) => ({ variantId: variant(n), price: n + 1 })],
			missing: [65, (n) => ({ variantId: nobody(n), price: 3 })],
			missingFail: 0,
		},
		{
			resource: 'category',
			operation: 'delete',
			prepare: addCategories,
			parameters: { category: id() },
			good: [16, (n) => ({ id: 50_000 + n })],
			missing: [18, (n) => ({ id: nobody(n) })],
			missingFail: 0,
		},
		{
			resource: 'category',
			operation: 'update',
			prepare: addCategories,
			parameters: { category: id(), updateFields: { name: '={{ $json.name }}' } },
			good: [26, named50],
			bad: [170, (n) => ({ ...named50(n), name: taken })],
			missing: [35, (n) => ({ ...named50(n), id: nobody(n) })],
		},
		...(['assignProducts', 'removeProducts'] as const).flatMap((operation): Counted[] => {
			const removes = operation === 'removeProducts';
			return [
				{
					resource: 'category',
					operation,
					parameters: { category: id('category'), product: id() },
					good: [20, (n) => ({ id: product(n).id, category: category(n) })],
					// Each category that products are taken out of has requests of its own.
					bad: [35, (n) => ({ id: product(n).id, category: nobody(n) })],
					missing: [35, (n) => ({ id: nobody(n), category: category(n) })],
					missingFail: removes ? 0 : ITEMS / 2,
				},
				{
					resource: 'channel',
					operation,
					parameters: { channel: picked('id', channel), product: id() },
					good: [20, (n) => ({ id: product(n).id })],
					missing: [35, (n) => ({ id: nobody(n) })],
					missingFail: removes ? 0 : ITEMS / 2,
				},
			];
		}),
		{
			resource: 'channel',
			operation: 'upsertListings',
			parameters: { channel: picked('id', 664_321), product: id() },
			good: [45, (n) => ({ id: product(n).id })],
			missing: [45, (n) => ({ id: nobody(n) })],
		},
		{
			resource: 'brand',
			operation: 'assignProducts',
			parameters: { brand: id('brand'), product: id() },
			good: [100, (n) => ({ id: product(n).id, brand: brand() })],
			bad: [115, (n) => ({ id: product(n).id, brand: nobody(n) })],
			missing: [75, (n) => ({ id: nobody(n), brand: brand() })],
		},
		{
			resource: 'priceListRecord',
			operation: 'upsert',
			parameters: { priceList: picked('id', 2), currency: 'USD' },
			good: [1, bySku],
			bad: [1, unreadable],
			missing: [3, unknownSku],
		},
		{
			resource: 'priceListRecord',
			operation: 'delete',
			parameters: { priceList: picked('id', 2) },
			good: [25, bySku],
			missing: [25, unknownSku],
			missingFail: 0,
		},
		{
			resource: 'priceListAssignment',
			operation: 'create',
			prepare: addGroups,
			parameters: { priceList: picked('id', 2), customerGroup: '={{ $json.group }}' },
			good: [46, (n) => ({ group: 10_000 + n })],
			missing: [110, (n) => ({ group: nobody(n) })],
		},
		{
			resource: 'customer',
			operation: 'upsert',
			by: 'customers that are new',
			// One walk of a list that is short, and ten customers a request.
			good: [102, (n) => ({ email: email(n), firstName: 'Person', lastName: `No ${n}` })],
			bad: [102, () => ({ email: 'nobody', firstName: 'A', lastName: 'B' })],
			missing: [102, (n) => ({ email: email(n) })],
		},
		{
			resource: 'customer',
			operation: 'update',
			prepare: addCustomers,
			parameters: { customer: id(), updateFields: { phone: '={{ $json.phone }}' } },
			good: [100, (n) => ({ id: 20_000 + n, phone: `1-${n}` })],
			bad: [120, (n) => ({ id: nobody(n), phone: '1' })],
			missing: [120, (n) => ({ id: nobody(n), phone: '1' })],
		},
		{
			resource: 'customer',
			operation: 'deleteMany',
			prepare: addCustomers,
			parameters: { ids: '={{ $json.id }}' },
			good: [28, (n) => ({ id: 20_000 + n })],
			missing: [32, (n) => ({ id: nobody(n) })],
			missingFail: 0,
		},
		{
			resource: 'customerAttribute',
			operation: 'setValues',
			prepare: addCustomers,
			parameters: { ...matchOn('email'), attribute: 1 },
			good: [120, (n) => ({ email: email(n), value: `B-${n}` })],
			missing: [75, (n) => ({ email: `nobody.${n}@example.com`, value: 'B' })],
		},
		...(['create', 'update', 'upsert', 'delete'] as const).map((operation): Counted => ({
			resource: 'metafield',
			operation,
			prepare: operation === 'create' ? undefined : addMetafields,
			parameters: {
				product: id(),
				namespace: 'warehouse',
				key: 'shelf',
				value: '={{ $json.value }}',
				updateFields: { value: '={{ $json.value }}' },
			},
			good: [110, (n) => ({ id: product(n).id, value: `B-${n}` })],
			bad: [125, (n) => ({ id: nobody(n), value: 'B' })],
			missing: [120, (n) => ({ id: nobody(n), value: 'B' })],
		})),
	];
}

const named50 = (index: number) => ({ id: 50_000 + index, name: `Part ${index}` });
