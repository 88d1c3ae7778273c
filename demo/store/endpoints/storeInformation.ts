import { bare } from '../http/answers.ts';
import { v2Page } from '../http/paging.ts';
import { isoZulu } from '../formats.ts';
import type { Route } from '../http/routes.ts';
import type { StoreState } from '../state.ts';

const INFORMATION = 'store_v2_information';

/** Facts 1.6: the fields of GET /v2/store; `id` is the store hash, `store_id` the number that webhooks carry. */
const storeView = ({ store }: StoreState): object => ({
	id: store.hash,
	account_uuid: '6f1b7f0a-2d0c-4a8e-9a2f-3f5f2f7f9c11',
	domain: store.domain,
	secure_url: `https://${store.domain}`,
	control_panel_base_url: `https://store-${store.hash}.mybigcommerce.com`,
	status: 'live',
	name: store.name,
	first_name: 'Ada',
	last_name: 'Ridgeway',
	address: '12 Depot Road, Boise',
	country: 'United States',
	country_code: 'US',
	infrastructure_region: 'us-central1',
	phone: '555-0100',
	admin_email: 'ada@ridgeandroast.example',
	order_email: 'orders@ridgeandroast.example',
	favicon_url: '',
	timezone: {
		name: 'America/Boise',
		raw_offset: -25200,
		dst_offset: -21600,
		dst_correction: true,
		date_format: { display: 'M jS Y', export: 'M jS Y', extended_display: 'M jS Y @ g:i A' },
	},
	language: 'en',
	currency: 'USD',
	currency_symbol: '$',
	decimal_separator: '.',
	thousands_separator: ',',
	decimal_places: 2,
	currency_symbol_location: 'left',
	weight_units: 'Ounces',
	dimension_units: 'Inches',
	dimension_decimal_places: 2,
	dimension_decimal_token: '.',
	dimension_thousands_token: ',',
	plan_name: 'Standard',
	plan_level: 'Standard',
	plan_is_trial: false,
	industry: 'Sports and outdoor',
	logo: [],
	is_price_entered_with_tax: false,
	store_id: store.storeId,
	default_site_id: 1000,
	default_channel_id: 1,
	active_comparison_modules: [],
	features: {
		stencil_enabled: true,
		sitewidehttps_enabled: true,
		facebook_catalog_id: '',
		checkout_type: 'optimized',
		wishlists_enabled: true,
		graphql_storefront_api_enabled: true,
		shopper_consent_tracking_enabled: false,
		multi_storefront_enabled: true,
		storefront_limits: { active: 3, total_including_inactive: 15 },
	},
});

/** The shop's, as `currencies` tells them. */
export const currencyCodes = ['USD', 'EUR'];

const currencies = (state: StoreState): object[] => [
	{
		id: 1,
		is_default: true,
		country_iso2: 'US',
		default_for_country_codes: ['USA'],
		currency_code: 'USD',
		currency_exchange_rate: '1.0000000000',
		auto_update: false,
		token_location: 'left',
		token: '$',
		decimal_token: '.',
		thousands_token: ',',
		decimal_places: 2,
		name: 'US Dollar',
		enabled: true,
		is_transactional: true,
		use_default_name: true,
		last_updated: isoZulu(state.startedAt),
	},
	{
		id: 2,
		is_default: false,
		country_iso2: 'EU',
		default_for_country_codes: [],
		currency_code: 'EUR',
		currency_exchange_rate: '0.9200000000',
		auto_update: true,
		token_location: 'left',
		token: '€',
		decimal_token: '.',
		thousands_token: ',',
		decimal_places: 2,
		name: 'Euro',
		enabled: true,
		is_transactional: false,
		use_default_name: true,
		last_updated: isoZulu(state.startedAt),
	},
];

export const storeInformationRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v2/store',
		scope: INFORMATION,
		run: ({ state }) => bare(storeView(state)),
	},
	{
		method: 'GET',
		path: '/v2/time',
		scope: INFORMATION,
		run: ({ now }) => bare({ time: Math.floor(now / 1000) }),
	},
	{
		method: 'GET',
		path: '/v2/currencies',
		scope: INFORMATION,
		run: ({ state, query }) => v2Page(query, currencies(state)),
	},
];
