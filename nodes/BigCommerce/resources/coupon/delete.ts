import { defineOperation } from '../../operation/define';
import { byCodeOrId, couponPath, findCoupon } from '../../store/marketing/coupons';
import { couponLocator } from './fields';

export const del = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a coupon',
	description: 'Delete one coupon, by its ID or code',
	scope: 'marketing:modify',
	fields: couponLocator,
	target: ({ coupon }) => coupon.value,
	namedBy: byCodeOrId,
	run: async ({ client, params }) => {
		const { id, code } = await findCoupon(client, params.coupon);
		await client.delete({
			path: couponPath(id),
			doing: `delete the coupon ${code}`,
			scope: 'marketing:modify',
		});
		return { deleted: true, id, code };
	},
});
