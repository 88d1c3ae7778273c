import { defineOperation, type Result, type Row } from '../../operation/define';
import { noted } from '../../operation/errors';
import { Lanes } from '../../operation/lanes';
import type { ParamsOf } from '../../operation/params';
import { orderReader } from '../../store/orders/orderReader';
import type { ShipmentRow } from '../../store/orders/parcels';
import { readRow } from './shipmentForm';
import { syncFields } from './syncFields';
import { syncOrder, type FailRows } from '../../store/orders/syncShipments';

type Params = ParamsOf<typeof syncFields>;

interface OrderRows {
	rows: ShipmentRow[];
	options: Params['options'];
}

/** Rows that cannot be read fail before anything is sent. */
function byOrder(rows: ReadonlyArray<Row<Params>>, fail: FailRows): Map<number, OrderRows> {
	const orders = new Map<number, OrderRows>();
	for (const { index, params } of rows) {
		try {
			const row = readRow(index, { ...params, ...params.additionalFields });
			const order = orders.get(row.orderId) ?? { rows: [], options: params.options };
			order.rows.push(row);
			orders.set(row.orderId, order);
		} catch (error) {
			fail(index, error);
		}
	}
	return orders;
}

/** A row fails once: what stops its order later has nothing to add to that. */
function oncePerRow(fail: FailRows): FailRows {
	const failed = new Set<number>();
	return (indexes, error) => {
		const others = [indexes].flat().filter((index) => !failed.has(index));
		for (const index of others) failed.add(index);
		if (others.length > 0) fail(others, error);
	};
}

export const sync = defineOperation({
	value: 'sync',
	name: 'Sync',
	action: 'Sync order shipments',
	description:
		'Bring the shipments of many orders in line with a list of tracking numbers, as a warehouse writes it',
	scope: 'orders:modify',
	fields: syncFields,
	async *runAll({ client, rows, fail, signal, warn }) {
		const results: Result[] = [];
		const lanes = new Lanes('parallel');
		let stopped: { reason: unknown } | undefined;
		let written = 0;
		const soFar = () => `${written} shipments were recorded or changed`;
		const failOrStop: FailRows = (indexes, error) => {
			try {
				fail(indexes, error);
			} catch (reason) {
				stopped ??= { reason };
			}
			if (stopped) throw stopped.reason;
		};
		const orders = byOrder(rows, fail);
		const read = orderReader(client, orders.keys());
		for (const [orderId, { rows: ofOrder, options }] of orders) {
			const failRow = oncePerRow(failOrStop);
			const work = async () => {
				const given = { ...options, fail: failRow, wrote: () => written++ };
				const [outcome] = await Promise.allSettled([
					read(orderId).then(async (order) => await syncOrder(client, order, ofOrder, given)),
				]);
				if (outcome.status === 'fulfilled') results.push(...outcome.value);
				else
					failRow(
						ofOrder.map(({ index }) => index),
						outcome.reason,
					);
			};
			lanes.add(orderId, async () => {
				// Once an order has stopped the run, those under way are finished and no other is begun.
				if (stopped || signal?.aborted) return;
				await work().catch((reason: unknown) => (stopped ??= { reason }));
			});
		}
		await lanes.finished();
		if (signal?.aborted) warn(`cancelled; ${soFar()}`);
		signal?.throwIfAborted();
		if (stopped) throw noted(stopped.reason as Error, soFar());
		yield results.sort((a, b) => (a.from[0] ?? 0) - (b.from[0] ?? 0));
	},
});
