import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { simplifyCoupon } from '../../store/marketing/coupons';
import { codeOrCreator, createOne } from './couponOfForm';
import { couponForm } from './fields';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create coupon',
	description: "Create a coupon, with a code of your own or one built from a creator's name",
	scope: 'marketing:modify',
	fields: [...couponForm, ...outputFields],
	simplify: simplifyCoupon,
	writes: codeOrCreator,
	each: async ({ params, run: { client } }) => await createOne(client, params),
});
