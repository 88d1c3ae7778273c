import type { Route } from '../http/routes.ts';
import { brandRoutes } from './brands.ts';
import { cartRoutes } from './carts.ts';
import { categoryRoutes } from './categories.ts';
import { channelRoutes } from './channels.ts';
import { couponRoutes } from './coupons.ts';
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
import { productDeleteRoutes } from './productDeletes.ts';
import { productSummaryRoutes } from './productSummary.ts';
import { productRoutes } from './products.ts';
import { promotionCodeRoutes } from './promotionCodes.ts';
import { promotionRoutes } from './promotions.ts';
import { shipmentRoutes } from './shipments.ts';
import { storeInformationRoutes } from './storeInformation.ts';
import { subscriberAndGroupRoutes } from './subscribersAndGroups.ts';
import { variantRoutes } from './variants.ts';

/** Every endpoint of the store; `blocked` tells which webhook destinations rest. */
export const allRoutes = (blocked: (now: number) => unknown[]): Route[] => [
	...brandRoutes,
	...cartRoutes,
	...categoryRoutes,
	...channelRoutes,
	...couponRoutes,
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
	...productDeleteRoutes,
	...productRoutes,
	...productSummaryRoutes,
	...promotionCodeRoutes,
	...promotionRoutes,
	...shipmentRoutes,
	...storeInformationRoutes,
	...subscriberAndGroupRoutes,
	...variantRoutes,
];
