import { isKnownScope } from '../../demo/store/webhooks/scopes.ts';
import { channelEvents, events } from '../../nodes/BigCommerce/store/webhooks/events';
import {
	chosenScopes,
	withoutCovered,
} from '../../nodes/BigCommerce/triggers/webhook/wantedScopes';

/** The vendor's lists, each as `path: ends`. */
const LISTED = `
order: * archived created statusUpdated updated message/created refund/created transaction/created transaction/updated metafield/created metafield/deleted metafield/updated
shipment: * created deleted updated
cart: * abandoned converted couponApplied created deleted updated lineItem/* lineItem/created lineItem/deleted lineItem/updated metafield/created metafield/deleted metafield/updated
customer: * created deleted updated address/* address/created address/deleted address/updated payment/instrument/default/updated channel/login/access/updated
subscriber: * created deleted updated
product: * created deleted updated inventory/updated inventory/order/updated metafield/* metafield/created metafield/deleted metafield/updated variant/metafield/* variant/metafield/created variant/metafield/deleted variant/metafield/updated
sku: * created deleted updated inventory/updated inventory/order/updated
category: * created deleted updated metafield/created metafield/deleted metafield/updated
brand: metafield/* metafield/created metafield/deleted metafield/updated
option: updated
modifier: updated
inventory: location/created location/updated location/metafield/* location/metafield/created location/metafield/deleted location/metafield/updated
channel: * created updated metafield/created metafield/deleted metafield/updated */inventory/product/stock_changed */inventory/product/low_stock_reached */inventory/product/out_of_stock_reached */inventory/product/settings_changed
priceList: created updated activated deactivated deleted record/created record/deleted record/updated records/* records/created records/deleted records/updated assignment/updated assignment/deleted
priceLists: deleted
metafield: * created deleted updated
store: metafield/created metafield/deleted metafield/updated
information: updated
app: uninstalled
redirects: updated
hook: deliveryException
company: created updated deleted statusUpdated superadmin/assignmentUpdated user/created user/deleted user/updated address/created address/deleted address/updated
superadmin: created updated deleted assignmentUpdated
quote: created updated statusUpdated deleted`;

const listed = LISTED.trim()
	.split('\n')
	.flatMap((line) => {
		const [path = '', ends = ''] = line.split(': ');
		return ends.split(' ').map((end) => `store/${path}/${end}`);
	});

const wantedScopes = (...given: Parameters<typeof chosenScopes>) =>
	withoutCovered(chosenScopes(...given));

describe('the events that are offered', () => {
	it('are all that the vendor lists, and no other', () => {
		expect(events.map(({ value }) => value).sort()).toEqual([...listed].sort());
	});

	it('are taken by the store, those of one channel as well', () => {
		const ofChannel = wantedScopes([], '', {
			events: channelEvents.map(({ value }) => String(value)).filter((end) => !end.endsWith('*')),
			channels: [1],
		});
		expect(ofChannel).toHaveLength(
			channelEvents.filter(({ value }) => !String(value).endsWith('*')).length,
		);
		for (const scope of [...listed, ...ofChannel])
			expect([scope, isKnownScope(scope)]).toEqual([scope, true]);
	});

	it.each([
		['of the store', events],
		['of a channel', channelEvents],
	])(
		'%s are grouped by kind, sorted, each once, and worded like the rest of the form',
		(_which, offered) => {
			const names = offered.map(({ name }) => name);
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
			expect(new Set(names).size).toBe(names.length);
			expect(new Set(offered.map(({ value }) => value)).size).toBe(offered.length);
			for (const name of names) {
				expect(name).toMatch(/^([A-Z]\w*)( [A-Z]\w*)*: ([A-Z]\w*)( ([A-Z]\w*|by|of))*$/);
			}
			const texts = offered.flatMap(({ description }) => description ?? []);
			expect(
				texts.filter((text) => /\b(error|problem|failure|mistake|failed)\b/i.test(text)),
			).toEqual([]);
			expect(
				texts.filter((text) => text.endsWith('.') !== /\. |\.$/.test(text.slice(0, -1))),
			).toEqual([]);
		},
	);
});

describe('the scopes of single channels', () => {
	it('are one for each event and channel, without those that a wildcard of the channel brings', () => {
		const chosen = {
			events: ['cart/*', 'cart/lineItem/created', 'order/created'],
			channels: '1, 2',
		};
		expect(wantedScopes(['store/order/created'], '', chosen)).toEqual([
			'store/channel/1/cart/*',
			'store/channel/1/order/created',
			'store/channel/2/cart/*',
			'store/channel/2/order/created',
			'store/order/created',
		]);
	});

	it('need a channel', () => {
		expect(() => wantedScopes([], '', { events: ['order/created'], channels: [] })).toThrow(
			"'Channel Events' are chosen, but no channel",
		);
	});
});

describe('the scope of delivery exceptions', () => {
	const EXCEPTION = 'store/hook/deliveryException';

	it('stands alone, since its address may have no other webhook', () => {
		expect(wantedScopes([EXCEPTION], '')).toEqual([EXCEPTION]);
		expect(() => wantedScopes([EXCEPTION], 'store/order/*')).toThrow(
			"'Webhook: Delivery Exception' is chosen together with other events",
		);
	});
});
