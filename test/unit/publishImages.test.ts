import { fitAttributes } from '../../nodes/BigCommerce/listings/model/customFieldLimits';
import { fileKey } from '../../nodes/BigCommerce/listings/model/draftPictures';

describe('the name of an image file', () => {
	it.each([
		['https://img.example/Foggy.JPG?w=10'],
		['a/521/foggy__60806.jpg'],
		['https://cdn8.example/products/158/images/382/foggy__60806.1534344511.1280.1280.jpg?c=2'],
		// Taken from a store once before.
		['https://cdn8.example/foggy__83011__60806.1534344511.560.850.jpg'],
	])('is known again in %s', (address) => {
		expect(fileKey(address)).toBe('foggy');
	});

	it('keeps numbers that are its own', () => {
		const names = ['mug.1.jpg', 'mug.2.jpg', 'mug_1024x1024.jpg', 'mug__1.png'];
		expect(new Set(names.map(fileKey)).size).toBe(names.length);
	});
});

describe('attributes', () => {
	it('are never cut within a character, and never there twice', () => {
		const { fields, issues } = fitAttributes(
			[
				{ name: 'Mood', value: `ab😀😀` },
				{ name: 'Mood', value: 'ab😀' },
				{ name: 'Mood', value: 'ab😀' },
			],
			'Mug',
			{ attributeLimit: 5 },
		);
		expect(fields).toEqual([{ name: 'Mood', value: 'ab😀' }]);
		expect(issues).toHaveLength(1);
	});

	it('are 200 at most', () => {
		const many = Array.from({ length: 201 }, (_, at) => ({ name: `F${at}`, value: 'x' }));
		expect(() => fitAttributes(many, 'Mug', {})).toThrow(
			/201 custom fields; BigCommerce takes 200/,
		);
	});
});
