import fc from 'fast-check';

import { toAmount, toIso, toRfc2822 } from '../../nodes/BigCommerce/api/values';
import {
	someChange,
	textsIfGiven,
	textsOf,
	toDate,
	toId,
	toIds,
	toNumber,
	toText,
} from '../../nodes/BigCommerce/operation/values';

describe('dates', () => {
	it.each([
		['2026-12-31', '2026-12-31T00:00:00.000Z'],
		['2026-12-31T10:00:00', '2026-12-31T10:00:00.000Z'],
		['2026-12-31 10:00:00', '2026-12-31T10:00:00.000Z'],
		['2026-12-31T10:00:00+02:00', '2026-12-31T08:00:00.000Z'],
		['Tue, 20 Nov 2012 00:00:00 +0000', '2012-11-20T00:00:00.000Z'],
		[1353369600, '2012-11-20T00:00:00.000Z'],
		['1353369600000', '2012-11-20T00:00:00.000Z'],
		[new Date('2012-11-20T00:00:00Z'), '2012-11-20T00:00:00.000Z'],
		[{ toMillis: () => 1353369600000 }, '2012-11-20T00:00:00.000Z'],
	])('reads %j', (given, iso) => {
		expect(toDate(given, 'Expires')?.toISOString()).toBe(iso);
	});

	it('says which field holds no date', () => {
		expect(() => toDate('next week', 'Expires')).toThrow(
			'\'Expires\' is "next week", which is not a date',
		);
		expect(() => toDate(46249, 'Expires')).toThrow('\'Expires\' is "46249", which is not a date');
		expect(() => toDate('2026', 'Expires')).toThrow('which is not a date');
		expect(toDate('', 'Expires')).toBeUndefined();
	});

	it('writes what v2 reads, and back', () => {
		expect(toRfc2822(new Date('2012-11-20T00:00:00Z'))).toBe('Tue, 20 Nov 2012 00:00:00 +0000');
		expect(toIso('Tue, 20 Nov 2012 00:00:00 +0000')).toBe('2012-11-20T00:00:00.000Z');
		expect(toIso('')).toBeUndefined();
		// Wherever n8n runs: with TZ=Asia/Tokyo this tells.
		expect(toIso('2026-03-01T10:00:00')).toBe('2026-03-01T10:00:00.000Z');
	});
});

describe('numbers', () => {
	it.each([
		[12.5, 12.5],
		['12.50', 12.5],
		[' -3 ', -3],
		['1e3', 1000],
		['.5', 0.5],
		[0, 0],
	])('reads %j', (given, number) => {
		expect(toNumber(given, 'Price')).toBe(number);
	});

	it.each([
		['12,50', {}, '\'Price\' is "12,50", which is not a number'],
		['0x10', {}, 'which is not a number'],
		[Number.NaN, {}, 'which is not a number'],
		[[5, 6], {}, 'which is not a number'],
		['', {}, "'Price' is empty"],
		['2.5', { numberPrecision: 0 }, 'which is not a whole number'],
		[-1, { minValue: 0 }, "'Price' is -1, which is less than 0"],
	])('refuses %j within %j', (given, range, message) => {
		expect(() => toNumber(given, 'Price', range)).toThrow(message);
	});
});

describe('amounts', () => {
	it.each([
		['10.0000', 10],
		['10.5000', 10.5],
		['0.0000', 0],
		['-3.20', -3.2],
		['007.50', 7.5],
		['', undefined],
		['0.1234567890123456789', '0.1234567890123456789'],
		['12345678901234567890.01', '12345678901234567890.01'],
	])('reads %j as %j', (given, amount) => {
		expect(toAmount(given)).toBe(amount);
	});

	it('never loses a digit', () => {
		fc.assert(
			fc.property(
				fc.bigInt({ min: 0n, max: 10n ** 20n }),
				fc.integer({ min: 0, max: 9999 }),
				(whole, part) => {
					const text = `${whole}.${String(part).padStart(4, '0')}`;
					const amount = toAmount(text);
					const exact = typeof amount === 'number' ? BigInt(Math.round(amount * 10000)) : undefined;
					if (exact !== undefined && whole < 10n ** 11n)
						expect(exact).toBe(whole * 10000n + BigInt(part));
					if (typeof amount === 'string') expect(amount).toBe(text);
				},
			),
		);
	});
});

describe('ids', () => {
	it('reads lists as people write them', () => {
		expect(toIds('12, 15;16\n17', 'Categories')).toEqual([12, 15, 16, 17]);
		expect(toIds([12, '15'], 'Categories')).toEqual([12, 15]);
		expect(toIds('', 'Categories')).toEqual([]);
	});

	it.each(['abc', '0', '-1', '1.5', '1e3', '', undefined, '12/../13'])('refuses %j', (given) => {
		expect(() => toId(given, 'Order')).toThrow(/'Order'/);
	});
});

describe('lists of texts', () => {
	it('takes the entries of a list as they are, and those of a text between its separators', () => {
		expect(textsOf(['a, b', ' c ', 4])).toEqual(['a, b', 'c', '4']);
		expect(textsOf(' a, b;c ,')).toEqual(['a', 'b;c']);
		expect(textsOf('3; 8\n9,2', /[,;\n]/)).toEqual(['3', '8', '9', '2']);
	});

	it('leaves out what is empty', () => {
		expect(textsOf(['', null, undefined, ' ', 'a'])).toEqual(['a']);
		expect(textsOf(null)).toEqual([]);
	});

	it('tells a field that was not added from one that was emptied', () => {
		expect(textsIfGiven(undefined)).toBeUndefined();
		expect(textsIfGiven('')).toEqual([]);
	});
});

describe('texts and changes', () => {
	it('takes what can be read as a text, without the space around it', () => {
		expect(toText(' Linen ', 'Name')).toBe('Linen');
		expect(toText(250, 'Value', 3)).toBe('250');
	});

	it.each([
		[undefined, "'Name' is empty"],
		[' \n', "'Name' is empty"],
		['abcd', "'Name' has 4 characters, and BigCommerce takes up to 3"],
	])('refuses %j', (given, message) => {
		expect(() => toText(given, 'Name', 3)).toThrow(message);
	});

	it('wants some change of an update, be it to nothing', () => {
		expect(someChange({ name: '' })).toEqual({ name: '' });
		expect(() => someChange({})).toThrow("'Update Fields' holds no change");
	});
});
