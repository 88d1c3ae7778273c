import { apiName } from '../../nodes/BigCommerce/operation/apiBody';
import type { Field } from '../../nodes/BigCommerce/operation/params';
import { plainFields } from '../../nodes/BigCommerce/forms/product/productBody';
import { changeFields, extraFields } from '../../nodes/BigCommerce/forms/product';
import { jsonChecks, newJsonChecks } from '../../nodes/BigCommerce/forms/product/productJson';
import {
	plainOfMany,
	plainOfOne,
} from '../../nodes/BigCommerce/resources/productVariant/variantBody';
import {
	contentSchema,
	resolve,
	type Body,
	type Document,
	type Schema,
} from '../contract/openapi.ts';
import { describeContract, findOperation } from '../contract/specs.ts';

/** The properties of a schema, those of its parts included; a list is a list of what is meant. */
function propertiesOf(document: Document, reference: Schema): Map<string, Schema> {
	const schema = resolve<Schema>(document, reference);
	if (schema.items) return propertiesOf(document, schema.items);
	const own = Object.entries(schema.properties ?? {}).map(
		([name, property]) => [name, resolve<Schema>(document, property)] as const,
	);
	const parts = (schema.allOf ?? []).flatMap((part) => [...propertiesOf(document, part)]);
	return new Map([...parts, ...own]);
}

function writable(method: string, path: string): Map<string, Schema> {
	const found = findOperation(method, path);
	if (!found?.operation.requestBody) throw new Error(`${method} ${path} has no body`);
	const body = resolve<Body>(found.document, found.operation.requestBody);
	return propertiesOf(found.document, contentSchema(body.content) ?? {});
}

/** What the API calls a field of the form that is not a plain value there. */
const COMPOSED: Record<string, string> = { brand: 'brand_id' };
const formNames = (fields: readonly Field[]) =>
	fields
		.map(({ name }) => COMPOSED[name] ?? apiName(name))
		.filter((name) => name !== 'fields_json');

const KINDS: Record<string, string[]> = {
	number: ['number', 'integer'],
	boolean: ['boolean'],
	string: ['string'],
	dateTime: ['string'],
	options: ['string'],
};

interface Case {
	call: [method: string, path: string];
	/** Plain fields: the form's, which JSON may name as well. */
	plain: readonly Field[];
	/** All fields of the form. */
	form: readonly Field[];
	json: readonly string[];
	/** Said by the address, or by what the form finds the record by. */
	elsewhere: string[];
}

const PRODUCTS = '/v3/catalog/products';
const VARIANTS = `${PRODUCTS}/1/variants`;

const cases: Record<string, Case> = {
	'a new product': {
		call: ['POST', PRODUCTS],
		plain: plainFields,
		form: [...changeFields, ...extraFields],
		json: Object.keys(newJsonChecks),
		elsewhere: [],
	},
	'a change of products': {
		call: ['PUT', PRODUCTS],
		plain: plainFields,
		form: changeFields,
		json: Object.keys(jsonChecks),
		elsewhere: ['id'],
	},
	'a new variant': {
		call: ['POST', VARIANTS],
		plain: plainOfOne,
		form: plainOfOne,
		json: ['option_values'],
		elsewhere: ['product_id'],
	},
	'a change of a variant': {
		call: ['PUT', `${VARIANTS}/2`],
		plain: plainOfOne,
		form: plainOfOne,
		json: [],
		elsewhere: ['product_id'],
	},
	'a change of many variants': {
		call: ['PUT', '/v3/catalog/variants'],
		plain: plainOfMany,
		form: plainOfMany,
		json: [],
		elsewhere: ['id'],
	},
};

describeContract('The fields of products and variants', () => {
	describe.each(Object.entries(cases))('of %s', (_name, { call, plain, form, json, elsewhere }) => {
		let spec = new Map<string, Schema>();
		beforeAll(() => {
			spec = writable(...call);
		});
		const reachable = new Set([...formNames(plain), ...json, ...elsewhere]);

		it('reach everything that can be written', () => {
			expect([...spec.keys()].filter((name) => !reachable.has(name))).toEqual([]);
		});

		it('are all known to the API', () => {
			const ours = [...new Set([...formNames(form), ...reachable])];
			expect(ours.filter((name) => !spec.has(name))).toEqual([]);
		});

		it('are of the kinds that the API has', () => {
			const wrong = plain.filter(
				({ name, type }) => !KINDS[type]?.includes(spec.get(apiName(name))?.type ?? ''),
			);
			expect(wrong.map(({ name }) => name)).toEqual([]);
		});

		it('offer the choices of the API', () => {
			for (const { name, type, options = [] } of plain) {
				if (type !== 'options') continue;
				const values = options.flatMap((option) => ('value' in option ? [option.value] : []));
				expect([name, ...values.sort()]).toEqual([
					name,
					...(spec.get(apiName(name))?.enum ?? []).map(String).sort(),
				]);
			}
		});

		it('ask for whole numbers where the API wants them', () => {
			const numbers = plain.filter(({ type }) => type === 'number');
			expect(numbers.length).toBeGreaterThan(5);
			for (const { name, typeOptions } of numbers) {
				// The files call a tax class any number; it is an id all the same.
				const isWhole = name === 'taxClassId' || spec.get(apiName(name))?.type === 'integer';
				expect([name, typeOptions?.numberPrecision === 0]).toEqual([name, isWhole]);
			}
		});
	});
});
