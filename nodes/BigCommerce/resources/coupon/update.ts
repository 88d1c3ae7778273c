import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { compact } from '../../api/values';
import { amountBody, settingsBody } from './couponBody';
import { checkedCode } from '../../store/marketing/couponCode';
import { findCoupon, simplifyCoupon } from '../../store/marketing/coupons';
import { couponLocator, couponNameOf, couponSettings, discountType, namedCoupon } from './fields';
import { updateCoupon } from '../../store/marketing/saveCoupon';

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update coupon',
	description: 'Change a coupon; whatever is not added below stays as it is',
	scope: 'marketing:modify',
	fields: [
		...couponLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Amount',
					name: 'amount',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 10,
					description: 'Percent or amount off, by the discount type',
				},
				...couponSettings,
				{
					displayName: 'Code',
					name: 'code',
					type: 'string',
					default: '',
					placeholder: 'e.g. SPRING10',
					description: 'What shoppers type at checkout, up to 50 characters',
				},
				...discountType,
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Spring sale',
					description: 'Name in the control panel, up to 100 characters',
				},
			],
		},
		...outputFields,
	],
	simplify: simplifyCoupon,
	writes: (params) => [namedCoupon(params), params.updateFields.code],
	each: async ({ params: { coupon, updateFields }, run: { client } }) => {
		const { amount, code, name, type, ...settings } = updateFields;
		const changes = {
			...settingsBody(settings),
			...amountBody(amount),
			...compact({ name, type, code: code === undefined ? undefined : checkedCode(code) }),
		};
		return await updateCoupon(client, await findCoupon(client, couponNameOf(coupon)), changes);
	},
});
