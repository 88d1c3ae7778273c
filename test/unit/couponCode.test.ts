import fc from 'fast-check';

import { checkedCode, codeFromTemplate } from '../../nodes/BigCommerce/store/marketing/couponCode';

describe('coupon codes from a template', () => {
	it('puts the creator into the code in capitals', () => {
		expect(codeFromTemplate('{name}10', 'Zoë & Max')).toBe('ZOEMAX10');
		expect(codeFromTemplate('{name}', 'Łukasz Ørsted')).toMatch(/^[A-Z0-9]+$/);
	});

	it('draws characters that nobody mistakes for others', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 20 }), (length) => {
				const code = codeFromTemplate(`{name}-{random:${length}}`, 'Anna');
				expect(code).toMatch(new RegExp(`^ANNA-[^O0I1LZ2S5B8]{${length}}$`));
			}),
		);
		expect(codeFromTemplate('{random}', '')).toHaveLength(6);
		expect(codeFromTemplate('{random:12}', '')).not.toBe(codeFromTemplate('{random:12}', ''));
	});

	it('says what keeps a code from being built', () => {
		expect(() => codeFromTemplate('{name}-{random}', '!!!')).toThrow("'Creator Name'");
		expect(() => codeFromTemplate('{creator}', 'Anna')).toThrow('placeholder');
		expect(() => checkedCode('x'.repeat(51))).toThrow('51 characters');
		expect(() => checkedCode('  ')).toThrow("'Code' is empty");
	});

	it('lets letters, digits, spaces, _ and - pass, and names all other signs', () => {
		expect(checkedCode(' Spring_sale 2027-A ')).toBe('Spring_sale 2027-A');
		expect(() => checkedCode('50%+€')).toThrow('holds % + €');
		expect(() => codeFromTemplate('{name}!{random}', 'Anna')).toThrow('holds !');
	});
});
