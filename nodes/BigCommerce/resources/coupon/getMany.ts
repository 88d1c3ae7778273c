import { pages } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import { coupons, simplifyCoupon, type Coupon } from '../../store/marketing/coupons';
import { discountType } from './fields';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many coupons',
	description: 'Retrieve a list of coupons',
	scope: 'marketing:read',
	fields: [
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Code',
					name: 'code',
					type: 'string',
					default: '',
					placeholder: 'e.g. SPRING10',
					description: 'Only the coupon with exactly this code',
				},
				...discountType,
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Spring sale',
					description: 'Only coupons with exactly this name',
				},
			],
		},
		...outputFields,
	],
	simplify: simplifyCoupon,
	each: ({ params, run: { client } }) =>
		pages<Coupon>(client, coupons, {
			// v3 coupon promotions show up here as rows without code or amount (API notes 3.11).
			query: { exclude_type: 'promotion', ...params.filters },
			limit: limitOf(params),
		}),
});
