/** Where the files are wrong about metafields: nine files tell of the same endpoints, and contradict each other. */
import type { KnownGap } from './knownGaps.ts';

const FIELDS = [
	'namespace',
	'key',
	'value',
	'permission_set',
	'resource_type',
	'resource_id',
	'description',
	'date_created',
	'date_modified',
];

/** Required in a row of the list, although `include_fields` of the same operation leaves it out. */
const leftOutOfRows = (spec: string, operation: string, fields: string[]): KnownGap[] =>
	fields.map((field) => ({
		spec,
		operations: [operation],
		side: 'response',
		pointer: `200 body.data[].${field}`,
		rule: 'required',
		reason: 'include_fields of the same operation answers the id and the named fields, no others',
	}));

const VARIANT = '/v3/catalog/products/{product_id}/variants/{variant_id}/metafields';

export const metafieldGaps: KnownGap[] = [
	...leftOutOfRows('orders.v3.yml', 'GET /v3/orders/metafields', ['permission_set']),
	...leftOutOfRows('products_catalog.v3.yml', 'GET /v3/catalog/products/metafields', FIELDS),
	...leftOutOfRows('customers.v3.yml', 'GET /v3/customers/metafields', FIELDS),
	...leftOutOfRows('channels.v3.yml', 'GET /v3/channels/metafields', FIELDS),
	...(
		[
			['200 body.data.description', [`POST ${VARIANT}`]],
			[
				'200 body.data.description',
				[`GET ${VARIANT}/{metafield_id}`, `PUT ${VARIANT}/{metafield_id}`],
			],
			['200 body.data[].description', [`GET ${VARIANT}`]],
		] as Array<[string, string[]]>
	).map(([pointer, operations]): KnownGap => ({
		spec: 'product-variants_catalog.v3.yml',
		operations,
		side: 'response',
		pointer,
		rule: 'length',
		accepts: (value) => value === '',
		reason: 'a description is optional, and the other files let it be empty',
	})),
	{
		spec: 'customers.v3.yml',
		operations: [
			'POST /v3/customers/{customerId}/metafields',
			'PUT /v3/customers/{customerId}/metafields/{metafieldId}',
		],
		side: 'response',
		pointer: '200 body.data',
		rule: 'type',
		accepts: (value) => typeof value === 'object' && !Array.isArray(value),
		reason:
			"the batch answer's schema is reused for one metafield, which GET and all other files answer alone",
	},
	{
		spec: 'customers.v3.yml',
		operations: ['DELETE /v3/customers/metafields'],
		side: 'request',
		pointer: 'body',
		rule: 'undocumented',
		accepts: Array.isArray,
		reason: 'the list of ids is missing here alone; its 422 tells of single ids that failed',
	},
	{
		spec: 'carts.v3.yml',
		operations: ['GET /v3/carts/{cart_id}/metafields'],
		side: 'response',
		pointer: '200 body.data',
		rule: 'type',
		accepts: Array.isArray,
		reason: 'the schema of one metafield under the words "an array of metafields and metadata"',
	},
	{
		spec: 'carts.v3.yml',
		operations: ['PUT /v3/carts/{cart_id}/metafields/{metafield_id}'],
		side: 'response',
		pointer: '422 body.errors',
		rule: 'type',
		reason: "the batch answer's schema (partial success) under the update of one metafield",
	},
	{
		spec: 'brands_catalog.v3.yml',
		operations: ['PUT /v3/catalog/brands/metafields'],
		side: 'response',
		pointer: '422 body.errors',
		rule: 'type',
		accepts: Array.isArray,
		reason: 'eight other batches answer partial success here, and so does POST of the same path',
	},
	{
		spec: 'channels.v3.yml',
		operations: ['POST /v3/channels/metafields'],
		side: 'response',
		pointer: '422 body.errors',
		rule: 'type',
		accepts: Array.isArray,
		reason: 'eight other batches answer partial success here, and so does PUT of the same path',
	},
	{
		spec: 'locations.v3.yml',
		operations: ['DELETE /v3/inventory/locations/metafields'],
		side: 'response',
		pointer: 'status',
		rule: 'status',
		accepts: (value) => value === 400,
		reason: 'the same request documents 400 for a malformed body in the other seven files',
	},
];
