import { InputError } from '../../api/inputError';
import { numberKey, type GivenDetails } from './shipmentDetails';

/** One row of a warehouse's list, read and checked. */
export interface ShipmentRow {
	/** Position among the input items. */
	index: number;
	orderId: number;
	/** Empty means every line of the order. */
	sku: string;
	/** Without it all that is left. */
	quantity?: number;
	details: GivenDetails;
}

/** Rows of one order that go into the same parcel. */
export interface Parcel {
	trackingNumber: string;
	details: GivenDetails;
	rows: ShipmentRow[];
}

export type RefuseRow = (index: number, error: InputError) => void;

/** Without a tracking number, rows that say the same of their way are one parcel. */
const parcelKey = ({ details }: ShipmentRow) =>
	numberKey(details.tracking_number) || ` ${JSON.stringify(Object.entries(details).sort())}`;

/** Rows with one tracking number are one parcel; a row that says otherwise of its way than the first is refused. */
export function intoParcels(rows: readonly ShipmentRow[], refuse: RefuseRow): Parcel[] {
	const parcels = new Map<string, Parcel>();
	for (const row of rows) {
		const key = parcelKey(row);
		const parcel = parcels.get(key);
		const clash = parcel && clashOf(parcel.details, row.details);
		if (clash) refuse(row.index, clash);
		else if (parcel) {
			parcel.details = merged(parcel.details, row.details);
			parcel.rows.push(row);
		} else
			parcels.set(key, {
				trackingNumber: numberKey(row.details.tracking_number),
				details: row.details,
				rows: [row],
			});
	}
	return [...parcels.values()];
}

const LABELS: Partial<Record<keyof GivenDetails, string>> = {
	shipping_provider: 'Carrier',
	tracking_carrier: 'Carrier',
	shipping_method: 'Shipping Method',
	tracking_link: 'Tracking Link',
	merchant_shipping_cost: 'Shipping Cost',
	shipDay: 'Ship Date',
};

function clashOf(one: GivenDetails, other: GivenDetails): InputError | undefined {
	const field = (Object.keys(LABELS) as Array<keyof GivenDetails>).find(
		(name) => one[name] !== undefined && other[name] !== undefined && one[name] !== other[name],
	);
	if (!field) return undefined;
	return new InputError(
		`'${LABELS[field]}' differs between rows with the tracking number ${one.tracking_number ?? ''}`,
		'Rows with one tracking number are one shipment: let them say the same, or use another tracking number.',
	);
}

/** A shipment has one comment: different ones of its rows stand below each other. */
function merged(one: GivenDetails, other: GivenDetails): GivenDetails {
	const comments = [
		...new Set([one.comments, other.comments].flatMap((text) => text?.split('\n') ?? [])),
	].join('\n');
	return { ...other, ...one, ...(comments && { comments }) };
}
