import type { OrderProduct, Shipment } from './orders';
import { changesTo, numberKey } from './shipmentDetails';
import { leftOf, linesWithSku } from './orderLines';
import type { Parcel } from './parcels';

/** Some pieces of a line: standing on a shipment already, or to go out now. */
export interface Portion {
	line: OrderProduct;
	quantity: number;
	shipment?: Shipment;
}

/** Pieces of a line on a recorded shipment, less those that a row has been matched with. */
interface RecordedPieces extends Portion {
	shipment: Shipment;
	unmatched: number;
}

/** The pieces of one order while its rows are matched with them: no piece serves two rows. */
export class OrderPieces {
	private readonly lines: readonly OrderProduct[];
	private readonly toShip = new Map<number, number>();
	private readonly recorded: RecordedPieces[] = [];
	private readonly taken = new Map<Parcel, Portion[]>();

	constructor(lines: readonly OrderProduct[], shipments: readonly Shipment[]) {
		this.lines = lines;
		for (const line of lines) this.toShip.set(line.id, leftOf(line));
		for (const shipment of shipments) {
			for (const { order_product_id, quantity } of shipment.items ?? []) {
				const line = lines.find(({ id }) => id === order_product_id);
				if (line) this.recorded.push({ line, shipment, quantity, unmatched: quantity });
			}
		}
	}

	left(lines: readonly OrderProduct[]): number {
		return lines.reduce((total, { id }) => total + (this.toShip.get(id) ?? 0), 0);
	}

	/** Pieces that can go out now, up to `most`. */
	toGo(lines: readonly OrderProduct[], most = Number.POSITIVE_INFINITY): Portion[] {
		return upTo(
			most,
			lines.map((line) => ({ line, quantity: this.toShip.get(line.id) ?? 0 })),
		);
	}

	/** Pieces on shipments with the parcel's tracking number; those that say the same of their way come first. */
	held(parcel: Parcel, lines: readonly OrderProduct[], most = Number.POSITIVE_INFINITY): Portion[] {
		const own = this.of(lines).filter(({ shipment }) => isOwn(parcel, shipment));
		const differs = ({ shipment }: RecordedPieces) =>
			Number(Object.keys(changesTo(shipment, parcel.details)).length > 0);
		return unmatched(
			most,
			own.sort((a, b) => differs(a) - differs(b)),
		);
	}

	/**
	 * Pieces on other shipments that a parcel may count as its own. One with a tracking number takes over shipments that
	 * were recorded without: the number came later. One without is content with any.
	 */
	heldElsewhere(
		parcel: Parcel,
		lines: readonly OrderProduct[],
		most = Number.POSITIVE_INFINITY,
	): Portion[] {
		const others = this.of(lines).filter(({ shipment }) => !isOwn(parcel, shipment));
		if (!parcel.trackingNumber) return unmatched(most, others);
		const fitting = others.filter(
			(entry) => entry.unmatched === entry.quantity && this.fitsInto(parcel, entry.shipment),
		);
		return fitting.reduce((total, { quantity }) => total + quantity, 0) <= most
			? unmatched(most, fitting)
			: [];
	}

	/** What other rows of the same parcel have taken: a row that adds nothing to them says the same once more. */
	alreadyTaken(parcel: Parcel, lines: readonly OrderProduct[]): Portion[] {
		return (this.taken.get(parcel) ?? []).filter(({ line }) => lines.includes(line));
	}

	/** Addresses to which the parcel's tracking number has gone with some of the lines. */
	addressesOf(parcel: Parcel, lines: readonly OrderProduct[]): number[] {
		return this.of(lines)
			.filter(({ shipment }) => isOwn(parcel, shipment))
			.map(({ line }) => line.order_address_id);
	}

	shipmentsOf(lines: readonly OrderProduct[]): Shipment[] {
		return [...new Set(this.of(lines).map(({ shipment }) => shipment))];
	}

	/** From now on the pieces belong to a row of the parcel. */
	commit(parcel: Parcel, portions: Portion[]): Portion[] {
		for (const { line, shipment, quantity } of portions) {
			if (!shipment) this.toShip.set(line.id, (this.toShip.get(line.id) ?? 0) - quantity);
			else
				for (const entry of this.recorded)
					if (entry.line === line && entry.shipment === shipment) entry.unmatched -= quantity;
		}
		this.taken.set(parcel, [...(this.taken.get(parcel) ?? []), ...portions]);
		return portions;
	}

	private of(lines: readonly OrderProduct[]): RecordedPieces[] {
		return this.recorded.filter(({ line }) => lines.includes(line));
	}

	/** A shipment gets a tracking number as a whole, so all that it holds must be meant by rows with that number. */
	private fitsInto(parcel: Parcel, shipment: Shipment): boolean {
		if (numberKey(shipment.tracking_number)) return false;
		const meant = parcel.rows.flatMap(({ sku }) =>
			sku ? linesWithSku(this.lines, sku) : this.lines,
		);
		return this.recorded.every(
			(entry) => entry.shipment !== shipment || meant.includes(entry.line),
		);
	}
}

const isOwn = ({ trackingNumber }: Parcel, { tracking_number }: Shipment) =>
	numberKey(tracking_number) === trackingNumber;

const unmatched = (most: number, entries: readonly RecordedPieces[]) =>
	upTo(
		most,
		entries.map(({ line, shipment, unmatched: quantity }) => ({ line, shipment, quantity })),
	);

/** The first pieces, up to `most` of them. */
function upTo(most: number, portions: readonly Portion[]): Portion[] {
	let left = most;
	return portions.flatMap((portion) => {
		const quantity = Math.min(portion.quantity, left);
		left -= quantity;
		return quantity > 0 ? [{ ...portion, quantity }] : [];
	});
}
