import { defineOperation } from '../../operation/define';
import { channelLocator } from '../locators/channel';
import { productLocator } from '../locators/product';
import { removeProductsFrom } from '../../store/catalog/productAssignments';
import { assignmentOf, channelAssignments } from './productAssignments';

export const removeProducts = defineOperation({
	value: 'removeProducts',
	name: 'Remove Products',
	action: 'Remove products from channels',
	description:
		'Offer products no longer on a sales channel, many items a request; the products themselves stay',
	scope: 'products:modify',
	optionalScopes: ['channels:read'],
	fields: [...channelLocator, ...productLocator],
	prepare: ({ params }) => assignmentOf(params),
	many: async ({ records, run: { client } }) =>
		await removeProductsFrom(channelAssignments)(client, records),
});
