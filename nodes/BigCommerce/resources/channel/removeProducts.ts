import { defineOperation } from '../../operation/define';
import { idOf } from '../../operation/values';
import { channelLocator } from '../../forms/locators/channel';
import { productLocator } from '../../forms/locators/product';
import { removeProductsFrom } from '../../store/catalog/productAssignments';
import { channelAssignments } from '../../store/channels/channelAssignments';

export const removeProducts = defineOperation({
	value: 'removeProducts',
	name: 'Remove Products',
	action: 'Remove products from channels',
	description:
		'Offer products no longer on a sales channel, many items a request; the products themselves stay',
	scope: 'products:modify',
	optionalScopes: ['channels:read'],
	fields: [...channelLocator, ...productLocator],
	prepare: ({ params }) => ({
		product: idOf(params.product, 'Product'),
		to: idOf(params.channel, 'Channel'),
	}),
	many: async ({ records, run: { client } }) =>
		await removeProductsFrom(channelAssignments)(client, records),
});
