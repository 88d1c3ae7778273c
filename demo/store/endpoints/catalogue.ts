import type { Route } from '../http/routes.ts';
import { brandRoutes } from './brands.ts';
import { bulkPricingRuleRoutes } from './bulkPricingRules.ts';
import { categoryRoutes } from './categories.ts';
import { categoryTreeRoutes } from './categoryTrees.ts';
import { complexRuleRoutes } from './complexRules.ts';
import { customFieldRoutes } from './customFields.ts';
import { productDeleteRoutes } from './productDeletes.ts';
import { imageRoutes } from './productImages.ts';
import { modifierRoutes } from './productModifiers.ts';
import { optionRoutes } from './productOptions.ts';
import { reviewRoutes } from './productReviews.ts';
import { productRoutes } from './products.ts';
import { productSummaryRoutes } from './productSummary.ts';
import { productVariantRoutes } from './productVariants.ts';
import { videoRoutes } from './productVideos.ts';
import { variantRoutes } from './variants.ts';

export const productAndVariantRoutes: Route[] = [
	...productDeleteRoutes,
	...productRoutes,
	...productSummaryRoutes,
	...productVariantRoutes,
	...variantRoutes,
];

export const productPartRoutes: Route[] = [
	...bulkPricingRuleRoutes,
	...complexRuleRoutes,
	...customFieldRoutes,
	...imageRoutes,
	...modifierRoutes,
	...optionRoutes,
	...reviewRoutes,
	...videoRoutes,
];

export const brandAndCategoryRoutes: Route[] = [
	...brandRoutes,
	...categoryRoutes,
	...categoryTreeRoutes,
];
