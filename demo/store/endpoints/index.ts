import type { Route } from '../http/routes.ts';
import { cartRoutes } from './carts.ts';
import { brandAndCategoryRoutes, productAndVariantRoutes, productPartRoutes } from './catalogue.ts';
import { catalogueAssignmentRoutes } from './catalogueAssignments.ts';
import { channelListingRoutes } from './channelListings.ts';
import { channelRoutes } from './channels.ts';
import { couponRoutes } from './coupons.ts';
import { customerAddressRoutes } from './customerAddresses.ts';
import { customerAttributeRoutes } from './customerAttributes.ts';
import { customerGroupRoutes } from './customerGroups.ts';
import { customerRoutes } from './customers.ts';
import { hookRoutes } from './hooks.ts';
import { inventoryRoutes } from './inventory.ts';
import { metafieldRoutes } from './metafields.ts';
import { orderPaymentRoutes } from './orderPayments.ts';
import { orderRoutes } from './orders.ts';
import { orderSubResourceRoutes } from './orderSubResources.ts';
import { priceAssignmentRoutes } from './priceAssignments.ts';
import { priceListRoutes } from './priceLists.ts';
import { priceRecordRoutes } from './priceRecords.ts';
import { promotionCodeRoutes } from './promotionCodes.ts';
import { promotionRoutes } from './promotions.ts';
import { shipmentRoutes } from './shipments.ts';
import { storeInformationRoutes } from './storeInformation.ts';
import { subscriberRoutes } from './subscribers.ts';

/** Every endpoint of the store; `blocked` tells which webhook destinations rest. */
export const allRoutes = (blocked: (now: number) => unknown[]): Route[] => [
	...brandAndCategoryRoutes,
	...cartRoutes,
	...catalogueAssignmentRoutes,
	...channelListingRoutes,
	...channelRoutes,
	...couponRoutes,
	...customerAddressRoutes,
	...customerAttributeRoutes,
	...customerGroupRoutes,
	...customerRoutes,
	...hookRoutes(blocked),
	...inventoryRoutes,
	...metafieldRoutes,
	...orderPaymentRoutes,
	...orderRoutes,
	...orderSubResourceRoutes,
	...priceAssignmentRoutes,
	...priceListRoutes,
	...priceRecordRoutes,
	...productAndVariantRoutes,
	...productPartRoutes,
	...promotionCodeRoutes,
	...promotionRoutes,
	...shipmentRoutes,
	...storeInformationRoutes,
	...subscriberRoutes,
];
