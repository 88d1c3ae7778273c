import { reachableAddress } from '../../nodes/BigCommerce/store/webhooks/destination';
import {
	chosenScopes,
	withoutCovered,
} from '../../nodes/BigCommerce/triggers/webhook/wantedScopes';

const wantedScopes = (...given: Parameters<typeof chosenScopes>) =>
	withoutCovered(chosenScopes(...given));

describe('the address that BigCommerce delivers to', () => {
	it.each([
		['https://n8n.example.com/webhook/abc/webhook', 'https://n8n.example.com/webhook/abc/webhook'],
		['https://n8n.example.com:443/webhook/a', 'https://n8n.example.com/webhook/a'],
		['https://93.184.216.34/webhook/a', 'https://93.184.216.34/webhook/a'],
		['https://172.32.0.1/a', 'https://172.32.0.1/a'],
		['https://100.128.0.1/a', 'https://100.128.0.1/a'],
		['https://[2606:2800:220:1::1]/a', 'https://[2606:2800:220:1::1]/a'],
		['https://internal.example.com/a', 'https://internal.example.com/a'],
	])('takes %s', (address, taken) => {
		expect(reachableAddress(address)).toBe(taken);
	});

	it.each([
		['http://n8n.example.com/webhook/a', 'it does not start with https://'],
		[
			'https://n8n.example.com:5678/webhook/a',
			'it names port 5678, and webhooks go to port 443 alone',
		],
		['http://localhost:5678/webhook/a', 'localhost is this machine or a private network'],
		['https://localhost/a', 'localhost is this machine'],
		['https://localhost./a', 'localhost is this machine'],
		['https://n8n.localhost/a', 'private network'],
		['https://127.0.0.1/a', '127.0.0.1 is this machine'],
		['https://2130706433/a', '127.0.0.1 is this machine'],
		['https://0.0.0.0/a', '0.0.0.0 is this machine'],
		['https://10.1.2.3/a', 'private network'],
		['https://172.16.0.1/a', 'private network'],
		['https://172.31.255.1/a', 'private network'],
		['https://192.168.1.20/a', 'private network'],
		['https://169.254.1.1/a', 'private network'],
		['https://100.64.0.1/a', 'private network'],
		['https://100.127.9.9/a', 'private network'],
		['https://[::1]/a', 'private network'],
		['https://[::]/a', 'private network'],
		['https://[fe80::1]/a', 'private network'],
		['https://[fd00::1]/a', 'private network'],
		['https://[::ffff:10.0.0.1]/a', 'private network'],
		['https://n8n/a', 'private network'],
		['https://n8n.local/a', 'private network'],
		['https://n8n.lan/a', 'private network'],
		['nonsense', 'it is not an address that can be read'],
		[undefined, 'it is not an address that can be read'],
	])('refuses %s and says why', (address, reason) => {
		expect(() => reachableAddress(address)).toThrow(reason);
		expect(() => reachableAddress(address)).toThrow(/^BigCommerce cannot reach this n8n at /);
	});
});

describe('the scopes that are hooked', () => {
	it('are those chosen and those typed, each once', () => {
		expect(
			wantedScopes(
				['store/order/created', 'store/cart/updated'],
				'store/order/created, /store/priceList/updated/ information/updated;store/channel/*/order/created',
			),
		).toEqual([
			'store/cart/updated',
			'store/channel/*/order/created',
			'store/information/updated',
			'store/order/created',
			'store/priceList/updated',
		]);
	});

	it('leave out what a wildcard brings already, at any depth', () => {
		const chosen = ['store/order/created', 'store/order/refund/created', 'store/cart/created'];
		expect(wantedScopes(chosen, 'store/order/*, store/order/transaction/*')).toEqual([
			'store/cart/created',
			'store/order/*',
		]);
	});

	it('keep what has wildcards of its own: metafields, and the events of one channel', () => {
		const typed = [
			'store/channel/*',
			'store/channel/*/order/created',
			'store/product/*',
			'store/product/metafield/*',
		];
		expect(wantedScopes([], typed.join(' '))).toEqual(typed);
	});

	it.each([
		'*',
		'store/*',
		'store/order',
		'store/*/created',
		'store/order/cre ated!',
		'store/order/*/created',
		'https://example.com/a',
	])('are not %s', (typed) => {
		expect(() => wantedScopes([], typed)).toThrow(
			/'Other Scopes' holds ".+", which is not a webhook scope/,
		);
	});

	it.each([
		'store/channel/*/order/created',
		'store/channel/*',
		'store/channel/*/cart/*',
		'store/channel/5/cart/updated',
		'store/cart/lineItem/*',
	])('may be %s', (typed) => {
		expect(wantedScopes([], typed)).toEqual([typed]);
	});

	it('must be at least one', () => {
		expect(() => wantedScopes([], ' , ')).toThrow("No event is chosen in 'Trigger On'");
	});
});
