import axios from 'axios';
import type { DemoStore } from './store/index.ts';

const AWAITING_FULFILLMENT = 11;

/** A customer buys something: the store takes the order and tells its webhooks. */
export async function placeOrder(
	{ origin, credential }: DemoStore,
	status = AWAITING_FULFILLMENT,
): Promise<void> {
	const address = {
		first_name: 'Ada',
		last_name: 'Moss',
		street_1: '12 Harbour Street',
		city: 'Portland',
		state: 'Oregon',
		zip: '97201',
		country: 'United States',
		country_iso2: 'US',
		email: 'ada.moss@example.com',
	};
	await axios.post(
		`${origin}/stores/${credential.storeHash}/v2/orders`,
		{
			status_id: status,
			billing_address: address,
			products: [{ name: 'Gift box', quantity: 2, price_inc_tax: 24, price_ex_tax: 20 }],
		},
		{
			proxy: false,
			headers: { 'X-Auth-Token': credential.accessToken, Accept: 'application/json' },
		},
	);
}
