import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import type { CustomerRecord } from '../../demo/store/records.ts';
import { picked } from '../support/products';
import { runNode } from '../support/runNode';
import { byHand } from '../support/tables';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore({ products: 60 });
});
afterAll(async () => await store.stop());
beforeEach(() => store.reset());

type Item = Record<string, unknown>;

const products = () => [...store.state.products.values()];
/** Simple products, which are tracked by product. */
const simple = (index: number) => {
	const product = products().filter(({ sku }) => sku.startsWith('TP-'))[index];
	if (!product) throw new Error('The demo store has no such product');
	return product;
};
const withVariants = () => {
	const product = products().find(
		({ variants, inventory_tracking }) => variants.length > 2 && inventory_tracking === 'variant',
	);
	if (!product) throw new Error('The demo store has no such product');
	return product;
};
const variant = (index: number) => {
	const { variants, id } = withVariants();
	return { productId: id, ...(variants[index] as (typeof variants)[number]) };
};
const customer = () => [...store.state.customers.values()][0] as CustomerRecord;
const coupon = (index: number) => {
	const found = [...store.state.coupons.values()].filter(({ type }) => type !== 'promotion')[index];
	if (!found) throw new Error('The demo store has no such coupon');
	return found;
};
const idOf = (records: Map<number, unknown>, index = 0) => [...records.keys()][index] as number;

/** A locator whose mode each item says for itself. */
const asSaid = { __rl: true, mode: '={{ $json.by }}', value: '={{ $json.value }}' };
const byId = (name = 'id') => picked('id', `={{ $json.${name} }}`);

const run = async (resource: string, operation: string, parameters: object, items: Item[]) =>
	(
		await runNode(
			store.credential,
			{ resource, operation, ...parameters },
			{ items, onError: 'continueRegularOutput' },
		)
	).map(({ json }) => json);

interface InOrder {
	resource: string;
	operation: string;
	/** What tells it from another case of the same operation. */
	by?: string;
	parameters: object;
	/** Two items for one record. */
	same: () => [Item, Item];
	/** An item for another record, named as the first is. */
	other: () => Item;
}

const shipment = { ship: 'left' };
const couponForm = {
	codeFrom: '={{ $json.from }}',
	code: '={{ $json.code }}',
	codeTemplate: '={{ $json.template }}',
	creatorName: '={{ $json.creator }}',
	amount: '={{ $json.amount }}',
	ifExists: 'update',
};
const fromTemplate = (creator: string, amount: number, template = '{name}10') => ({
	from: 'template',
	code: '',
	template,
	creator,
	amount,
});
const variantForm = {
	findBy: '={{ $json.by }}',
	product: byId('productId'),
	variant: byId(),
	sku: '={{ $json.sku }}',
};
const variantById = (index: number) => ({ by: 'variant', newSku: '', ...variant(index) });
const variantBySku = (index: number) => ({ ...variantById(index), by: 'sku' });

const inOrder: InOrder[] = [
	{
		resource: 'coupon',
		operation: 'create',
		by: 'creators whose names make one code',
		parameters: couponForm,
		same: () => [fromTemplate('Zoë', 10), fromTemplate('zoe ', 20)],
		other: () => fromTemplate('Max', 10),
	},
	{
		resource: 'coupon',
		operation: 'create',
		by: 'a template without the name',
		parameters: couponForm,
		same: () => [fromTemplate('Zoë', 10, 'TEN'), fromTemplate('Max', 20, 'ten')],
		other: () => fromTemplate('Zoë', 10, 'TWENTY'),
	},
	{
		resource: 'coupon',
		operation: 'create',
		by: 'an own code and a built one',
		parameters: couponForm,
		same: () => [
			fromTemplate('Zoë', 10),
			{ from: 'own', code: ' zoe10', template: '', creator: '', amount: 20 },
		],
		other: () => fromTemplate('Max', 10),
	},
	{
		resource: 'coupon',
		operation: 'createMany',
		parameters: { codeTemplate: '{name}10', ifExists: 'update' },
		same: () => [fromTemplate('Zoë', 10), fromTemplate('zoe ', 20)],
		other: () => fromTemplate('Max', 10),
	},
	{
		resource: 'coupon',
		operation: 'update',
		by: 'code and ID',
		parameters: { coupon: asSaid, updateFields: { amount: '={{ $json.amount }}' } },
		same: () => [
			{ by: 'code', value: coupon(0).code, amount: 1 },
			{ by: 'id', value: coupon(0).id, amount: 2 },
		],
		other: () => ({ by: 'code', value: coupon(1).code, amount: 1 }),
	},
	{
		resource: 'coupon',
		operation: 'update',
		by: 'a code that an earlier item gives',
		parameters: {
			coupon: asSaid,
			updateFields: { amount: '={{ $json.amount }}', code: '={{ $json.code }}' },
		},
		same: () => [
			{ by: 'code', value: coupon(0).code, amount: 1, code: 'NEWCODE' },
			{ by: 'code', value: 'newcode', amount: 2, code: 'NEWCODE' },
		],
		other: () => ({ by: 'code', value: coupon(1).code, amount: 1, code: 'OTHER' }),
	},
	{
		resource: 'coupon',
		operation: 'delete',
		by: 'code and ID',
		parameters: { coupon: asSaid },
		same: () => [
			{ by: 'code', value: coupon(0).code },
			{ by: 'id', value: coupon(0).id },
		],
		other: () => ({ by: 'code', value: coupon(1).code }),
	},
	{
		resource: 'productVariant',
		operation: 'update',
		by: 'SKU and ID',
		parameters: { ...variantForm, updateFields: { price: 3 } },
		same: () => [variantBySku(0), variantById(0)],
		other: () => variantBySku(1),
	},
	{
		resource: 'productVariant',
		operation: 'update',
		by: 'a SKU that an earlier item gives',
		parameters: { ...variantForm, updateFields: { sku: '={{ $json.newSku }}' } },
		same: () => [
			{ ...variantBySku(0), newSku: 'RENAMED' },
			{ ...variantBySku(0), sku: 'renamed', newSku: 'RENAMED-2' },
		],
		other: () => ({ ...variantBySku(1), newSku: 'OTHER' }),
	},
	{
		resource: 'productVariant',
		operation: 'delete',
		by: 'SKU and ID',
		parameters: variantForm,
		same: () => [variantBySku(0), variantById(0)],
		other: () => variantBySku(1),
	},
	{
		resource: 'product',
		operation: 'create',
		by: 'one name',
		parameters: { name: '={{ $json.name }}', sku: '={{ $json.sku }}', price: 3 },
		same: () => [
			{ name: 'Camp Mug', sku: 'MUG-1' },
			{ name: ' camp mug', sku: 'MUG-2' },
		],
		other: () => ({ name: 'Camp Cup', sku: 'CUP' }),
	},
	{
		resource: 'product',
		operation: 'create',
		by: 'one SKU',
		parameters: { name: '={{ $json.name }}', sku: '={{ $json.sku }}', price: 3 },
		same: () => [
			{ name: 'Camp Mug', sku: 'MUG' },
			{ name: 'Camp Cup', sku: ' mug ' },
		],
		other: () => ({ name: 'Camp Cup', sku: 'CUP' }),
	},
	{
		resource: 'product',
		operation: 'delete',
		by: 'SKU and ID',
		parameters: { product: asSaid },
		same: () => [
			{ by: 'sku', value: simple(0).sku },
			{ by: 'id', value: simple(0).id },
		],
		other: () => ({ by: 'sku', value: simple(1).sku }),
	},
	{
		resource: 'category',
		operation: 'create',
		parameters: { name: '={{ $json.name }}', parent: picked('id', '={{ $json.parent }}') },
		same: () => [
			{ name: 'Lamps', parent: '' },
			{ name: ' lamps ', parent: '' },
		],
		other: () => ({ name: 'Tents', parent: '' }),
	},
	{
		resource: 'brand',
		operation: 'create',
		parameters: { name: '={{ $json.name }}' },
		same: () => [{ name: 'Acme' }, { name: ' ACME' }],
		other: () => ({ name: 'Other' }),
	},
	{
		resource: 'brand',
		operation: 'upsert',
		parameters: { name: '={{ $json.name }}' },
		same: () => [{ name: 'Acme' }, { name: ' ACME' }],
		other: () => ({ name: 'Other' }),
	},
	{
		resource: 'brand',
		operation: 'update',
		by: 'an ID that is spelt in two ways',
		parameters: { brand: byId(), updateFields: { metaKeywords: '={{ $json.words }}' } },
		same: () => [
			{ id: idOf(store.state.brands), words: 'a' },
			{ id: `0${idOf(store.state.brands)} `, words: 'b' },
		],
		other: () => ({ id: idOf(store.state.brands, 1), words: 'a' }),
	},
	{
		resource: 'priceList',
		operation: 'create',
		parameters: { name: '={{ $json.name }}' },
		same: () => [{ name: 'Dealers' }, { name: 'dealers ' }],
		other: () => ({ name: 'Clubs' }),
	},
	{
		resource: 'webhook',
		operation: 'create',
		parameters: { event: '={{ $json.event }}', destination: '={{ $json.destination }}' },
		same: () => [
			{ event: 'store/order/created', destination: 'https://example.com/hook' },
			{ event: ' store/order/created', destination: 'https://EXAMPLE.com/hook ' },
		],
		other: () => ({ event: 'store/order/updated', destination: 'https://example.com/hook' }),
	},
	{
		resource: 'order',
		operation: 'updateStatus',
		parameters: { order: byId(), status: '2' },
		same: () => [{ id: '#116' }, { id: ' 0116' }],
		other: () => ({ id: '117' }),
	},
	{
		resource: 'orderShipment',
		operation: 'create',
		parameters: { order: byId(), ...shipment },
		same: () => [{ id: '#116' }, { id: '116' }],
		other: () => ({ id: '117' }),
	},
	{
		resource: 'customField',
		operation: 'upsert',
		parameters: {
			product: byId(),
			customFields: { field: [{ name: 'Origin', value: '={{ $json.value }}' }] },
		},
		same: () => [
			{ id: simple(0).id, value: 'a' },
			{ id: `0${simple(0).id}`, value: 'b' },
		],
		other: () => ({ id: simple(1).id, value: 'a' }),
	},
];

interface Merged extends Omit<InOrder, 'other'> {
	/** Where one shows what the later item said. */
	ends: () => unknown;
	value: unknown;
}

const priced = { updateFields: { price: '={{ $json.price }}' } };
const stockItem = (cased: 'toUpperCase' | 'toLowerCase', quantity: number) => ({
	sku: variant(0).sku[cased](),
	quantity,
	location: 1,
});
const metafieldForm = {
	belongsTo: 'product',
	product: byId('productId'),
	findBy: '={{ $json.by }}',
	namespace: '={{ $json.namespace }}',
	key: '={{ $json.key }}',
	metafield: '={{ $json.id }}',
	updateFields: { value: '={{ $json.said }}' },
};
const metafield = () => {
	const found = [...store.state.metafields.values()].find(
		({ resource_type, owner_client_id }) =>
			resource_type === 'product' && owner_client_id === store.credential.clientId,
	);
	if (!found) throw new Error('The demo store has no such metafield');
	return found;
};
const category = () => {
	const [found] = [...store.state.categories.values()].filter(({ parent_id }) => parent_id === 0);
	if (!found) throw new Error('The demo store has no such category');
	return found;
};

const merged: Merged[] = [
	{
		resource: 'product',
		operation: 'update',
		by: 'SKU and ID',
		parameters: { product: asSaid, ...priced },
		same: () => [
			{ by: 'sku', value: simple(0).sku, price: 3 },
			{ by: 'id', value: simple(0).id, price: 4 },
		],
		ends: () => simple(0).price,
		value: 4,
	},
	{
		resource: 'product',
		operation: 'upsert',
		by: 'SKU and name',
		parameters: {
			findBy: '={{ $json.by }}',
			sku: '={{ $json.sku }}',
			name: '={{ $json.name }}',
			additionalFields: { price: '={{ $json.price }}' },
		},
		same: () => [
			{ by: 'sku', sku: simple(0).sku, name: simple(0).name, price: 3 },
			{ by: 'name', sku: simple(0).sku, name: simple(0).name, price: 4 },
		],
		ends: () => simple(0).price,
		value: 4,
	},
	{
		resource: 'productVariant',
		operation: 'updateMany',
		by: 'SKUs in any case',
		parameters: {},
		same: () => [
			{ sku: variant(0).sku.toUpperCase(), price: 3 },
			{ sku: variant(0).sku.toLowerCase(), price: 4 },
		],
		ends: () => variant(0).price,
		value: 4,
	},
	{
		resource: 'customer',
		operation: 'upsert',
		by: 'email addresses in any case',
		parameters: {},
		same: () => [
			{ email: customer().email.toUpperCase(), notes: 'a' },
			{ email: customer().email, notes: 'b' },
		],
		ends: () => customer().notes,
		value: 'b',
	},
	{
		resource: 'customer',
		operation: 'update',
		by: 'email address and ID',
		parameters: { customer: asSaid, updateFields: { notes: '={{ $json.notes }}' } },
		same: () => [
			{ by: 'email', value: customer().email, notes: 'a' },
			{ by: 'id', value: customer().id, notes: 'b' },
		],
		ends: () => customer().notes,
		value: 'b',
	},
	{
		resource: 'inventory',
		operation: 'set',
		by: 'SKUs in any case',
		parameters: {},
		same: () => [stockItem('toUpperCase', 3), stockItem('toLowerCase', 4)],
		ends: () => variant(0).inventory_level,
		value: 4,
	},
	{
		resource: 'inventory',
		operation: 'updateSettings',
		by: 'SKUs in any case',
		parameters: byHand({ sku: '={{ $json.sku }}', safetyStock: '={{ $json.quantity }}' }),
		same: () => [stockItem('toUpperCase', 3), stockItem('toLowerCase', 4)],
		ends: () =>
			[...store.state.stock].find(([key]) => key.includes(String(variant(0).id)))?.[1].safety_stock,
		value: 4,
	},
	{
		resource: 'priceListRecord',
		operation: 'upsert',
		by: 'SKUs in any case',
		parameters: { priceList: picked('id', 1), currency: 'usd' },
		same: () => [
			{ sku: variant(0).sku.toLowerCase(), price: 3 },
			{ sku: variant(0).sku, price: 4 },
		],
		ends: () =>
			[...store.state.priceRecords.values()].find(
				({ variant_id, price_list_id }) => variant_id === variant(0).id && price_list_id === 1,
			)?.price,
		value: 4,
	},
	{
		resource: 'metafield',
		operation: 'update',
		by: 'names and ID',
		parameters: metafieldForm,
		same: () => {
			const { resource_id: productId, namespace, key, id } = metafield();
			const one = { productId, namespace, key, id };
			return [
				{ ...one, by: 'key', said: 'a' },
				{ ...one, by: 'id', said: 'b' },
			];
		},
		ends: () => metafield().value,
		value: 'b',
	},
	{
		resource: 'category',
		operation: 'update',
		by: 'path and ID',
		parameters: { category: asSaid, updateFields: { sortOrder: '={{ $json.order }}' } },
		same: () => [
			{ by: 'path', value: category().name, order: 3 },
			{ by: 'id', value: category().category_id, order: 4 },
		],
		ends: () => category().sort_order,
		value: 4,
	},
	{
		resource: 'category',
		operation: 'upsert',
		by: 'path and name',
		parameters: {
			findBy: '={{ $json.by }}',
			path: '={{ $json.path }}',
			name: '={{ $json.path }}',
			additionalFields: { sortOrder: '={{ $json.order }}' },
		},
		same: () => [
			{ by: 'path', path: category().name, order: 3 },
			{ by: 'name', path: category().name.toUpperCase(), order: 4 },
		],
		ends: () => category().sort_order,
		value: 4,
	},
	{
		resource: 'listing',
		operation: 'sync',
		by: 'SKUs in two cases',
		parameters: { fieldsToSync: ['price'] },
		same: () => [
			{ sku: variant(0).sku.toLowerCase(), price: 3 },
			{ sku: variant(0).sku, price: 4 },
		],
		ends: () => variant(0).price,
		value: 4,
	},
];

const titled = <Case extends { resource: string; operation: string; by?: string }>(
	cases: Case[],
): Array<[string, Case]> =>
	cases.map((one) => [[one.resource, one.operation, one.by].filter(Boolean).join(' '), one]);

/** The records of a request that takes many. */
const recordsOf = (body: unknown): unknown[] => {
	const { items, settings } = body as { items?: unknown[]; settings?: unknown[] };
	return [Array.isArray(body) ? body : (items ?? settings ?? body)].flat();
};
const writes = () => store.exchanges.filter(({ method }) => method !== 'GET');

describe('Two items for one record', () => {
	/** How many requests one item alone has under way at once. */
	const alone = async ({ resource, operation, parameters, same }: InOrder) => {
		store.setLatency(15);
		await run(resource, operation, parameters, [same()[0]]);
		const most = store.maxParallel;
		store.reset();
		store.setLatency(15);
		return most;
	};

	it.each(titled(inOrder))('%s: the second begins when the first has ended', async (_name, one) => {
		const most = await alone(one);
		const output = await run(one.resource, one.operation, one.parameters, one.same());
		expect(output).toHaveLength(2);
		expect(output[0]).not.toHaveProperty('error');
		expect(store.exchanges.length).toBeGreaterThan(1);
		expect(store.maxParallel).toBe(most);
	});

	it.each(titled(inOrder))('%s: two records at the same time', async (_name, one) => {
		const most = await alone(one);
		const items = [one.same()[0], one.other()];
		const output = await run(one.resource, one.operation, one.parameters, items);
		for (const json of output) expect(json).not.toHaveProperty('error');
		expect(store.maxParallel).toBeGreaterThan(most);
	});

	it.each(titled(merged))('%s: written as one', async (_name, one) => {
		store.setLatency(15);
		const output = await run(one.resource, one.operation, one.parameters, one.same());
		expect(output).toHaveLength(2);
		for (const json of output) expect(json).not.toHaveProperty('error');
		expect(writes()).toHaveLength(1);
		expect(recordsOf(writes()[0]?.requestBody)).toHaveLength(1);
		expect(one.ends()).toBe(one.value);
	});

	it.each(titled(merged.filter(({ operation }) => operation === 'upsert')))(
		'%s: what the store has already, said after something else, is written too',
		async (_name, one) => {
			await run(one.resource, one.operation, one.parameters, one.same().slice(1));
			await run(one.resource, one.operation, one.parameters, one.same());
			expect(one.ends()).toBe(one.value);
		},
	);
});
