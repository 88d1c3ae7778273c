/**
 * Where the vendor's files are demonstrably wrong or silent. Each entry lets exactly one rule pass at
 * one place of the operations that it names; whatever is not in this list is a problem.
 */
import type { Finding, Rule, Side } from './findings.ts';
import { catalogueGaps } from './catalogueGaps.ts';
import { metafieldGaps } from './metafieldGaps.ts';

export interface KnownGap {
	/** The file. */
	spec: string;
	/** `GET /v2/orders/{order_id}`, with the path as the file spells it. */
	operations: string[];
	side: Side;
	/** As a problem names it, list indices left out: `query 'sort'`, `200 body[].brand`, `status`. */
	pointer: string;
	rule: Rule;
	/** Which values are fine all the same; without it, all. */
	accepts?: (value: unknown) => boolean;
	/** Why the file is not to be believed here. */
	reason: string;
}

interface Judged {
	spec: string;
	operation: string;
	side: Side;
	finding: Finding;
}

const matching =
	(pattern: RegExp) =>
	(value: unknown): boolean =>
		typeof value === 'string' && pattern.test(value);

const is =
	(...allowed: unknown[]) =>
	(value: unknown): boolean =>
		allowed.includes(value);

const EMPTY_V2_LIST = 'a v2 list without rows answers 204 and no body; the file documents 200 only';

const V2_VALIDATION =
	'v2 answers 400 to a value that it refuses; the file documents no refusal at all';

/** The same property of a product, alone and in a list, wherever a product is answered. */
function inProducts(property: string, rule: Rule, reason: string): KnownGap[] {
	const spec = 'products_catalog.v3.yml';
	const side = 'response';
	return [
		{
			spec,
			operations: ['GET /v3/catalog/products', 'PUT /v3/catalog/products'],
			side,
			pointer: `200 body.data[].${property}`,
			rule,
			reason,
		},
		{
			spec,
			operations: [
				'POST /v3/catalog/products',
				'GET /v3/catalog/products/{product_id}',
				'PUT /v3/catalog/products/{product_id}',
			],
			side,
			pointer: `200 body.data.${property}`,
			rule,
			reason,
		},
	];
}

/** The same property of a promotion that may be null, wherever a promotion is answered. */
function inPromotions(property: string, reason: string): KnownGap[] {
	const answers: Array<[pointer: string, operations: string[]]> = [
		['200 body.data[]', ['GET /v3/promotions']],
		['200 body.data', ['GET /v3/promotions/{id}', 'PUT /v3/promotions/{id}']],
		['201 body.data', ['POST /v3/promotions']],
	];
	return answers.map(([pointer, operations]) => ({
		spec: 'promotions.v3.yml',
		operations,
		side: 'response',
		pointer: `${pointer}.${property}`,
		rule: 'null',
		reason,
	}));
}

const INVENTORY_LISTS = ['location_id:in', 'variant_id:in', 'product_id:in'];

/** Lists of ids that a file calls one integer. */
const commaSeparated = (spec: string, operations: string[], names: string[]): KnownGap[] =>
	names.map((name) => ({
		spec,
		operations,
		side: 'request',
		pointer: `query '${name}'`,
		rule: 'type',
		accepts: matching(/^\d+(,\d+)*$/),
		reason: 'one integer by its schema, a comma-separated list by its own description',
	}));

export const knownGaps: KnownGap[] = [
	{
		spec: 'orders.v2.oas2.yml',
		operations: ['GET /v2/orders'],
		side: 'request',
		pointer: "query 'sort'",
		rule: 'enum',
		accepts: matching(
			/^(id|customer_id|date_created|date_modified|status_id|channel_id|external_id):(asc|desc)$/,
		),
		reason: 'the enum lists the fields; that :asc or :desc may follow stands in the prose only',
	},
	{
		spec: 'orders.v3.yml',
		operations: ['GET /v3/orders/{order_id}/transactions'],
		side: 'request',
		pointer: "query 'limit'",
		rule: 'undocumented',
		accepts: matching(/^250$/),
		reason: 'no parameter is documented, but the answer tells in its meta that pages hold 50',
	},
	{
		spec: 'customers.v2.yml',
		operations: ['POST /v2/customer_groups', 'PUT /v2/customer_groups/{customer_group_id}'],
		side: 'request',
		pointer: 'body.discount_rules[].price_list',
		rule: 'required',
		reason: 'no such property is documented: price_list_id, which is, stands for it in all answers',
	},
	{
		spec: 'customers.v2.yml',
		operations: ['POST /v2/customer_groups', 'PUT /v2/customer_groups/{customer_group_id}'],
		side: 'response',
		pointer: 'status',
		rule: 'status',
		accepts: is(400),
		reason: V2_VALIDATION,
	},
	{
		spec: 'customers.v3.yml',
		operations: ['GET /v3/customers'],
		side: 'request',
		pointer: "query 'registration_ip_address:in'[]",
		rule: 'type',
		accepts: matching(/^[\d.]+$/),
		reason: 'integers by its schema, an IP address in its own example',
	},
	{
		spec: 'subscribers.v3.yml',
		operations: ['GET /v3/customers/subscribers'],
		side: 'request',
		pointer: "query 'id'",
		rule: 'required',
		reason: 'a filter, like the others of this list; a list that demands an id would be none',
	},
	{
		spec: 'promotions.v3.yml',
		operations: ['POST /v3/promotions/{promotion_id}/codegen'],
		side: 'response',
		pointer: '201 body.data.codes[].code',
		rule: 'pattern',
		accepts: matching(/^[A-Z0-9_-]{6,50}$/),
		reason:
			'the answer is fixed to 16 characters, the request offers a length, prefix and delimiter',
	},
	{
		spec: 'promotions.v3.yml',
		operations: ['POST /v3/promotions/{promotion_id}/codegen'],
		side: 'response',
		pointer: '201 body.data.codes[].code',
		rule: 'length',
		accepts: matching(/^.{6,50}$/),
		reason:
			'the answer is fixed to 16 characters, the request offers a length, prefix and delimiter',
	},
	{
		spec: 'orders.v2.oas2.yml',
		operations: [
			'GET /v2/orders',
			'GET /v2/orders/{order_id}/coupons',
			'GET /v2/orders/{order_id}/messages',
			'GET /v2/orders/{order_id}/products',
			'GET /v2/orders/{order_id}/shipping_addresses',
		],
		side: 'response',
		pointer: 'status',
		rule: 'status',
		accepts: is(204),
		reason: EMPTY_V2_LIST,
	},
	{
		spec: 'marketing.v2.yml',
		operations: ['GET /v2/coupons'],
		side: 'response',
		pointer: 'status',
		rule: 'status',
		accepts: is(204),
		reason: EMPTY_V2_LIST,
	},
	{
		spec: 'orders.v2.oas2.yml',
		operations: [
			'GET /v2/orders',
			'GET /v2/orders/count',
			'POST /v2/orders',
			'PUT /v2/orders/{order_id}',
			'POST /v2/orders/{order_id}/shipments',
			'PUT /v2/orders/{order_id}/shipments/{shipment_id}',
		],
		side: 'response',
		pointer: 'status',
		rule: 'status',
		accepts: is(400),
		reason: V2_VALIDATION,
	},
	{
		spec: 'marketing.v2.yml',
		operations: ['GET /v2/coupons', 'POST /v2/coupons', 'PUT /v2/coupons/{id}'],
		side: 'response',
		pointer: 'status',
		rule: 'status',
		accepts: is(400),
		reason: V2_VALIDATION,
	},
	{
		spec: 'orders.v2.oas2.yml',
		operations: ['GET /v2/orders'],
		side: 'response',
		pointer: '200 body[].consignments',
		rule: 'type',
		accepts: Array.isArray,
		reason: 'without consignment_structure=object the older shape comes, a list; no schema has it',
	},
	{
		spec: 'orders.v2.oas2.yml',
		operations: ['GET /v2/orders/{order_id}'],
		side: 'response',
		pointer: '200 body.consignments',
		rule: 'type',
		accepts: Array.isArray,
		reason: 'without consignment_structure=object the older shape comes, a list; no schema has it',
	},
	{
		spec: 'marketing.v2.yml',
		operations: ['GET /v2/coupons'],
		side: 'response',
		pointer: '200 body[].code',
		rule: 'pattern',
		accepts: is(''),
		reason: 'a coupon promotion made by v3 is listed here as type promotion, with blank data',
	},
	{
		spec: 'webhooks.v3.yml',
		operations: ['GET /v3/hooks'],
		side: 'response',
		pointer: '200 body.data',
		rule: 'length',
		accepts: (value) => Array.isArray(value) && value.length === 0,
		reason: 'minItems is 1, but an API account without a webhook lists none',
	},
	...inProducts('base_variant_id', 'null', 'the description says null for complex products'),
	...inProducts(
		'option_set_id',
		'null',
		'null without an option set: seen in answers of real stores',
	),
	...inProducts('primary_image', 'null', 'null without an image: seen in answers of real stores'),
	{
		spec: 'customers.v3.yml',
		operations: ['GET /v3/customers', 'POST /v3/customers', 'PUT /v3/customers'],
		side: 'response',
		pointer: '200 body.data[].channel_ids',
		rule: 'null',
		reason: 'null is access to all channels (the prose of POST says so), and comes back as null',
	},
	...inPromotions('end_date', 'null means that the promotion never expires, says the description'),
	...inPromotions('max_uses', "null where uses are not limited: so in the vendor's own guides"),
	...inPromotions('shipping_address', "null where unused: so in the vendor's own guides"),
	...inPromotions('schedule', "null where unused: so in the vendor's own guides"),
	{
		spec: 'orders.v3.yml',
		operations: ['GET /v3/orders/payment_actions/refunds/{refund_id}'],
		side: 'response',
		pointer: '200 body.data.items[].requested_amount',
		rule: 'type',
		accepts: (value) => typeof value === 'number',
		reason: 'a string here, but a number in the list of the same refunds in the same file',
	},
	{
		spec: 'carts.v3.yml',
		operations: ['GET /v3/carts/{cartId}'],
		side: 'response',
		pointer: '200 body.data.line_items.physical_items[].parent_id',
		rule: 'null',
		reason: "only a bundled item has a parent; null otherwise in the vendor's own guides",
	},
	{
		spec: 'brands_catalog.v3.yml',
		operations: [
			'GET /v3/catalog/brands',
			'POST /v3/catalog/brands',
			'GET /v3/catalog/brands/{brand_id}',
		],
		side: 'response',
		pointer: '401 body',
		rule: 'type',
		reason: 'plain text here, JSON in other files; one gateway refuses the token for all endpoints',
	},
	{
		spec: 'category-trees_catalog.v3.yml',
		operations: [
			'GET /v3/catalog/trees',
			'GET /v3/catalog/trees/categories',
			'GET /v3/catalog/trees/{tree_id}/categories',
		],
		side: 'response',
		pointer: '401 body',
		rule: 'type',
		reason: 'plain text here, JSON in other files; one gateway refuses the token for all endpoints',
	},
	{
		spec: 'inventory.v3.yml',
		operations: ['GET /v3/inventory/items'],
		side: 'response',
		pointer: '200 body.data[].identity.sku_id',
		rule: 'null',
		reason: 'the description of the field says that it is null for a base variant',
	},
	...commaSeparated('inventory.v3.yml', ['GET /v3/inventory/items'], INVENTORY_LISTS),
	...commaSeparated(
		'inventory.v3.yml',
		['GET /v3/inventory/locations/{location_id}/items'],
		['variant_id:in', 'product_id:in'],
	),
	...commaSeparated(
		'locations.v3.yml',
		['GET /v3/inventory/locations', 'DELETE /v3/inventory/locations'],
		['location_id:in'],
	),
	...[
		['GET /v3/pricelists/{price_list_id}/records/{variant_id}', 'data[]'],
		['GET /v3/pricelists/{price_list_id}/records/{variant_id}/{currency_code}', 'data'],
	].map(([operation = '', data = '']): KnownGap => ({
		spec: 'price_lists.v3.yml',
		operations: [operation],
		side: 'response',
		pointer: `200 body.${data}.bulk_pricing_tiers[].quantity_max`,
		rule: 'null',
		reason: 'null means no end and is allowed in the list of the same records',
	})),
	...catalogueGaps,
	...metafieldGaps,
];

const withoutIndices = (place: string) => place.replace(/\[\d+\]/g, '[]');

export const isKnownGap = ({ spec, operation, side, finding }: Judged): boolean =>
	knownGaps.some(
		(gap) =>
			gap.spec === spec &&
			gap.side === side &&
			gap.rule === finding.rule &&
			gap.pointer === withoutIndices(finding.place) &&
			gap.operations.includes(operation) &&
			(gap.accepts?.(finding.value) ?? true),
	);
