import { deleteListed } from '../../api/deleteListed';
import type { Outcome } from '../../api/batch';
import { sendGrouped } from '../../api/grouped';
import { sendMerged } from '../../api/merge';
import { defineOperation, type Output } from '../../operation/define';
import { channelLocator } from '../locators/channel';
import { productLocator } from '../locators/product';
import {
	assignmentOf,
	productAssignments,
	simplifyAssignment,
	type ProductAssignment,
} from './productAssignments';

export const removeProducts = defineOperation({
	value: 'removeProducts',
	name: 'Remove Products',
	action: 'Remove products from channels',
	description:
		'Offer products no longer on a sales channel, many items a request; the products themselves stay',
	scope: 'products:modify',
	optionalScopes: ['channels:read'],
	fields: [...channelLocator, ...productLocator],
	inBatches: {
		prepare: ({ params }) => assignmentOf(params),
		begin: ({ client }) => {
			const remove = async (doomed: ProductAssignment[]): Promise<Array<Outcome<Output>>> => {
				const [{ channel_id }] = doomed as [ProductAssignment];
				const outcomes = await deleteListed(client, {
					path: productAssignments.path,
					query: { 'channel_id:in': channel_id },
					filter: 'product_id:in',
					values: doomed.map(({ product_id }) => product_id),
					doing: `remove products from channel ${channel_id}`,
					scope: 'products:modify',
				});
				return outcomes.map(({ error }, index) =>
					error === undefined
						? {
								result: {
									removed: true,
									...simplifyAssignment(doomed[index] as ProductAssignment),
								},
							}
						: { error },
				);
			};
			return async (doomed) =>
				await sendGrouped<ProductAssignment, Output>(
					doomed,
					({ channel_id }) => channel_id,
					async (group) =>
						await sendMerged<ProductAssignment, Output>(group, {
							keyOf: ({ product_id }) => product_id,
							merge: (_earlier, later) => later,
							send: remove,
						}),
				);
		},
	},
});
