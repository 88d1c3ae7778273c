/** Where the files on products, their variants and parts are wrong. */
import type { KnownGap } from './knownGaps.ts';

const PRODUCTS = 'products_catalog.v3.yml';
const VARIANTS = 'product-variants_catalog.v3.yml';
const OPTIONS = 'product-variant-options_catalog.v3.yml';

const response = (
	spec: string,
	operations: string[],
	pointer: string,
	rule: KnownGap['rule'],
	reason: string,
): KnownGap => ({ spec, operations, side: 'response', pointer, rule, reason });

const request = (
	spec: string,
	operations: string[],
	pointer: string,
	rule: KnownGap['rule'],
	reason: string,
): KnownGap => ({ spec, operations, side: 'request', pointer, rule, reason });

const NO_OPTION_SET = 'null without an option set: seen in answers of real stores';
const NO_VALUE_DATA = 'null where a value has no data: nullable in the GET of the same values';

const MODIFIERS = 'product-modifiers_catalog.v3.yml';

const ALL_MODIFIERS = '/v3/catalog/products/{product_id}/modifiers';
const ONE_MODIFIER = `${ALL_MODIFIERS}/{modifier_id}`;
const ONE_RULE = '/v3/catalog/products/{product_id}/complex-rules/{complex_rule_id}';
const ONE_OPTION = '/v3/catalog/products/{product_id}/options/{option_id}';

/** Full instants, as the examples in the prose of these filters are. */
const isInstant = (value: unknown) =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);

export const catalogueGaps: KnownGap[] = [
	...[
		'date_last_imported',
		'date_last_imported:max',
		'date_last_imported:min',
		'date_last_imported:not',
		'date_modified',
	].map((name) => ({
		...request(
			PRODUCTS,
			['GET /v3/catalog/products'],
			`query '${name}'`,
			'format',
			'a date by its schema; the examples in the prose are full instants, as the values are',
		),
		accepts: isInstant,
	})),
	...['tree_id', 'parent_id'].map((name) =>
		request(
			'category-trees_catalog.v3.yml',
			['POST /v3/catalog/trees/categories'],
			`body[].${name}`,
			'required',
			'one of the two is enough, says the prose; the schema offers a choice of one, with both',
		),
	),
	...['id', 'product_id'].map((name) =>
		request(
			PRODUCTS,
			['POST /v3/catalog/products'],
			`body.variants[].${name}`,
			'required',
			'a variant that is made with its product cannot name either of them yet',
		),
	),
	response(
		PRODUCTS,
		['POST /v3/catalog/products'],
		'207 body.data',
		'type',
		'one product is created; the PUT of one in the same file answers 207 with that one, no list',
	),
	response(
		PRODUCTS,
		['PUT /v3/catalog/products'],
		'207 body.data[].option_set_id',
		'null',
		NO_OPTION_SET,
	),
	response(
		PRODUCTS,
		['PUT /v3/catalog/products/{product_id}'],
		'207 body.data.option_set_id',
		'null',
		NO_OPTION_SET,
	),
	...['product_id', 'sku', 'option_values'].map((name) =>
		request(
			VARIANTS,
			['PUT /v3/catalog/variants'],
			`body[].${name}`,
			'undocumented',
			'the prose of the operation demands these three of a variant that is to be made',
		),
	),
	request(
		VARIANTS,
		['POST /v3/catalog/products/{product_id}/variants/{variant_id}/image'],
		'body.image_file',
		'undocumented',
		'the prose of the operation and its 422 demand an image_file; the form draws an image_url',
	),
	response(
		OPTIONS,
		['POST /v3/catalog/products/{product_id}/options', `PUT ${ONE_OPTION}`],
		'200 body.data.option_values[].value_data',
		'null',
		NO_VALUE_DATA,
	),
	response(
		OPTIONS,
		[`POST ${ONE_OPTION}/values`, `PUT ${ONE_OPTION}/values/{value_id}`],
		'200 body.data.value_data',
		'null',
		NO_VALUE_DATA,
	),
	response(
		PRODUCTS,
		['GET /v3/catalog/products/{product_id}/bulk-pricing-rules'],
		'200 body.data',
		'type',
		'the rule is drawn alone, although the operation returns all rules with the meta of a list',
	),
	...['modifier_id', 'modifier_value_id', 'variant_id'].map((name) =>
		response(
			PRODUCTS,
			[`GET ${ONE_RULE}`, `PUT ${ONE_RULE}`],
			`200 body.data.conditions[].${name}`,
			'null',
			'a condition names a variant or a modifier: nullable in the list of the same rules',
		),
	),
	...['label', 'sort_order', 'value_data'].map((name) =>
		request(
			MODIFIERS,
			[`POST ${ALL_MODIFIERS}`, `PUT ${ONE_MODIFIER}`],
			`body.option_values[].${name}`,
			'undocumented',
			'the example of the same operation sends it, and a value cannot be without a label',
		),
	),
	...['image_url', 'purchasing_disabled', 'weight'].map((name) =>
		request(
			MODIFIERS,
			[`POST ${ALL_MODIFIERS}`],
			`body.option_values[].adjusters.${name}`,
			'undocumented',
			"the file's table of option values lists it, and the example of the operation sends the last two",
		),
	),
	response(
		MODIFIERS,
		[`PUT ${ONE_MODIFIER}`],
		'200 body.data.option_values[].value_data',
		'null',
		NO_VALUE_DATA,
	),
	response(
		MODIFIERS,
		[`POST ${ONE_MODIFIER}/values`, `PUT ${ONE_MODIFIER}/values/{value_id}`],
		'200 body.data.value_data',
		'null',
		NO_VALUE_DATA,
	),
];
