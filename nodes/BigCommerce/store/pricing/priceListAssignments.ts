import type { Client } from '../../api/client';
import { idChunks } from '../../api/idChunks';
import { list, type Collection } from '../../api/pagination';

/** Who gets the prices of a list: a customer group, the shoppers of a channel, or a group on a channel. */
export interface PriceListTarget {
	price_list_id: number;
	customer_group_id?: number | null;
	channel_id?: number | null;
}

export interface PriceListAssignment extends PriceListTarget {
	id: number;
}

/** An assignment that was made; its id is known once it was read. */
export type AssignedPriceList = PriceListTarget & Partial<PriceListAssignment>;

export const priceListAssignments: Collection = {
	path: '/v3/pricelists/assignments',
	paging: 'cursor',
	pageSize: 250,
	task: 'list the price list assignments',
	scope: 'products:read',
};

export const assignmentKey = ({ price_list_id, customer_group_id, channel_id }: PriceListTarget) =>
	[price_list_id, customer_group_id || '', channel_id || ''].join('/');

/** Assignments by what they assign. */
export type PresentAssignments = Map<string, PriceListAssignment>;

/** The present assignments of the same price lists. */
export async function readPresent(
	client: Client,
	targets: PriceListTarget[],
): Promise<PresentAssignments> {
	const chunks = idChunks(targets.map(({ price_list_id }) => price_list_id));
	const found = await Promise.all(
		chunks.map(
			async (ids) =>
				await list<PriceListAssignment>(client, priceListAssignments, {
					query: { 'price_list_id:in': ids },
				}),
		),
	);
	return new Map(found.flat().map((assignment) => [assignmentKey(assignment), assignment]));
}

export const simplifyAssignment = (assignment: AssignedPriceList) => ({
	id: assignment.id,
	priceListId: assignment.price_list_id,
	customerGroupId: assignment.customer_group_id || null,
	channelId: assignment.channel_id || null,
});
