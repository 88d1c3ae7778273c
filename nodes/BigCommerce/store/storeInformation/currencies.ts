import type { Records } from '../records';

/** A currency that the store shows prices or takes payments in (currencies.v2.yml). */
export interface Currency {
	id: number;
	name: string;
	currency_code: string;
	/** How much of this currency one US dollar is worth, as text. */
	currency_exchange_rate: string;
	auto_update: boolean;
	is_default: boolean;
	is_transactional: boolean;
	enabled: boolean;
	token: string;
	token_location: 'left' | 'right';
	decimal_token: string;
	thousands_token: string;
	decimal_places: number;
}

export const currencies: Records = {
	path: '/v2/currencies',
	paging: 'v2',
	pageSize: 250,
	task: 'list the currencies',
	noun: 'currency',
	scope: 'information:read',
	modify: 'information:modify',
};

export const simplifyCurrency = (currency: Currency) => ({
	id: currency.id,
	code: currency.currency_code,
	name: currency.name,
	isDefault: currency.is_default,
	isTransactional: currency.is_transactional,
	enabled: currency.enabled,
	exchangeRate: currency.currency_exchange_rate,
	autoUpdate: currency.auto_update,
	symbol: currency.token,
	symbolPlace: currency.token_location,
	decimalPlaces: currency.decimal_places,
	decimalSeparator: currency.decimal_token,
	thousandsSeparator: currency.thousands_token,
});
