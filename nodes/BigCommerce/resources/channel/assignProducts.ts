import { sendInBatches } from '../../api/batch';
import { sendMerged } from '../../api/merge';
import { namedByPlace } from '../../api/places';
import { defineOperation, type Output } from '../../operation/define';
import { channelLocator } from '../locators/channel';
import { productLocator } from '../locators/product';
import {
	assignmentOf,
	productAssignments,
	simplifyAssignment,
	type ProductAssignment,
} from './productAssignments';

/** No cap is documented; the smallest of the catalogue's caps on changes that write no whole product (fact sheet 4.0). */
const MOST_ASSIGNMENTS = 50;

export const assignProducts = defineOperation({
	value: 'assignProducts',
	name: 'Assign Products',
	action: 'Assign products to channels',
	description:
		'Offer products on a sales channel, 50 items a request; what is assigned already stays assigned',
	scope: 'products:modify',
	optionalScopes: ['channels:read'],
	fields: [...channelLocator, ...productLocator],
	inBatches: {
		prepare: ({ params }) => assignmentOf(params),
		begin: ({ client, signal }) => {
			const doing = { doing: 'assign products to channels', scope: 'products:modify' } as const;
			return async (wanted) =>
				await sendMerged<ProductAssignment, Output>(wanted, {
					keyOf: ({ product_id, channel_id }) => `${channel_id}/${product_id}`,
					merge: (_earlier, later) => later,
					send: async (records) =>
						await sendInBatches<ProductAssignment, Output>(records, {
							...doing,
							size: MOST_ASSIGNMENTS,
							signal,
							send: async (body) =>
								await client.call('PUT', { ...doing, path: productAssignments.path, body }),
							settle: async (refusal, batch) => namedByPlace(refusal, batch),
							// The answer is empty: all of them were assigned.
							resultOf: (_body, record) => ({ assigned: true, ...simplifyAssignment(record) }),
						}),
				});
		},
	},
});
