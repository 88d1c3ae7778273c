import { groupedBy } from '../../api/grouped';
import { several } from '../../api/several';
import { defineOperation, type Result } from '../../operation/define';
import { noted } from '../../operation/errors';
import type { ParamsOf } from '../../operation/params';
import { orderReader } from '../../store/orders/orderReader';
import type { ShipmentRow } from '../../store/orders/parcels';
import { readRow } from './shipmentForm';
import { syncFields } from './syncFields';
import { syncOrder } from '../../store/orders/syncShipments';

interface RowOfOrder {
	row: ShipmentRow;
	options: ParamsOf<typeof syncFields>['options'];
}

export const sync = defineOperation({
	value: 'sync',
	name: 'Sync',
	action: 'Sync order shipments',
	description:
		'Bring the shipments of many orders in line with a list of tracking numbers, as a warehouse writes it',
	scope: 'orders:modify',
	fields: syncFields,
	prepare: ({ params, item }): RowOfOrder => ({
		row: readRow(item.index, params.columns.values),
		options: params.options,
	}),
	allAtOnce: true,
	async *many({ records, run: { client, signal, warn }, fail }) {
		const results: Result[] = [];
		let written = 0;
		const soFar = () => `${written} shipments were recorded or changed`;
		const orders = groupedBy(records, ({ row }) => row.orderId);
		const read = orderReader(client, orders.keys());
		const syncing = several(orders, async ([orderId, ofOrder]) => {
			const rows = ofOrder.map(({ row }) => row);
			const given = { ...ofOrder[0]?.options, fail, wrote: () => written++ };
			const [outcome] = await Promise.allSettled([
				read(orderId).then(async (order) => await syncOrder(client, order, rows, given)),
			]);
			if (outcome.status === 'fulfilled') for (const result of outcome.value) results.push(result);
			else
				fail(
					rows.map(({ index }) => index),
					outcome.reason,
				);
		});
		const [ended] = await Promise.allSettled([syncing]);
		if (signal?.aborted) warn(`cancelled; ${soFar()}`);
		signal?.throwIfAborted();
		if (ended.status === 'rejected') throw noted(ended.reason as Error, soFar());
		yield results.sort((a, b) => (a.from[0] ?? 0) - (b.from[0] ?? 0));
	},
});
