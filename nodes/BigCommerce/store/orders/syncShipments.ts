import type { Client } from '../../api/client';
import { includedLines } from './consignments';
import {
	readLineItems,
	readOrder,
	readShipments,
	type Order,
	type OrderProduct,
	type Shipment,
} from './orders';
import { bodyOf } from './shipmentDetails';
import { leftOf, nameOf, toCollect } from './orderLines';
import { settleStatus } from './shippedStatus';
import {
	planOrder,
	type ShipmentChange,
	type PlannedShipment,
	type ShipmentPlan,
	type PlannedRow,
} from './shipmentPlan';
import { createShipment, expectedLinkWarning, linkWarning, updateShipment } from './shipments';
import type { ShipmentRow } from './parcels';

/** Fails one row, or several that share a fate; rows are named by their position among the input items. */
export type FailRows = (indexes: number | number[], error: unknown) => void;

/** What became of one row. */
export interface RowResult {
	json: object;
	from: [number];
}

export interface SyncOptions {
	setOrderStatus?: boolean;
	/** Says what would be done, and writes nothing. */
	preview?: boolean;
	fail: FailRows;
	/** Told of each shipment that was recorded or changed. */
	wrote: () => void;
}

type ShippingStep = PlannedShipment | ShipmentChange;

/** What became of the planned steps. */
interface WrittenSteps {
	shipments: Map<ShippingStep, Shipment>;
	failures: Map<ShippingStep, unknown>;
}

const noSteps = (): WrittenSteps => ({ shipments: new Map(), failures: new Map() });

/** An order of which nothing has gone has no shipments to read. */
const hasShipped = ({ items_shipped }: Order, lines: readonly OrderProduct[]) =>
	Number(items_shipped) > 0 || lines.some(({ quantity_shipped }) => Number(quantity_shipped) > 0);

/** Makes one order right by its rows: what is missing, and the order's status at the end. */
export async function syncOrder(
	client: Client,
	order: Order,
	rows: readonly ShipmentRow[],
	{ setOrderStatus = true, preview = false, fail, wrote }: SyncOptions,
): Promise<RowResult[]> {
	const orderId = order.id;
	const lines = includedLines(order) ?? (await readLineItems(client, orderId));
	const shipments = hasShipped(order, lines) ? await readShipments(client, orderId) : [];
	const plan = planOrder(rows, lines, shipments, fail);
	if (plan.rows.length === 0) return [];

	const done = preview
		? noSteps()
		: await carryOut(client, orderId, plan, { present: shipments, wrote });
	const recorded = plan.creations.filter((creation) => preview || done.shipments.has(creation));
	const progress = progressOf(lines, recorded);
	// BigCommerce itself may have moved the status with a shipment.
	const present = recorded.length > 0 && !preview ? await readOrder(client, orderId) : order;
	const settled = await settleStatus(
		client,
		present,
		{ ...progress, isNew: recorded.length > 0 },
		setOrderStatus && !preview,
	);
	return plan.rows.flatMap((planned) => {
		const step = [...planned.creations, ...planned.changes].find((one) => done.failures.has(one));
		if (!step)
			return [
				{
					json: describe(planned, settled, done, progress.left + progress.toCollect, preview),
					from: [planned.row.index],
				},
			];
		fail(planned.row.index, done.failures.get(step));
		return [];
	});
}

/** Step after step, as shipments of one order must not race; what one refuses does not stop the others. */
async function carryOut(
	client: Client,
	orderId: number,
	plan: ShipmentPlan,
	{ present, wrote }: { present: readonly Shipment[]; wrote: () => void },
): Promise<WrittenSteps> {
	const done = noSteps();
	for (const creation of plan.creations) {
		client.signal?.throwIfAborted();
		const { addressId, items, parcel } = creation;
		const known = [...present, ...done.shipments.values()];
		const [outcome] = await Promise.allSettled([
			createShipment(client, { orderId, addressId, items, details: bodyOf(parcel.details) }, known),
		]);
		if (outcome.status === 'rejected') done.failures.set(creation, outcome.reason);
		else {
			done.shipments.set(creation, outcome.value);
			wrote();
		}
	}
	for (const change of plan.changes) {
		client.signal?.throwIfAborted();
		const { shipment, changes } = change;
		const [outcome] = await Promise.allSettled([
			updateShipment(client, { orderId, id: shipment.id }, changes),
		]);
		if (outcome.status === 'rejected') done.failures.set(change, outcome.reason);
		else {
			done.shipments.set(change, outcome.value ?? { ...shipment, ...changes });
			wrote();
		}
	}
	return done;
}

function progressOf(lines: readonly OrderProduct[], recorded: readonly PlannedShipment[]) {
	const now = recorded
		.flatMap(({ items }) => [...items.values()])
		.reduce((sum, quantity) => sum + quantity, 0);
	return {
		left: lines.reduce((sum, line) => sum + leftOf(line), 0) - now,
		toCollect: lines.reduce((sum, line) => sum + toCollect(line), 0),
		shipped: lines.reduce((sum, { quantity_shipped }) => sum + (quantity_shipped ?? 0), 0) + now,
	};
}

function describe(
	{ row, portions, creations, changes }: PlannedRow,
	order: Order,
	done: WrittenSteps,
	left: number,
	preview: boolean,
) {
	const present = portions.flatMap(({ shipment }) => shipment?.id ?? []);
	const written = [...creations, ...changes].flatMap((step) => done.shipments.get(step) ?? []);
	const isChanged = creations.size + changes.size > 0;
	const warning =
		preview && isChanged
			? expectedLinkWarning(row.details)
			: written.map(linkWarning).find((text) => text !== undefined);
	return {
		orderId: row.orderId,
		action: creations.size > 0 ? 'created' : changes.size > 0 ? 'updated' : 'unchanged',
		...(preview && { preview: true }),
		trackingNumber: row.details.tracking_number ?? '',
		shipmentIds: [...new Set([...present, ...written.map(({ id }) => id)])],
		shipped: bySku(portions),
		left,
		orderStatus: order.custom_status || order.status,
		orderStatusId: order.status_id,
		...(warning && { warning }),
	};
}

/** Lines with one SKU count as one, and so do its pieces on several shipments. */
function bySku(portions: PlannedRow['portions']) {
	const total = new Map<string, number>();
	for (const { line, quantity } of portions)
		total.set(nameOf(line), (total.get(nameOf(line)) ?? 0) + quantity);
	return [...total].map(([sku, quantity]) => ({ sku, quantity }));
}
