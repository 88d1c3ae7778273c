import { InputError } from '../../api/inputError';
import type { OrderProduct } from './orders';
import { isShipped, leftOf, linesWithSku, nameOf } from './orderLines';

export interface ChosenItem {
	/** A SKU or the id of a line. */
	line: string;
	/** Without it all that is left of the line. */
	quantity?: number;
}

export interface ParcelChoice {
	/** Without it all that is left. */
	items?: readonly ChosenItem[];
	/** May be left out where everything goes to one address. */
	addressId?: number;
}

/** What one shipment shall hold, and the one address that it goes to. */
export function chooseItems(
	orderId: number,
	lines: readonly OrderProduct[],
	{ items, addressId }: ParcelChoice,
) {
	const open = lines.filter(
		(line) => leftOf(line) > 0 && (!addressId || line.order_address_id === addressId),
	);
	if (open.length === 0) {
		throw new InputError(
			`Nothing of order ${orderId} is left to ship${addressId ? ` to address ${addressId}` : ''}`,
			lines.some(isShipped)
				? 'Look at its shipments with Get Many.'
				: 'Its line items are digital and need no shipment.',
		);
	}
	const left = new Map(open.map((line) => [line.id, leftOf(line)]));
	const chosen = items
		? items.reduce(
				(all, item) => add(all, take(orderId, item, open, left)),
				new Map<number, number>(),
			)
		: left;
	if (chosen.size === 0)
		throw new InputError("'Items' is empty", "Add a line item, or set 'Ship' to All That Is Left.");
	const addresses = [
		...new Set(
			open.filter(({ id }) => chosen.has(id)).map(({ order_address_id }) => order_address_id),
		),
	];
	if (addresses.length > 1) {
		throw new InputError(
			`The line items of order ${orderId} go to several addresses (${addresses.join(', ')})`,
			"Name one of them under 'Shipping Address ID', or use Sync, which makes a shipment for each.",
		);
	}
	return { addressId: addresses[0] as number, items: chosen };
}

/** Takes pieces off what is left, so that two entries for one line do not ship it twice. */
function take(
	orderId: number,
	{ line: key, quantity: wanted }: ChosenItem,
	open: readonly OrderProduct[],
	left: Map<number, number>,
) {
	const bySku = key ? linesWithSku(open, key) : [];
	const meant = bySku.length > 0 ? bySku : open.filter(({ id }) => String(id) === key);
	const available = meant.reduce((sum, { id }) => sum + (left.get(id) ?? 0), 0);
	let missing = wanted ?? available;
	if (available === 0 || missing > available) {
		throw new InputError(
			`Order ${orderId} has ${available} of "${key}" left to ship${wanted ? `, not ${wanted}` : ''}`,
			`Left are ${open.map((one) => `${leftOf(one)} of ${nameOf(one)}`).join(', ')}.`,
		);
	}
	const taken = new Map<number, number>();
	for (const { id } of meant) {
		const pieces = Math.min(missing, left.get(id) ?? 0);
		if (pieces > 0) taken.set(id, pieces);
		left.set(id, (left.get(id) ?? 0) - pieces);
		missing -= pieces;
	}
	return taken;
}

function add(all: Map<number, number>, more: Map<number, number>): Map<number, number> {
	for (const [id, quantity] of more) all.set(id, (all.get(id) ?? 0) + quantity);
	return all;
}
