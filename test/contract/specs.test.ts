/** The machinery itself: what is right passes, and each kind of mistake is found. */
import { knownGaps } from './knownGaps.ts';
import { METHODS } from './openapi.ts';
import {
	describeContract,
	findOperation,
	listOperations,
	specDocument,
	specFiles,
} from './specs.ts';
import { unnamedInResponse, validateRequest, validateResponse, type Exchange } from './validate.ts';

const exchange = (method: string, path: string, more: Partial<Exchange> = {}): Exchange => ({
	method,
	path,
	query: {},
	requestBody: undefined,
	status: 200,
	responseBody: undefined,
	...more,
});

const request = (method: string, path: string, more: Partial<Exchange> = {}) =>
	validateRequest(exchange(method, path, more));

const answer = (method: string, path: string, status: number, responseBody: unknown) =>
	validateResponse(exchange(method, path, { status, responseBody }));

const coupon = {
	name: 'Spring 10 %',
	type: 'percentage_discount',
	amount: '10.0000',
	code: 'SPRING10',
	applies_to: { entity: 'categories', ids: [0] },
};

const product = { name: 'Linen Shirt', type: 'physical', weight: 0.4, price: 39.9 };

const hook = {
	scope: 'store/order/created',
	destination: 'https://n8n.example.com/webhook/1',
	is_active: true,
	headers: { 'x-secret': 'abc' },
};

const savedHook = {
	...hook,
	id: 21,
	client_id: 'abc',
	store_hash: 'abc123',
	created_at: 1_780_000_000,
	updated_at: 1_780_000_000,
};

/** A shop's own storefront, a provider's server, and payments: nothing that this package asks. */
const OTHER_SERVER = /^https:\/\/(\{store_domain\}|\{app_domain\}|payments\.bigcommerce\.com)/;

describeContract('The contract machinery', () => {
	describe('The OpenAPI files', () => {
		it('are indexed completely, although their paths are read off the text', () => {
			const indexed = new Set(listOperations().map(({ spec }) => spec));
			const parsed = specFiles().flatMap((file) => {
				const { servers = [], paths } = specDocument(file);
				if (!indexed.has(file)) {
					expect([file, servers[0]?.url]).toEqual([file, expect.stringMatching(OTHER_SERVER)]);
					return [];
				}
				const version = file.includes('.v2.') ? 'v2' : 'v3';
				return Object.entries(paths).flatMap(([path, item]) =>
					METHODS.filter((method) => item[method]).map(
						(method) => `${method.toUpperCase()} /${version}${path}`,
					),
				);
			});
			const listed = listOperations().map(({ operation }) => operation);
			expect(listed.sort()).toEqual(parsed.sort());
			expect(listed.length).toBeGreaterThan(300);
		});

		it.each([
			['GET', '/v2/orders', 'orders.v2.oas2.yml', '/v2/orders'],
			['GET', '/v2/orders/count', 'orders.v2.oas2.yml', '/v2/orders/count'],
			['GET', '/v2/orders/115', 'orders.v2.oas2.yml', '/v2/orders/{order_id}'],
			[
				'get',
				'/v3/catalog/products/12',
				'products_catalog.v3.yml',
				'/v3/catalog/products/{product_id}',
			],
			['GET', '/v3/channels/1', 'channels.v3.yml', '/v3/channels/{channel_id}'],
			['DELETE', '/v3/hooks/7', 'webhooks.v3.yml', '/v3/hooks/{webhook_id}'],
		])('%s %s is found in %s as %s', (method, path, spec, template) => {
			expect(findOperation(method, path)).toMatchObject({ spec, template });
		});

		it.each([
			['GET', '/v2/nothing'],
			['GET', '/v3/orders'],
			['PATCH', '/v2/orders/115'],
			['GET', '/v2/orders/'],
			['GET', '/orders'],
		])('%s %s is not found', (method, path) => {
			expect(findOperation(method, path)).toBeUndefined();
		});
	});

	describe('A request that keeps the contract', () => {
		it.each<[string, string, Partial<Exchange>]>([
			[
				'GET',
				'/v2/orders',
				{
					query: {
						status_id: '11',
						min_total: '10.50',
						include: 'consignments,consignments.line_items',
						consignment_structure: 'object',
						sort: 'id:asc',
					},
				},
			],
			['PUT', '/v2/orders/115', { requestBody: { status_id: 2 } }],
			[
				'POST',
				'/v2/orders/115/shipments',
				{
					requestBody: {
						order_address_id: 3,
						tracking_number: '1Z999',
						shipping_provider: 'ups',
						items: [{ order_product_id: 16, quantity: 2 }],
					},
				},
			],
			['POST', '/v2/coupons', { requestBody: coupon }],
			[
				'GET',
				'/v3/catalog/products',
				{ query: { include: 'variants,images', 'id:in': '1,2,3', limit: '250' } },
			],
			['POST', '/v3/catalog/products', { requestBody: { ...product, categories: [23] } }],
			['GET', '/v3/hooks', { query: { limit: '1' } }],
			['POST', '/v3/hooks', { requestBody: hook }],
			['POST', '/v3/hooks', { requestBody: { ...hook, headers: null } }],
			[
				'POST',
				'/v3/promotions/5/codegen',
				{ requestBody: { batch_size: 250, prefix: 'ANNA', delimiter: '-' } },
			],
		])('%s %s', (method, path, more) => {
			expect(request(method, path, more)).toEqual([]);
		});
	});

	describe('A request that breaks the contract', () => {
		it.each<[string, Partial<Exchange> & { method: string; path: string }, string[]]>([
			['path', { method: 'GET', path: '/v2/nothing' }, ['GET /v2/nothing is not documented']],
			[
				'method',
				{ method: 'PATCH', path: '/v2/orders/115' },
				['PATCH /v2/orders/115 is not documented'],
			],
			[
				'path parameter',
				{ method: 'GET', path: '/v2/orders/abc' },
				[`GET /v2/orders/abc path 'order_id' must be integer (is string "abc")`],
			],
			[
				'unknown query',
				{ method: 'GET', path: '/v2/orders', query: { foo: '1' } },
				[`GET /v2/orders query 'foo' is not documented`],
			],
			[
				'type of a query',
				{ method: 'GET', path: '/v2/orders', query: { status_id: 'shipped' } },
				[`GET /v2/orders query 'status_id' must be integer (is string "shipped")`],
			],
			[
				'element of an include list',
				{ method: 'GET', path: '/v2/orders', query: { include: 'fees,products' } },
				[
					`GET /v2/orders query 'include'[1] must be one of "consignments", ` +
						`"consignments.line_items", "fees" (is "products")`,
				],
			],
			[
				'element of an id list',
				{ method: 'GET', path: '/v3/catalog/products', query: { 'id:in': '1,b' } },
				[`GET /v3/catalog/products query 'id:in'[1] must be integer (is string "b")`],
			],
			[
				'query that is required',
				{ method: 'DELETE', path: '/v3/customers' },
				[`DELETE /v3/customers query 'id:in' is required`],
			],
			[
				'body that is required',
				{ method: 'POST', path: '/v2/coupons' },
				['POST /v2/coupons body is required'],
			],
			[
				'body where none is documented',
				{ method: 'GET', path: '/v2/orders', requestBody: { a: 1 } },
				['GET /v2/orders body is not documented'],
			],
			[
				'type in a form, whose fields are text',
				{
					method: 'POST',
					path: '/v3/catalog/products/12/images',
					requestHeaders: { 'content-type': 'multipart/form-data; boundary=x' },
					requestBody: { sort_order: 'first', is_thumbnail: 'true', image_file: 'a.png' },
				},
				['POST /v3/catalog/products/12/images body.sort_order must be integer (is string "first")'],
			],
			[
				'field that a form has not',
				{
					method: 'POST',
					path: '/v3/catalog/products/12/images',
					requestHeaders: { 'content-type': 'multipart/form-data; boundary=x' },
					requestBody: { image_url: 'https://cdn.example.com/a.png' },
				},
				['POST /v3/catalog/products/12/images body.image_url is not documented'],
			],
			[
				'type in a body',
				{ method: 'POST', path: '/v2/coupons', requestBody: { ...coupon, amount: 10 } },
				['POST /v2/coupons body.amount must be string (is number 10)'],
			],
			[
				'field that is required',
				{ method: 'POST', path: '/v2/coupons', requestBody: { ...coupon, code: undefined } },
				['POST /v2/coupons body.code is required'],
			],
			[
				'field that nobody names',
				{ method: 'POST', path: '/v2/coupons', requestBody: { ...coupon, colour: 'red' } },
				['POST /v2/coupons body.colour is not documented'],
			],
			[
				'field that nobody names, deep inside',
				{
					method: 'POST',
					path: '/v2/orders/115/shipments',
					requestBody: {
						order_address_id: 3,
						items: [{ order_product_id: 1, quantity: 1, sku: 'A' }],
					},
				},
				['POST /v2/orders/115/shipments body.items[0].sku is not documented'],
			],
			[
				'length',
				{
					method: 'POST',
					path: '/v2/orders/115/shipments',
					requestBody: { order_address_id: 3, tracking_number: 'x'.repeat(51), items: [] },
				},
				[
					'POST /v2/orders/115/shipments body.tracking_number must have at most 50 characters (has 51)',
				],
			],
			[
				'enum in a body',
				{
					method: 'POST',
					path: '/v3/catalog/products',
					requestBody: { ...product, type: 'virtual' },
				},
				['POST /v3/catalog/products body.type must be one of "physical", "digital" (is "virtual")'],
			],
			[
				'null that is not allowed',
				{ method: 'POST', path: '/v3/hooks', requestBody: { ...hook, scope: null } },
				['POST /v3/hooks body.scope must be string, not null'],
			],
			[
				'range',
				{ method: 'POST', path: '/v3/promotions/5/codegen', requestBody: { batch_size: 251 } },
				['POST /v3/promotions/5/codegen body.batch_size must be at most 250 (is 251)'],
			],
			[
				'object instead of a list',
				{ method: 'PUT', path: '/v3/catalog/products', requestBody: { id: 1, price: 2 } },
				['PUT /v3/catalog/products body must be array (is object {"id":1,"price":2})'],
			],
		])('is told by its %s', (_what, { method, path, ...more }, problems) => {
			expect(request(method, path, more)).toEqual(problems);
		});
	});

	describe('An answer', () => {
		it.each<[string, string, number, unknown]>([
			['POST', '/v3/hooks', 200, { data: savedHook, meta: {} }],
			['POST', '/v2/coupons', 201, { ...coupon, id: 4, num_uses: 0 }],
			['GET', '/v2/coupons', 200, [{ ...coupon, id: 4 }]],
			['GET', '/v2/coupons', 204, ''],
			['GET', '/v2/orders/115/shipments', 204, undefined],
			['GET', '/v2/orders', 429, 'Too many requests'],
			['GET', '/v3/hooks', 503, '<html>down</html>'],
			[
				'POST',
				'/v3/promotions/5/codegen',
				201,
				{ data: { batch_size: 1, codes: [{ code: 'ANNA-7F3K9Q' }] }, meta: {} },
			],
		])('of %s %s with %i keeps the contract', (method, path, status, body) => {
			expect(answer(method, path, status, body)).toEqual([]);
		});

		it.each<[string, string, number, unknown, string[]]>([
			['GET', '/v2/nothing', 200, {}, ['GET /v2/nothing is not documented']],
			['GET', '/v2/coupons', 206, [], ['GET /v2/coupons status 206 is not documented (only 200)']],
			[
				'POST',
				'/v3/hooks',
				200,
				{ data: { ...savedHook, id: '21' } },
				['POST /v3/hooks 200 body.data.id must be integer (is string "21")'],
			],
			[
				'GET',
				'/v2/coupons',
				200,
				[
					{ ...coupon, id: 4 },
					{ ...coupon, id: 5, amount: 10 },
				],
				['GET /v2/coupons 200 body[1].amount must be string (is number 10)'],
			],
			['GET', '/v2/coupons', 200, [coupon], ['GET /v2/coupons 200 body[0].id is required']],
			['GET', '/v2/coupons', 200, '', ['GET /v2/coupons 200 body is missing']],
			[
				'GET',
				'/v2/orders',
				200,
				{ data: [] },
				['GET /v2/orders 200 body must be array (is object {"data":[]})'],
			],
			[
				'GET',
				'/v2/orders/115/shipments',
				204,
				[],
				['GET /v2/orders/115/shipments 204 body must be empty'],
			],
		])('of %s %s with %i breaks the contract', (method, path, status, body, problems) => {
			expect(answer(method, path, status, body)).toEqual(problems);
		});

		it('is held against the alternative that was meant, not against an empty one that fits all', () => {
			// `consignments` may be a link object, without required properties, or the consignments themselves.
			const order = { id: 115, consignments: { pickups: [], shipping: 'none' } };
			expect(answer('GET', '/v2/orders', 200, [order])).toEqual([
				'GET /v2/orders 200 body[0].consignments.shipping must be array (is string "none")',
			]);
		});

		it('may carry more than the files name, and this can be listed', () => {
			const more = { data: { ...savedHook, colour: 'red' } };
			expect(answer('POST', '/v3/hooks', 200, more)).toEqual([]);
			expect(
				unnamedInResponse(exchange('POST', '/v3/hooks', { status: 200, responseBody: more })),
			).toEqual(['POST /v3/hooks 200 body.data.colour is not documented']);
		});

		it('that a fault made up is not judged; the request that it answered still is', () => {
			const faulted = exchange('GET', '/v2/orders', {
				query: { foo: '1' },
				responseBody: '<html></html>',
				faulted: 'html',
			});
			expect(validateResponse(faulted)).toEqual([]);
			expect(validateRequest(faulted)).toHaveLength(1);
		});
	});

	describe('The known gaps', () => {
		const operations = () => listOperations().map(({ spec, operation }) => `${spec} ${operation}`);

		it.each(knownGaps.map((gap) => [`${gap.pointer} (${gap.rule}) in ${gap.spec}`, gap] as const))(
			'%s belong to operations of that file, and say why',
			(_name, gap) => {
				expect(gap.operations).not.toEqual([]);
				const listed = operations();
				for (const operation of gap.operations) {
					expect(listed).toContain(`${gap.spec} ${operation}`);
				}
				expect(gap.reason.length).toBeGreaterThan(20);
			},
		);

		it('let pass only what they describe', () => {
			expect(request('GET', '/v2/orders', { query: { sort: 'date_modified:desc' } })).toEqual([]);
			expect(request('GET', '/v2/orders', { query: { sort: 'total:desc' } })).toHaveLength(1);
			expect(answer('GET', '/v2/coupons', 204, '')).toEqual([]);
			expect(answer('GET', '/v2/coupons', 202, '')).toHaveLength(1);
		});
	});
});
