import { defineOperation } from '../../operation/define';
import { couponPath, findCoupon } from '../../store/marketing/coupons';
import { couponLocator, couponNameOf, namedCoupon } from './fields';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete coupon',
	description: 'Delete one coupon, by its ID or code',
	scope: 'marketing:modify',
	fields: couponLocator,
	writes: namedCoupon,
	each: async ({ params, run: { client } }) => {
		const { id, code } = await findCoupon(client, couponNameOf(params.coupon));
		await client.delete({
			path: couponPath(id),
			task: `delete the coupon ${code}`,
			scope: 'marketing:modify',
		});
		return { deleted: true, id, code };
	},
});
