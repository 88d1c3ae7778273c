import { carriers, hasCarrier, toCarrier } from '../../nodes/BigCommerce/store/orders/carriers';
import { bodyOf, changesTo } from '../../nodes/BigCommerce/store/orders/shipmentDetails';
import { filledIn, toDetails } from '../../nodes/BigCommerce/resources/orderShipment/shipmentForm';
import { carrierField } from '../../nodes/BigCommerce/resources/orderShipment/shipmentFields';
import type { Shipment } from '../../nodes/BigCommerce/store/orders/orders';

const shipment = (fields: Partial<Shipment>): Shipment => ({
	id: 1,
	order_id: 118,
	order_address_id: 7,
	date_created: '',
	tracking_number: '',
	tracking_link: '',
	tracking_carrier: '',
	shipping_provider: '',
	shipping_method: '',
	comments: '',
	items: [],
	...fields,
});

describe('carriers as people write them', () => {
	it.each([
		['UPS', 'ups', ''],
		['Royal Mail', 'royalmail', ''],
		['Fed-Ex', 'fedex', ''],
		['U.S. Postal Service', 'usps', ''],
		['carrier_1234', 'carrier_1234', ''],
		['DHL Express', '', 'dhl'],
		['dpd-uk', '', 'dpd-uk'],
		['some-courier', '', 'some-courier'],
		["Joe's Couriers", '', ''],
	])('%s', (written, shipping_provider, tracking_carrier) => {
		expect(toCarrier(written)).toMatchObject({ shipping_provider, tracking_carrier });
	});

	it('tells a name that nobody knows as the shipping method', () => {
		expect(toDetails({ carrier: "Joe's Couriers", shippingMethod: 'Next day' })).toEqual({
			shipping_provider: '',
			tracking_carrier: '',
			shipping_method: "Joe's Couriers, Next day",
		});
	});

	it('takes the former carrier off when the new one is not known', () => {
		const wanted = toDetails(filledIn({ carrier: "Joe's Couriers", comments: '' }));
		expect(changesTo(shipment({ shipping_provider: 'ups' }), wanted)).toEqual({
			shipping_provider: '',
			tracking_carrier: '',
			shipping_method: "Joe's Couriers",
		});
	});

	it('takes "custom" for no provider, and does not mind what the store adds to a provider', () => {
		const dhl = { shipping_provider: '', tracking_carrier: 'dhl' };
		expect(hasCarrier({ shipping_provider: 'custom', tracking_carrier: 'dhl' }, dhl)).toBe(true);
		expect(hasCarrier({ shipping_provider: 'ups', tracking_carrier: 'dhl' }, dhl)).toBe(false);
		expect(
			hasCarrier(
				{ shipping_provider: 'ups', tracking_carrier: 'ups' },
				{ shipping_provider: 'ups', tracking_carrier: '' },
			),
		).toBe(true);
	});
});

describe('details of a shipment', () => {
	it.each([
		[{ trackingNumber: '1'.repeat(51) }, "'Tracking Number' has 51 characters"],
		[
			{ trackingLink: `https://example.com/${'x'.repeat(500)}` },
			"'Tracking Link' has 520 characters",
		],
		[{ trackingLink: 'example.com/1' }, 'not an address'],
		[{ shippingCost: 'free' }, 'not an amount'],
		[{ shipDate: 'yesterday' }, 'not a date'],
	])('refuses %j', (form, message) => {
		expect(() => toDetails(form)).toThrow(message);
	});

	it('says nothing of fields that were not given, and empties those that were emptied', () => {
		expect(toDetails({})).toEqual({});
		expect(toDetails({ comments: '', carrier: '' })).toEqual({
			comments: '',
			shipping_provider: '',
			tracking_carrier: '',
		});
		expect(toDetails(filledIn({ comments: '', carrier: '', trackingNumber: 9400100 }))).toEqual({
			tracking_number: '9400100',
		});
	});

	it('compares tracking numbers without spaces and capitals, comments without line ends', () => {
		const present = shipment({
			tracking_number: '1Z 12 ab',
			comments: 'a\r\nb',
			merchant_shipping_cost: '4.5000',
		});
		expect(
			changesTo(present, {
				tracking_number: '1z12AB',
				comments: 'a\nb',
				merchant_shipping_cost: '4.50',
			}),
		).toEqual({});
		expect(changesTo(present, { comments: 'b\na' })).toEqual({});
		expect(changesTo(present, { comments: 'c' })).toEqual({ comments: 'c' });
	});

	it('writes the ship date below the comments, in place of an earlier one, as the day that was written', () => {
		const { shipDay } = toDetails({ shipDate: '2026-05-04T23:30:00-07:00' });
		expect(shipDay).toBe('2026-05-04');
		expect(bodyOf({ shipDay }, 'Fragile\nShipped on 2026-05-01')).toEqual({
			comments: 'Fragile\nShipped on 2026-05-04',
		});
		expect(bodyOf({ comments: '', shipDay })).toEqual({ comments: 'Shipped on 2026-05-04' });
	});
});

describe('the list of carriers in the form', () => {
	it('has every carrier that is known by name, and each means itself', () => {
		const [{ options }] = carrierField;
		expect(options.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['UPS', 'DHL', 'DPD', 'GLS', 'Evri', 'Royal Mail', 'Not Given']),
		);
		expect(options).toHaveLength(carriers.length + 1);
		for (const { name, value } of carriers) {
			const chosen = toCarrier(value);
			expect([chosen?.shipping_provider, chosen?.tracking_carrier]).toContain(value);
			expect(toCarrier(name)).toEqual(chosen);
		}
	});
});
