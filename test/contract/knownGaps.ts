/**
 * Where the vendor's files are demonstrably wrong or silent. Each entry lets exactly one rule pass at
 * one place of the operations that it names; whatever is not in this list is a problem.
 */
import type { Finding, Rule, Side } from './schemaCheck.ts';

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
