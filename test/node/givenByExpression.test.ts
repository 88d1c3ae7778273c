/** What the items of a spreadsheet, a database or another shop hold, where the form has an expression for a field. */
import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { holdToContract } from '../support/contract';
import { picked } from '../support/products';
import { runForJson } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
holdToContract(() => store);
beforeEach(() => store.reset());

const x = '={{ $json.x }}';
const product = picked('id', 80);
const brand = picked('id', 35);
const category = picked('id', 23);
const image = 'https://images.example.com/a.jpg';

/** Runs the operation on an item with the value, and answers what its last request said. */
async function told(of: string, form: object, value: unknown) {
	const [resource, operation] = of.split(':');
	const parameters = { resource, operation, includePath: false, ...form };
	const output = await runForJson(store.credential, parameters, { items: [{ x: value }] });
	const writes = store.exchanges.filter(({ method }) => method !== 'GET');
	const last = (writes.length > 0 ? writes : store.exchanges).at(-1);
	const body = last?.requestBody ?? last?.query;
	return { output, writes, body: Array.isArray(body) ? (body[0] as unknown) : body };
}

const named = { name: 'Northpine' };
const option = { product, displayName: 'Finish', values: 'Matt' };
const rule = { product, quantityMin: 500, quantityMax: 0, type: 'percent', amount: 5 };
const modifier = { product, displayName: 'Extra' };
const review = { product, title: 'Fine' };
const variant = { findBy: 'sku', sku: 'LE-MERINO-S' };
const metafield = { belongsTo: 'product', product, namespace: 'a', key: 'b', value: 'c' };
const dropdown = { ...modifier, type: 'dropdown' };
const updating = (updateFields: object) => ({ product, updateFields });

describe('an expression for a field', () => {
	it.each<[of: string, form: object, value: unknown, sent: object]>([
		// Yes and no as text.
		['product:getAll', { filters: { isFeatured: x } }, 'FALSE', { is_featured: '0' }],
		['category:getAll', { filters: { isTopLevel: x } }, 'false', { 'parent_id:not_in': '0' }],
		['category:getAll', { filters: { isVisible: x } }, 'yes', { is_visible: 'true' }],
		['brand:getAll', { limit: 1, returnAll: x }, 'false', { limit: '1' }],
		[
			'product:update',
			updating({ customUrl: { url: { path: '/a/', createRedirect: x } } }),
			'false',
			{ custom_url: { url: '/a/', is_customized: true, create_redirect: false } },
		],
		[
			'product:create',
			{
				name: 'Mug',
				price: 5,
				additionalFields: { images: { image: [{ imageUrl: image, isThumbnail: x }] } },
			},
			'no',
			{ images: [{ image_url: image, is_thumbnail: false, sort_order: 0 }] },
		],
		// A choice in another case, or by the name that the form shows.
		['bulkPricingRule:create', { ...rule, type: x }, 'Percent', { amount: '0.05' }],
		['bulkPricingRule:create', { ...rule, type: x }, 'Percent Off', { type: 'percent' }],
		[
			'productImage:create',
			{ product, imageSource: x, imageUrl: image },
			'URL',
			{ image_url: image },
		],
		['productReview:getAll', { product, filters: { status: x } }, 'Approved', { status: '1' }],
		['productReview:create', { ...review, additionalFields: { rating: x } }, '4', { rating: 4 }],
		['product:getAll', { sort: { by: x } }, 'Price', { sort: 'price' }],
		['brand:getAll', { options: { direction: x } }, 'DESC', { direction: 'desc' }],
		['metafield:create', { ...metafield, belongsTo: x }, 'Product', { resource_id: 80 }],
		[
			'metafield:create',
			{ ...metafield, additionalFields: { permissionSet: x } },
			'Write',
			{ permission_set: 'write' },
		],
		[
			'product:upsert',
			{ findBy: x, sku: 'NP-TENT-G2', additionalFields: { price: 7 } },
			'SKU',
			{ price: 7 },
		],
		// Several choices as text, or only one.
		['product:getAll', { include: x }, 'images, Variants', { include: 'images,variants' }],
		['category:getAll', { filters: { trees: x } }, '2', { 'tree_id:in': '2' }],
		['category:getAll', { filters: { trees: x } }, 2, { 'tree_id:in': '2' }],
		[
			'productVariant:update',
			{ ...variant, updateFields: { inherit: x } },
			'price',
			{ price: null },
		],
		[
			'productModifier:create',
			{ ...modifier, type: 'file', additionalFields: { config: x } },
			'{"file_max_size": "512"}',
			{ config: { file_max_size: 512 } },
		],
		// Lists as such, and lists as text.
		[
			'product:getAll',
			{ options: { includeFields: x } },
			['name', 'sku'],
			{ include_fields: 'name,sku' },
		],
		[
			'product:getAll',
			{ options: { includeFields: x } },
			'name sku',
			{ include_fields: 'name,sku' },
		],
		[
			'product:update',
			updating({ searchKeywords: x }),
			['mug', 'cup'],
			{ search_keywords: 'mug, cup' },
		],
		[
			'product:update',
			updating({ metaKeywords: x }),
			'mug, cup',
			{ meta_keywords: ['mug', 'cup'] },
		],
		// Numbers and dates as text; a date without a zone is meant in the workflow's, New York.
		['brand:getAll', { filters: { lowestId: x } }, ' 36 ', { 'id:min': '36' }],
		['brand:getAll', { limit: x }, '2', { limit: '2' }],
		[
			'product:getAll',
			{ filters: { modifiedAfter: x } },
			'2026-01-15 10:00:00',
			{ 'date_modified:min': '2026-01-15T15:00:00.000Z' },
		],
		[
			'product:update',
			updating({ preorderReleaseDate: x }),
			'2026-08-15 12:00',
			{ preorder_release_date: '2026-08-15T16:00:00.000Z' },
		],
		['product:update', updating({ gtin: x }), 12345678905, { gtin: '12345678905' }],
		['product:update', updating({ warranty: x }), true, { warranty: 'true' }],
		['product:update', updating({ sku: x }), ' MUG-1 ', { sku: 'MUG-1' }],
		[
			'productVariant:update',
			{ ...variant, updateFields: { sku: x } },
			' MUG-S ',
			{ sku: 'MUG-S' },
		],
		// An ID of 0 takes the brand away.
		['product:update', updating({ brand: picked('id', x) }), 0, { brand_id: 0 }],
		// Addresses.
		[
			'product:update',
			updating({ customUrl: { url: { path: x, createRedirect: true } } }),
			'mugs/blue',
			{ custom_url: { url: '/mugs/blue', is_customized: true, create_redirect: true } },
		],
	])('%s %j takes %j', async (of, form, value, sent) => {
		expect((await told(of, form, value)).body).toMatchObject(sent);
	});

	it.each<[of: string, form: object, value: unknown, message: string]>([
		['brand:create', { name: x }, { en: 'Acme' }, "'Name' is an object, which is not a text"],
		['category:create', { name: x }, { en: 'Mugs' }, "'Name' is an object"],
		['category:upsert', { path: x }, [{ name: 'Mugs' }], "'Path' is an object"],
		['productReview:create', { ...review, title: x }, { en: 'Fine' }, "'Title' is an object"],
		[
			'productOption:create',
			{ ...option, values: x },
			[{ label: 'Matt' }],
			"'Values' is an object",
		],
		['product:create', { name: x, price: 5 }, { en: 'Mug' }, "'Name' is an object"],
		['metafield:create', { ...metafield, namespace: x }, { a: 1 }, "'Namespace' is an object"],
		['metafield:create', { ...metafield, namespace: x }, null, "'Namespace' is empty"],
		[
			'customField:create',
			{ product, customFields: { field: [{ name: 'Material', value: x }] } },
			{ en: 'Cotton' },
			"'Value of Material' is an object",
		],
		[
			'productReview:create',
			{ ...review, title: x },
			'x'.repeat(256),
			"'Title' has 256 characters",
		],
		['product:getAll', { filters: { skus: x } }, [{ sku: 'A' }], "'SKUs' is an object"],
		['brand:getAll', { filters: { name: x } }, '', "'Name' is empty"],
		['brand:getAll', { filters: { nameContains: x } }, null, "'Name Contains' is empty"],
		['brand:getAll', { filters: { lowestId: x } }, 'new', `'ID From' is "new"`],
		['category:getAll', { filters: { keyword: x } }, '', "'Keyword' is empty"],
		['category:getAll', { filters: { isTopLevel: x } }, '', "'Top Level' is empty"],
		['productReview:getAll', { product, filters: { status: x } }, '', "'Status' is empty"],
		[
			'metafield:getAll',
			{ getFrom: 'all', filters: { createdAfter: x } },
			'',
			"'Created After' is empty",
		],
		[
			'product:update',
			updating({ preorderReleaseDate: x }),
			46249,
			'is "46249", which is not a date',
		],
		['product:getAll', { filters: { outOfStock: x } }, '', "'Out of Stock' is empty"],
		// JSON, as an object or as text, is checked at any depth.
		[
			'product:update',
			updating({ fieldsJson: x }),
			{ categories: '23, 24' },
			"'Fields as JSON': categories: Expected array, received string",
		],
		[
			'product:update',
			updating({ fieldsJson: x }),
			'{"bulk_pricing_rules": {}}',
			'bulk_pricing_rules: Expected array',
		],
		['product:update', updating({ fieldsJson: x }), { videos: 'x' }, 'videos: Expected array'],
		[
			'product:create',
			{ name: 'Mug', price: 5, additionalFields: { fieldsJson: x } },
			{ images: [{ image_urll: image }] },
			'images.0 has the field "image_urll", which BigCommerce does not know there',
		],
		[
			'product:create',
			{ name: 'Mug', price: 5, additionalFields: { fieldsJson: x } },
			{ variants: [{ sku: 'A', option_values: [{ label: 5 }] }] },
			'variants.0.option_values.0.label: Expected string',
		],
		[
			'productModifier:create',
			{ ...modifier, type: 'file', additionalFields: { config: x } },
			{ file_types_supported: 'images' },
			'file_types_supported: Expected array',
		],
		[
			'productModifier:create',
			{
				...dropdown,
				additionalFields: { valueDetails: { value: [{ label: 'A', adjusters: x }] } },
			},
			{ purchasing_disabled: true },
			'purchasing_disabled: Expected object',
		],
		['productVariant:getAll', { from: x, product }, 'Everything', `'Variants Of' is "Everything"`],
		['metafield:getAll', { ...metafield, getFrom: x }, 'store', `'Get From' is "store"`],
		['productImage:create', { product, imageSource: x }, 'ftp', `'Image Source' is "ftp"`],
		[
			'productVariant:update',
			{ ...variant, updateFields: { inherit: x } },
			['price', 'colour'],
			`'Take From Product' is "colour", which is none of its values`,
		],
		['productVariant:update', { ...variant, updateFields: { sku: x } }, ' ', "'SKU' is empty"],
		['product:upsert', { findBy: x, sku: 'A' }, 'EAN', `'Find Product By' is "EAN"`],
		['brand:getAll', { limit: x }, '', "'Limit' is empty"],
		['brand:getAll', { limit: x }, 'all', `'Limit' is "all"`],
		['brand:getAll', { returnAll: x }, 'maybe', `'Return All' is "maybe"`],
		['bulkPricingRule:create', { ...rule, quantityMax: x }, null, "'Maximum Quantity' is empty"],
		['bulkPricingRule:create', { ...rule, amount: x }, null, "'Amount' is empty"],
		['productModifier:create', { ...modifier, type: x }, 'Date', 'A date field needs a date'],
		[
			'category:update',
			{ category, updateFields: { parent: picked('id', x) } },
			'',
			"'Parent Category' is empty",
		],
		[
			'product:update',
			updating({ customUrl: { url: { path: x, createRedirect: true } } }),
			'https://shop.example.com/mugs/',
			'with the name of the storefront',
		],
	])('%s %j refuses %j, and nothing is sent', async (of, form, value, message) => {
		await expect(told(of, form, value)).rejects.toThrow(message);
		expect(store.exchanges).toEqual([]);
	});

	it.each<[of: string, form: object, sent: object]>([
		[
			'brand:update',
			{ brand, updateFields: { name: x, metaKeywords: x, pageTitle: 'T' } },
			{ page_title: 'T', ...named },
		],
		[
			'brand:update',
			{ brand, updateFields: { customUrl: x, pageTitle: 'T' } },
			{ page_title: 'T', ...named },
		],
		[
			'brand:update',
			{ brand, updateFields: { imageUrl: x, pageTitle: 'T' } },
			{ page_title: 'T', ...named },
		],
		[
			'category:update',
			{
				category,
				updateFields: { name: x, metaKeywords: x, isVisible: x, url: x, pageTitle: 'T' },
			},
			{ category_id: 23, page_title: 'T' },
		],
		[
			'productImage:create',
			{ product, imageUrl: image, additionalFields: { description: x, sortOrder: x } },
			{ image_url: image },
		],
		[
			'productVideo:create',
			{ product, youtubeVideo: 'z3fRu9pkuXE', additionalFields: { title: x, description: x } },
			{ type: 'youtube', video_id: 'z3fRu9pkuXE' },
		],
		[
			'productReview:create',
			{ ...review, additionalFields: { dateReviewed: x, email: x, rating: x } },
			{ title: 'Fine', date_reviewed: expect.stringMatching(/Z$/) },
		],
		[
			'productModifier:create',
			{ ...modifier, type: 'text', additionalFields: { textMaxLength: x, defaultValue: 'Hi' } },
			{ display_name: 'Extra', type: 'text', required: false, config: { default_value: 'Hi' } },
		],
		[
			'productModifier:create',
			{ ...dropdown, additionalFields: { valueDetails: { value: [{ label: 'A', price: x }] } } },
			{
				display_name: 'Extra',
				type: 'dropdown',
				required: false,
				option_values: [{ label: 'A', sort_order: 0 }],
			},
		],
		[
			'metafield:create',
			{ ...metafield, additionalFields: { description: x, permissionSet: x } },
			{ permission_set: 'app_only', namespace: 'a', key: 'b', value: 'c', resource_id: 80 },
		],
		[
			'product:update',
			updating({ customUrl: { url: { path: x, createRedirect: true } }, price: 5 }),
			{ id: 80, price: 5 },
		],
		[
			'product:update',
			updating({ customUrl: { url: { path: '/a/', createRedirect: x } } }),
			{ id: 80, custom_url: { url: '/a/', is_customized: true } },
		],
		[
			'productVariant:update',
			{ ...variant, updateFields: { inherit: x, upc: x, price: 5 } },
			{ price: 5 },
		],
	])('%s %j says nothing of what is null', async (of, form, sent) => {
		expect((await told(of, form, null)).body).toEqual(sent);
	});

	it('product:update leaves the brand as it is where the name of one is empty', async () => {
		expect((await told('product:update', updating({ brandName: x, price: 5 }), '')).body).toEqual({
			id: 80,
			price: 5,
		});
	});

	it('productVariant:getAll reads one product alone where an expression does not say from where', async () => {
		await told('productVariant:getAll', { from: x, product }, '');
		expect(store.exchanges.map(({ path }) => path)).toEqual(['/v3/catalog/products/80/variants']);
	});

	it('category:upsert makes no parents where an expression says false as text', async () => {
		const form = { path: 'Nowhere/There', createParents: x };
		await expect(told('category:upsert', form, 'false')).rejects.toThrow('Nowhere (HTTP 404)');
		expect(store.exchanges.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('category:update takes a category to the top where that was chosen', async () => {
		const beans = [...store.state.categories.values()].find(({ name }) => name === 'Beans');
		const top = {
			category: picked('id', beans?.category_id),
			updateFields: { parent: picked('list', '={{ "" }}') },
		};
		expect((await told('category:update', top, null)).body).toMatchObject({ parent_id: 0 });
	});

	it('brand:getAll gives the whole record where an expression says raw', async () => {
		const { output } = await told('brand:getAll', { limit: 1, output: x }, 'raw');
		expect(output[0]).toHaveProperty('page_title');
	});
});
