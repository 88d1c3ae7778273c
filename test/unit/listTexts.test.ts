import fc from 'fast-check';

import {
	toCategories,
	toCustomFields,
	toImages,
	toOptions,
} from '../../nodes/BigCommerce/listings/model/draftItemLists';
import {
	entriesToText,
	imagesToText,
	pairsToText,
} from '../../nodes/BigCommerce/listings/model/listTexts';

/** Names and values of a shop, with the signs that texts of lists are made of. */
const text = fc
	.array(fc.constantFrom(...'aB1 ;:|,"\n[{/.'), { minLength: 1, maxLength: 8 })
	.map((signs) => signs.join(''))
	.filter((one) => one.trim() !== '');
const name = text.map((one) => `N${one}`);

describe('a list as a text', () => {
	it('is read back as the options that it was', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(name, fc.array(text, { maxLength: 3 }))), (pairs) => {
				const nested = pairs.map(([option, values]) => ({ name: option, values }));
				expect(toOptions(pairsToText(pairs), 'Options')).toEqual(toOptions(nested, 'Options'));
			}),
		);
	});

	it('is read back as the custom fields that it was', () => {
		fc.assert(
			fc.property(fc.array(fc.record({ name, value: text })), (fields) => {
				const flat = pairsToText(fields.map((field) => [field.name, [field.value]]));
				expect(toCustomFields(flat, 'Fields')).toEqual(toCustomFields(fields, 'Fields'));
			}),
		);
	});

	it('is read back as the categories that it was', () => {
		const path = text.filter((one) => /[aB1]/.test(one));
		fc.assert(
			fc.property(fc.array(path), (paths) => {
				expect(toCategories(entriesToText(paths), 'Categories')).toEqual(
					toCategories(paths, 'Categories'),
				);
			}),
		);
	});

	it('is read back as the images that it was', () => {
		const url = text.map((one) => `https://img.example/${one.replace(/\s/g, '')}`);
		const image = fc.record({ url, description: fc.option(text) });
		fc.assert(
			fc.property(fc.array(image), (images) => {
				expect(toImages(imagesToText(images), 'Images')).toEqual(toImages(images, 'Images'));
			}),
		);
	});
});
