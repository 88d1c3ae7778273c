import type { Order, OrderAddress, OrderProduct } from './orders';

/** A link instead of the lines where they were not asked for. */
interface LineLink {
	url: string;
	resource: string;
}

interface Consignment {
	id?: number;
	line_items?: Array<OrderProduct | LineLink> | LineLink;
	/** Says that only the first 50 lines are here (API notes 4.3). */
	__warning__?: unknown;
	[field: string]: unknown;
}

/** `consignment_structure=object` (API notes 4.2); anything else is not relied on. */
interface Consignments {
	pickups?: Consignment[];
	shipping?: Consignment[];
	downloads?: Consignment[];
	email?: { gift_certificates?: Consignment[] };
}

const consignmentsOf = ({ consignments }: Order): Consignments => consignments ?? {};

const isLine = (row: OrderProduct | LineLink): row is OrderProduct => 'id' in row;

const linesIn = ({ line_items }: Consignment): OrderProduct[] =>
	[line_items ?? []].flat().filter(isLine);

/**
 * The line items that came with the order, as `/products` would list them: both hold the same fields. Undefined when
 * they are not all of them: cut off at 50, or left out as has been seen (API notes 4.3).
 */
export function includedLines(order: Order): OrderProduct[] | undefined {
	const { pickups = [], shipping = [], downloads = [], email } = consignmentsOf(order);
	const all = [...pickups, ...shipping, ...downloads, ...(email?.gift_certificates ?? [])];
	const lines = all.flatMap(linesIn).sort((a, b) => a.id - b.id);
	const quantity = lines.reduce((sum, line) => sum + Number(line.quantity), 0);
	const cut = all.some((consignment) => '__warning__' in consignment);
	return cut || quantity < Number(order.items_total) ? undefined : lines;
}

/** The shipping addresses that came with the order; undefined when none could come. */
export function includedAddresses(order: Order): OrderAddress[] | undefined {
	const { shipping } = consignmentsOf(order);
	if (!Array.isArray(shipping) || shipping.length < Number(order.shipping_address_count))
		return undefined;
	return shipping.map(
		({ id, line_items: _lines, __warning__: _cut, ...address }) =>
			({ id, order_id: order.id, ...address }) as OrderAddress,
	);
}
