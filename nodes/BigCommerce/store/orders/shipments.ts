import { at, type Client } from '../../api/client';
import { compact, toAmount, toIso } from '../../api/values';
import { readShipments, shipments, type Shipment } from './orders';
import { providerOf } from './carriers';
import { sameNumber, type ShipmentDetails } from './shipmentDetails';

export const shipmentPath = (orderId: number, id: number) =>
	at`/v2/orders/${orderId}/shipments/${id}`;

export interface NewShipment {
	orderId: number;
	addressId: number;
	/** Line ids and how many of each. */
	items: Map<number, number>;
	details: ShipmentDetails;
}

const holds = ({ items }: Shipment, wanted: Map<number, number>) =>
	items.length === wanted.size &&
	items.every(({ order_product_id, quantity }) => wanted.get(order_product_id) === quantity);

/**
 * Records a shipment once. After a lost answer it is looked for among the shipments that were not `known` before: same
 * address, same tracking number, same items.
 */
export async function createShipment(
	client: Client,
	{ orderId, addressId, items, details }: NewShipment,
	known: readonly Shipment[],
): Promise<Shipment> {
	const ids = new Set(known.map(({ id }) => id));
	return await client.create<Shipment>({
		path: shipments(orderId).path,
		body: {
			order_address_id: addressId,
			items: [...items].map(([order_product_id, quantity]) => ({ order_product_id, quantity })),
			// Left out, the provider would become "custom", without a tracking link (API notes 4.11).
			shipping_provider: '',
			...details,
		},
		task: `record a shipment of order ${orderId}`,
		scope: 'orders:modify',
		// It was not there before: carriers are written in the store's own way.
		isSame: () => true,
		find: async () =>
			(await readShipments(client, orderId)).find(
				(shipment) =>
					!ids.has(shipment.id) &&
					shipment.order_address_id === addressId &&
					sameNumber(shipment.tracking_number, details.tracking_number) &&
					holds(shipment, items),
			),
	});
}

/** A shipment that was written, with what its customer will miss. */
export const simplifyWritten = (shipment: Shipment) => ({
	...simplifyShipment(shipment),
	...compact({ warning: linkWarning(shipment) }),
});

/** Changes what was given; items can never be changed, and whatever is left out stays (orderShipment_Put). */
export async function updateShipment(
	client: Client,
	{ orderId, id }: { orderId: number; id: number },
	changes: ShipmentDetails,
): Promise<Shipment | undefined> {
	return await client.put<Shipment>({
		path: shipmentPath(orderId, id),
		body: changes,
		task: `update shipment ${id} of order ${orderId}`,
		scope: 'orders:modify',
	});
}

export const readShipment = async (
	client: Client,
	orderId: number,
	id: number,
): Promise<Shipment> =>
	(await client.get<Shipment>({
		path: shipmentPath(orderId, id),
		task: `read shipment ${id} of order ${orderId}`,
		scope: 'orders:read',
	})) as Shipment;

/** BigCommerce calls it "Other" where there is no provider, whatever carrier stands beside it (API notes 4.11). */
const carrierOf = (shipment: Shipment) =>
	providerOf(shipment)
		? shipment.shipping_provider_display_name || shipment.shipping_provider
		: shipment.tracking_carrier || '';

const trackingLinkOf = ({ tracking_link, generated_tracking_link }: Shipment) =>
	tracking_link || generated_tracking_link || '';

const NO_LINK =
	"BigCommerce made no tracking link. Give a carrier that it or AfterShip knows, or a 'Tracking Link' of your own.";

/** Where the customer cannot follow a parcel whose number is known, nothing but this tells so. */
export const linkWarning = (shipment: Shipment) =>
	shipment.tracking_number && !trackingLinkOf(shipment) ? NO_LINK : undefined;

/** The same of a shipment that is not written yet: without a carrier there is nothing to make a link from. */
export const expectedLinkWarning = (details: ShipmentDetails) =>
	details.tracking_number &&
	!(details.tracking_link || details.shipping_provider || details.tracking_carrier)
		? NO_LINK
		: undefined;

export const simplifyShipment = (shipment: Shipment) =>
	compact({
		id: shipment.id,
		orderId: shipment.order_id,
		orderAddressId: shipment.order_address_id,
		dateCreated: toIso(shipment.date_created),
		trackingNumber: shipment.tracking_number,
		trackingLink: trackingLinkOf(shipment),
		carrier: carrierOf(shipment),
		shippingMethod: shipment.shipping_method,
		shippingCost: toAmount(shipment.merchant_shipping_cost),
		comments: shipment.comments,
		items: (shipment.items ?? []).map(({ order_product_id, product_id, quantity }) => ({
			lineItemId: order_product_id,
			productId: product_id,
			quantity,
		})),
	});
