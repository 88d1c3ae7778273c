import {
	toCategories,
	toCustomFields,
	toImages,
	toMetafields,
	toOptions,
} from '../../nodes/BigCommerce/listings/model/draftItemLists';

const FRONT = 'https://img.example/front.jpg';
const BACK = 'https://img.example/back.jpg?v=1,2';

describe('what a listing says in lists', () => {
	it.each([
		[{ Size: 'M', Color: 'Red' }],
		['{ "Size": "M", "Color": "Red" }'],
		[
			[
				{ name: 'Size', value: 'M' },
				{ name: 'Color', value: 'Red' },
			],
		],
		[
			[
				{ option_display_name: 'Size', label: 'M' },
				{ option_display_name: 'Color', label: 'Red' },
			],
		],
		[[{ name: ' Size ', values: ['M', 'M '] }, { Color: 'Red' }]],
	])('reads options %j', (given) => {
		expect([...toOptions(given, 'Variant Options')]).toEqual([
			['Size', ['M']],
			['Color', ['Red']],
		]);
	});

	it('leaves options without a value empty, and numbers are labels too', () => {
		expect([...toOptions({ Size: 42, Color: '', Fit: null }, 'Variant Options')]).toEqual([
			['Size', ['42']],
			['Color', []],
			['Fit', []],
		]);
		expect(toOptions('', 'Variant Options').size).toBe(0);
		expect(() => toOptions('{ Size: M }', 'Variant Options')).toThrow(
			/'Variant Options' is not valid JSON/,
		);
		expect(() => toOptions('Size M', 'Variant Options')).toThrow(
			/'Variant Options' holds "Size M"/,
		);
	});

	it('takes fields by any name, those of every object too', () => {
		const given = JSON.parse('{"toString": "a", "constructor": "b", "__proto__": "c"}') as object;
		expect(toCustomFields(given, 'Custom Fields')).toEqual([
			{ name: 'toString', value: 'a' },
			{ name: 'constructor', value: 'b' },
			{ name: '__proto__', value: 'c' },
		]);
	});

	it.each([
		[[FRONT, BACK]],
		[[{ url: FRONT, description: null }, { image_url: BACK }]],
		[`${FRONT}, ${BACK}`],
		[`${FRONT} ${BACK}`],
		[`${FRONT}\n${BACK}\n`],
		[`${FRONT};${BACK}`],
		[`${FRONT}|${BACK}|${FRONT}`],
		[JSON.stringify([FRONT, BACK])],
	])('reads images %j, each once', (given) => {
		expect(toImages(given, 'Images')).toEqual([{ url: FRONT }, { url: BACK }]);
	});

	it('refuses an image that is no address', () => {
		expect(() => toImages('mug.jpg', 'Images')).toThrow(/'Images' holds "mug.jpg"/);
	});

	it.each([
		[['Kitchen/Mugs', 'Gifts, small']],
		['Kitchen/Mugs; Gifts, small'],
		['Kitchen/Mugs\nGifts, small\nKitchen/Mugs'],
	])('reads categories %j', (given) => {
		expect(toCategories(given, 'Categories')).toEqual(['Kitchen/Mugs', 'Gifts, small']);
	});

	it('reads custom fields, and leaves out those without a value', () => {
		const fields = [
			{ name: 'Glaze', value: 'Ash' },
			{ name: 'Volume', value: '300' },
		];
		expect(toCustomFields({ Glaze: 'Ash', Volume: 300, Care: '' }, 'Custom Fields')).toEqual(
			fields,
		);
		expect(toCustomFields([...fields, { name: 'Care', value: null }], 'Custom Fields')).toEqual(
			fields,
		);
	});

	it('reads metafields, whose values are text', () => {
		expect(
			toMetafields(
				'[{ "namespace": "a", "key": "b", "value": [1], "permissionSet": "read" }]',
				'Metafields',
			),
		).toEqual([{ namespace: 'a', key: 'b', value: '[1]', permission_set: 'read' }]);
		expect(() => toMetafields([{ namespace: 'a', value: 1 }], 'Metafields')).toThrow(
			/'Key' is empty/,
		);
		expect(() =>
			toMetafields([{ namespace: 'a', key: 'b', value: 'v', permissionSet: 'all' }], 'Metafields'),
		).toThrow(/'Permission Set' is "all"/);
	});
});
