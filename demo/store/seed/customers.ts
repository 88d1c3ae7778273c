import { decimal } from '../formats.ts';
import { nextId, type StoreState } from '../state.ts';
import type { Address } from '../records.ts';
import { hoursBefore } from './hours.ts';

type Person = [
	first: string,
	last: string,
	company: string,
	street: string,
	city: string,
	state: string,
	zip: string,
	country: string,
	iso: string,
];

const PEOPLE: Person[] = [
	['Jonas', 'Weber', '', '4 Larch Lane', 'Portland', 'Oregon', '97205', 'United States', 'US'],
	[
		'Priya',
		'Raman',
		'Raman Outfitters',
		'221 Canyon Drive',
		'Boulder',
		'Colorado',
		'80302',
		'United States',
		'US',
	],
	[
		'Maya',
		'Lindqvist',
		'',
		'18 Harbor Street',
		'Duluth',
		'Minnesota',
		'55802',
		'United States',
		'US',
	],
	['Tom', "O'Hara", '', '77 Mill Road', 'Burlington', 'Vermont', '05401', 'United States', 'US'],
	[
		'Sofía',
		'Núñez',
		'Café del Valle',
		'9 Plaza Court',
		'Santa Fe',
		'New Mexico',
		'87501',
		'United States',
		'US',
	],
	[
		'Hana',
		'Kobayashi',
		'',
		'350 Pine Street',
		'Seattle',
		'Washington',
		'98101',
		'United States',
		'US',
	],
	['Liam', 'Baker', '', '12 Glacier Way', 'Bozeman', 'Montana', '59715', 'United States', 'US'],
	['Chloé', 'Martin', '', '2280 Rue Ontario', 'Montréal', 'Quebec', 'H2K 1V8', 'Canada', 'CA'],
	[
		'Noah',
		'Fischer',
		'Fischer & Sons',
		'64 Elm Avenue',
		'Austin',
		'Texas',
		'78701',
		'United States',
		'US',
	],
	[
		'Amara',
		'Okafor',
		'',
		'5 Juniper Close',
		'Asheville',
		'North Carolina',
		'28801',
		'United States',
		'US',
	],
	['Ella', 'Novak', '', '31 Fjord View', 'Anchorage', 'Alaska', '99501', 'United States', 'US'],
	['Ben', 'Carter', '', '808 Mesa Road', 'Flagstaff', 'Arizona', '86001', 'United States', 'US'],
];

const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[^A-Za-z]/g, '')
		.toLowerCase();

export const emailOf = (first: string, last: string): string =>
	`${plain(first)}.${plain(last)}@example.com`;

/** The address of a customer (by place in the list), as orders write it. */
export function addressOf(index: number): Address {
	const person = PEOPLE[index % PEOPLE.length];
	if (!person) throw new Error(`there is no person ${index}`);
	const [first_name, last_name, company, street_1, city, state, zip, country, country_iso2] =
		person;
	return {
		first_name,
		last_name,
		company,
		street_1,
		street_2: '',
		city,
		state,
		zip,
		country,
		country_iso2,
		phone: `555-01${String(10 + index).padStart(2, '0')}`,
		email: emailOf(first_name, last_name),
	};
}

export function seedCustomers(state: StoreState): void {
	const opened = hoursBefore(state, 24 * 800);
	for (const [id, name, percent] of [
		[1, 'Retail', 0],
		[2, 'Wholesale', 15],
	] as const) {
		state.lastIds.customerGroup = id;
		state.customerGroups.set(id, {
			id,
			name,
			is_default: id === 1,
			is_group_for_guests: false,
			category_access: { type: 'all' },
			discount_rules:
				percent === 0 ? [] : [{ type: 'all', method: 'percent', amount: decimal(percent) }],
			date_created: opened,
			date_modified: opened,
		});
	}
	for (const [name, type] of [
		['Favourite colour', 'string'],
		['Loyalty points', 'number'],
	] as const) {
		const id = nextId(state, 'customerAttribute');
		const times = { date_created: opened, date_modified: opened };
		state.customerAttributes.set(id, { id, name, type, ...times });
	}
	state.customerAttributeValues.set(1, {
		id: nextId(state, 'customerAttributeValue'),
		attribute_id: 1,
		customer_id: 2,
		attribute_value: 'Green',
		date_created: opened,
		date_modified: opened,
	});
	PEOPLE.forEach((_person, index) => {
		const address = addressOf(index);
		const id = nextId(state, 'customer');
		const created = hoursBefore(state, 24 * (380 - index * 31));
		state.customers.set(id, {
			id,
			email: address.email,
			first_name: address.first_name,
			last_name: address.last_name,
			company: address.company,
			phone: address.phone,
			notes: index === 1 ? 'Calls before every order' : '',
			registration_ip_address: `203.0.113.${10 + index}`,
			tax_exempt_category: '',
			customer_group_id: address.company === '' ? 1 : 2,
			date_created: created,
			date_modified: hoursBefore(state, 24 * (40 - index * 3)),
			addresses: [
				{
					id: nextId(state, 'customerAddress'),
					first_name: address.first_name,
					last_name: address.last_name,
					company: address.company,
					address1: address.street_1,
					address2: '',
					city: address.city,
					state_or_province: address.state,
					postal_code: address.zip,
					country_code: address.country_iso2,
					country: address.country,
					phone: address.phone,
					address_type: address.company === '' ? 'residential' : 'commercial',
				},
			],
			store_credit: index === 3 ? 20 : 0,
			accepts_product_review_abandoned_cart_emails: index % 2 === 1,
			origin_channel_id: 1,
			channel_ids: null,
			force_password_reset: false,
			form_fields: [],
		});
	});
	[0, 2, 5].forEach((index) => {
		const { email, first_name, last_name } = addressOf(index);
		const id = nextId(state, 'subscriber');
		const created = hoursBefore(state, 24 * (60 - index));
		state.subscribers.set(id, {
			id,
			email,
			first_name,
			last_name,
			source: 'storefront',
			order_id: null,
			channel_id: 1,
			consents: ['marketing_newsletter'],
			date_created: created,
			date_modified: created,
		});
	});
}
