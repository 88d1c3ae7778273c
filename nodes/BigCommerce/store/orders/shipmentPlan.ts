import { InputError } from '../../api/inputError';
import type { OrderProduct, Shipment } from './orders';
import { changesTo, numberKey, type ShipmentDetails } from './shipmentDetails';
import { nothingLeft, notOneSku, notShipped, tooMany, unknownSku } from './shipmentRefusals';
import { isShipped, linesWithSku } from './orderLines';
import { intoParcels, type Parcel, type RefuseRow, type ShipmentRow } from './parcels';
import { OrderPieces, type Portion } from './orderPieces';

/** A shipment that is to be recorded: one parcel's items at one address. */
export interface PlannedShipment {
	addressId: number;
	items: Map<number, number>;
	parcel: Parcel;
}

export interface ShipmentChange {
	shipment: Shipment;
	changes: ShipmentDetails;
}

export interface PlannedRow {
	row: ShipmentRow;
	/** What of the row stands on shipments already, and what is to go out now. */
	portions: Portion[];
	creations: Set<PlannedShipment>;
	changes: Set<ShipmentChange>;
}

export interface ShipmentPlan {
	creations: PlannedShipment[];
	changes: ShipmentChange[];
	rows: PlannedRow[];
}

/** Exact rows first, so that a row without SKU or quantity gets what they leave. */
const exactness = ({ sku, quantity }: ShipmentRow) => (quantity !== undefined ? 0 : sku ? 1 : 2);

/**
 * Decides what the rows of one order mean for it: what is recorded already, what is to be recorded, and which shipments
 * say something else of their way. Pure, so that the same rows on the order that results give an empty plan.
 */
export function planOrder(
	rows: readonly ShipmentRow[],
	lines: readonly OrderProduct[],
	shipments: readonly Shipment[],
	refuse: RefuseRow,
): ShipmentPlan {
	const pieces = new OrderPieces(lines, shipments);
	const parcels = intoParcels(rows, refuse);
	const taken = parcels
		.flatMap((parcel) => parcel.rows.map((row) => ({ row, parcel })))
		.sort((a, b) => exactness(a.row) - exactness(b.row) || a.row.index - b.row.index)
		.flatMap(({ row, parcel }) => {
			const portions = take(row, parcel, lines, pieces);
			if (!(portions instanceof InputError)) return [{ row, parcel, portions }];
			refuse(row.index, portions);
			return [];
		});

	const plan: ShipmentPlan = { creations: [], changes: [], rows: [] };
	for (const parcel of parcels) {
		const own = taken.filter((entry) => entry.parcel === parcel);
		// A set, as rows that say the same share their portions.
		const portionsOfAll = new Set(own.flatMap(({ portions }) => portions));
		const creations = creationsOf(parcel, portionsOfAll);
		const changes = changesOf(parcel, portionsOfAll);
		plan.creations.push(...creations);
		plan.changes.push(...changes);
		for (const { row, portions } of own) {
			plan.rows.push({
				row,
				portions,
				creations: new Set(
					creations.filter(({ items }) =>
						portions.some(({ shipment, line }) => !shipment && items.has(line.id)),
					),
				),
				changes: new Set(
					changes.filter(({ shipment }) =>
						portions.some((portion) => portion.shipment === shipment),
					),
				),
			});
		}
	}
	return plan;
}

function creationsOf(parcel: Parcel, portions: ReadonlySet<Portion>): PlannedShipment[] {
	const byAddress = new Map<number, PlannedShipment>();
	for (const { shipment, line, quantity } of portions) {
		if (shipment) continue;
		const addressId = line.order_address_id;
		const creation = byAddress.get(addressId) ?? {
			addressId,
			items: new Map<number, number>(),
			parcel,
		};
		creation.items.set(line.id, (creation.items.get(line.id) ?? 0) + quantity);
		byAddress.set(addressId, creation);
	}
	return [...byAddress.values()];
}

/** A shipment with a tracking number is changed by rows with that number alone. */
function changesOf(parcel: Parcel, portions: ReadonlySet<Portion>): ShipmentChange[] {
	const own = new Set([...portions].flatMap(({ shipment }) => shipment ?? []));
	return [...own]
		.filter(
			({ tracking_number }) =>
				!numberKey(tracking_number) || numberKey(tracking_number) === parcel.trackingNumber,
		)
		.map((shipment) => ({ shipment, changes: changesTo(shipment, parcel.details) }))
		.filter(({ changes }) => Object.keys(changes).length > 0);
}

/** The pieces that a row stands for, or why it cannot be carried out. */
function take(
	row: ShipmentRow,
	parcel: Parcel,
	lines: readonly OrderProduct[],
	pieces: OrderPieces,
): Portion[] | InputError {
	const meant = row.sku ? linesWithSku(lines, row.sku) : [...lines];
	if (meant.length === 0) return row.sku ? unknownSku(row, lines) : notShipped(row);
	const shipped = meant.filter(isShipped);
	if (shipped.length === 0) return notShipped(row);
	if (
		row.quantity !== undefined &&
		!row.sku &&
		new Set(shipped.map(({ sku, id }) => sku.toLowerCase() || id)).size > 1
	)
		return notOneSku(row, shipped);
	const portions =
		row.quantity === undefined
			? takeAll(parcel, shipped, pieces)
			: takeSome(row.quantity, parcel, shipped, pieces);
	if (portions.length > 0) return portions;
	const left = pieces.left(shipped);
	return left === 0 || row.quantity === undefined
		? nothingLeft(row, pieces.shipmentsOf(shipped))
		: tooMany(row, left);
}

/** So many pieces: those that the parcel holds already, then those that are left. */
function takeSome(
	quantity: number,
	parcel: Parcel,
	lines: OrderProduct[],
	pieces: OrderPieces,
): Portion[] {
	const held = pieces.held(parcel, lines, quantity);
	const missing = quantity - sum(held);
	const fresh = pieces.toGo(lines, missing);
	if (sum(fresh) === missing) return pieces.commit(parcel, [...held, ...fresh]);
	if (pieces.left(lines) > 0) return [];
	const others = pieces.heldElsewhere(parcel, lines, missing);
	return sum(others) === missing ? pieces.commit(parcel, [...held, ...others]) : [];
}

/**
 * All that is left. A tracking number that an address has already was carried out there: a later row with it must not
 * send out what was added or freed since.
 */
function takeAll(parcel: Parcel, lines: OrderProduct[], pieces: OrderPieces): Portion[] {
	const held = pieces.held(parcel, lines);
	const known = new Set(pieces.addressesOf(parcel, lines));
	const fresh = pieces.toGo(
		parcel.trackingNumber ? lines.filter((line) => !known.has(line.order_address_id)) : lines,
	);
	if (fresh.length > 0)
		return pieces.commit(parcel, parcel.trackingNumber ? [...held, ...fresh] : fresh);
	if (held.length > 0) return pieces.commit(parcel, held);
	const shared = pieces.alreadyTaken(parcel, lines);
	return shared.length > 0 ? shared : pieces.commit(parcel, pieces.heldElsewhere(parcel, lines));
}

const sum = (portions: readonly Portion[]) =>
	portions.reduce((total, { quantity }) => total + quantity, 0);
