import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { channelLocator } from '../../forms/locators/channel';
import { productLocator } from '../../forms/locators/product';
import { assignProductsTo } from '../../store/catalog/productAssignments';
import { channelAssignments } from '../../store/channels/channelAssignments';

export const assignProducts = defineOperation({
	value: 'assignProducts',
	name: 'Assign Products',
	action: 'Assign products to channels',
	description:
		'Offer products on a sales channel, 50 items a request; what is assigned already stays assigned',
	scope: 'products:modify',
	optionalScopes: ['channels:read'],
	fields: [...channelLocator, ...productLocator],
	prepare: ({ params }) => ({
		product: idOf(params.product, 'Product'),
		to: idOf(params.channel, 'Channel'),
	}),
	many: async ({ records, run: { client } }) =>
		await assignProductsTo(channelAssignments)(client, records),
});
