import fc from 'fast-check';

import { resolveStore } from '../../nodes/BigCommerce/api/store';

const LIVE = 'https://api.bigcommerce.com';

describe('what people paste as their store', () => {
	it.each([
		'abc123',
		'ABC123',
		'  abc123 ',
		'store-abc123',
		'stores/abc123',
		'/stores/abc123/',
		'stores/abc123/v3',
		'https://store-abc123.mybigcommerce.com',
		'https://store-abc123.mybigcommerce.com/manage/dashboard',
		'http://store-abc123.mybigcommerce.com/',
		'store-abc123.mybigcommerce.com',
		'https://api.bigcommerce.com/stores/abc123/v2/',
		'https://api.bigcommerce.com/stores/abc123/v3/',
		'https://API.BigCommerce.com/Stores/ABC123/V3',
		'api.bigcommerce.com/stores/abc123/v3',
		' https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=1 ',
	])('reads %j in either field', (pasted) => {
		const expected = { origin: LIVE, storeHash: 'abc123' };
		expect(resolveStore({ apiPath: pasted })).toEqual(expected);
		expect(resolveStore({ storeHash: pasted })).toEqual(expected);
		expect(resolveStore({ apiPath: pasted, storeHash: 'abc123' })).toEqual(expected);
	});

	it.each([
		['http://127.0.0.1:4000/stores/demo1/v3/', 'http://127.0.0.1:4000'],
		['http://localhost:4000/stores/demo1', 'http://localhost:4000'],
		[
			'https://proxy.example.com/bigcommerce/stores/demo1/v2/',
			'https://proxy.example.com/bigcommerce',
		],
	])('honours the host of %j', (apiPath, origin) => {
		expect(resolveStore({ apiPath })).toEqual({ origin, storeHash: 'demo1' });
		expect(resolveStore({ apiPath, storeHash: 'demo1' })).toEqual({ origin, storeHash: 'demo1' });
	});

	it.each([
		[{ apiPath: 'http://api.bigcommerce.com/stores/abc123/v3/' }, /must start with https/],
		[{ apiPath: 'http://127.0.0.1.example.com/stores/abc123/v3/' }, /must start with https/],
		[
			{ apiPath: 'https://api.bigcommerce.com/stores/abc123/v3/', storeHash: 'xyz789' },
			/abc123.*xyz789/,
		],
		[{ apiPath: '', storeHash: ' ' }, /API Path or the Store Hash/],
		[{ storeHash: 'abc_123' }, /Store Hash "abc_123"/],
		[{ storeHash: 'abc/../def' }, /Store Hash/],
		[{ apiPath: 'https://www.my-shop.com/' }, /names no store/],
		[{ apiPath: 'https://' }, /not an address/],
		[{}, /either one is enough/],
	])('refuses %j in words', (given, words) => {
		expect(() => resolveStore(given)).toThrow(words);
	});

	it('never lets a hash through that could change the path', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 40 }), (text) => {
				try {
					const { origin, storeHash } = resolveStore({ storeHash: text });
					expect(storeHash).toMatch(/^[a-z0-9]+$/);
					expect(new URL(origin).protocol).toMatch(/^https?:$/);
				} catch (error) {
					expect(error).toHaveProperty('name', 'StoreAddressError');
				}
			}),
		);
	});
});
