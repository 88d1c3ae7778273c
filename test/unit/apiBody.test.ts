import { z } from 'zod';

import { apiBody, apiName, jsonBody } from '../../nodes/BigCommerce/operation/apiBody';
import { recordOf, wholeOrText } from '../../nodes/BigCommerce/operation/checks';
import type { Field } from '../../nodes/BigCommerce/operation/params';

const known: Field[] = [
	{ displayName: 'Sale Price', name: 'salePrice', type: 'number', default: 0 },
	{
		displayName: 'Stock',
		name: 'stock',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
	},
	{ displayName: 'Is Visible', name: 'isVisible', type: 'boolean', default: true },
	{ displayName: 'Release Date', name: 'preorderReleaseDate', type: 'dateTime', default: '' },
	{
		displayName: 'Condition',
		name: 'condition',
		type: 'options',
		options: [
			{ name: 'New', value: 'New' },
			{ name: 'Used', value: 'Used' },
		],
		default: 'New',
	},
];

const others = {
	meta_keywords: z.array(z.string()),
	images: z.array(recordOf({ image_url: z.string(), sort_order: wholeOrText })),
};

const refusalOf = (given: unknown) => {
	try {
		jsonBody(given, 'JSON', known, others);
	} catch (error) {
		return (error as Error).message;
	}
	return undefined;
};

describe('a body out of a form or out of JSON', () => {
	it("takes the API's names from the form's", () => {
		expect(apiName('openGraphUseMetaDescription')).toBe('open_graph_use_meta_description');
	});

	it('leaves out what was not added, and gives dates as instants', () => {
		expect(
			apiBody(
				{ salePrice: 3, isVisible: undefined, preorderReleaseDate: '2027-01-02T03:04:05+01:00' },
				known,
			),
		).toEqual({ sale_price: 3, preorder_release_date: '2027-01-02T02:04:05.000Z' });
	});

	it('takes numbers, flags and choices as a spreadsheet gives them', () => {
		const sku: Field = { displayName: 'SKU', name: 'sku', type: 'string', default: '' };
		expect(
			apiBody({ salePrice: ' 12.50 ', isVisible: 'FALSE', condition: 'used', sku: 4711 }, [
				...known,
				sku,
			]),
		).toEqual({ sale_price: 12.5, is_visible: false, condition: 'Used', sku: '4711' });
		expect(apiBody({ salePrice: null, isVisible: null }, known)).toEqual({});
	});

	it.each([
		[{ salePrice: '$12' }, '\'Sale Price\' is "$12", which is not a number'],
		[{ salePrice: '' }, "'Sale Price' is empty"],
		[{ isVisible: 'perhaps' }, '\'Is Visible\' is "perhaps", which is neither true nor false'],
		[{ condition: 'Old' }, '\'Condition\' is "Old", which is none of its values'],
	])('refuses %j by the name that the form has for it', (added, message) => {
		expect(() => apiBody(added, known)).toThrow(message);
	});

	it('takes JSON as text, as an object, or none', () => {
		const body = { sale_price: 4.5, condition: 'Used', meta_keywords: ['linen'] };
		expect(jsonBody(JSON.stringify(body), 'JSON', known, others)).toEqual(body);
		expect(jsonBody(body, 'JSON', known, others)).toEqual(body);
		expect(jsonBody('  ', 'JSON', known)).toEqual({});
		expect(jsonBody({ sale_price: '4.50' }, 'JSON', known)).toEqual({ sale_price: 4.5 });
		expect(jsonBody({ sale_price: null }, 'JSON', known)).toEqual({ sale_price: null });
		const images = [{ image_url: 'https://example.com/a.jpg', sort_order: '2' }, {}];
		expect(jsonBody({ images }, 'JSON', known, others)).toEqual({
			images: [{ image_url: 'https://example.com/a.jpg', sort_order: 2 }, {}],
		});
		expect(jsonBody({ preorder_release_date: '2026-12-31' }, 'JSON', known)).toEqual({
			preorder_release_date: '2026-12-31T00:00:00.000Z',
		});
	});

	it.each([
		['{"sale_price": }', /not valid JSON/],
		['[1]', /Expected object/],
		[
			{ sale_prize: 3 },
			/"sale_prize", which BigCommerce does not know here\. Did you mean sale_price\?/,
		],
		[{ zzz: 3 }, /"zzz", which BigCommerce does not know here\.$/],
		[{ sale_price: 'cheap' }, /sale_price/],
		[{ stock: -1 }, /stock: Expected a number from 0 up/],
		[{ stock: 1.5 }, /stock: Expected a whole number/],
		[{ is_visible: 'yes' }, /is_visible: Expected boolean/],
		[{ condition: 'Old' }, /condition: Expected one of New, Used/],
		[{ preorder_release_date: 'soon' }, /preorder_release_date: Expected a date/],
		[{ meta_keywords: 'linen' }, /meta_keywords: Expected array, received string/],
		[{ images: [{}, { image: 'a' }] }, /images\.1 has the field "image", which BigCommerce does/],
		[{ images: [{ sort_order: 'first' }] }, /images\.0\.sort_order: Expected a number/],
	])('refuses %j before anything is sent', (given, message) => {
		expect(refusalOf(given)).toMatch(message);
	});
});
