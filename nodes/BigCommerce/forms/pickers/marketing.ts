import { search, type Named } from './build';

export const marketingSearches = {
	searchBulkPromotions: search<Named & { coupon_type?: string }>(
		{
			path: '/v3/promotions',
			paging: 'v3',
			pageSize: 250,
			task: 'search the promotions',
			scope: 'marketing:read',
		},
		(text) => ({ query: text }),
		({ id, name }) => ({ name, value: id }),
		({ coupon_type }) => coupon_type === 'BULK',
	),
	searchCoupons: search<Named & { code: string }>(
		{
			path: '/v2/coupons',
			paging: 'v2',
			pageSize: 250,
			task: 'search the coupons',
			scope: 'marketing:read',
		},
		// The API finds whole codes only (marketing.v2.yml).
		(text) => ({ code: text }),
		({ id, name, code }) => ({ name: `${code} (${name})`, value: id }),
	),
};
