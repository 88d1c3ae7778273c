import type { Route } from '../http/routes.ts';
import { inventoryAdjustmentRoutes } from './inventoryAdjustments.ts';
import { inventoryItemRoutes } from './inventoryItems.ts';
import { locationRoutes } from './locations.ts';

export const inventoryRoutes: Route[] = [
	...inventoryAdjustmentRoutes,
	...inventoryItemRoutes,
	...locationRoutes,
];
