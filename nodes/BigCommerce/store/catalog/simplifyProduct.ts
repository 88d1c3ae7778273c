import { compact, inCamelCase, toIso } from '../../api/values';
import { simplifyVariant } from './productVariants';
import type { Product } from './products';

/** Parts of a product that come only where they were asked for. */
const PARTS = [
	'bulk_pricing_rules',
	'channels',
	'custom_fields',
	'images',
	'modifiers',
	'options',
	'parent_relations',
	'primary_image',
	'reviews',
	'videos',
] as const;

type WithParts = Product & { [part in (typeof PARTS)[number]]?: unknown } & { action?: string };

export function simplifyProduct(product: WithParts) {
	const parts = Object.fromEntries(
		PARTS.filter((part) => product[part] !== undefined).map((part) => [part, product[part]]),
	);
	return compact({
		id: product.id,
		action: product.action,
		name: product.name,
		sku: product.sku,
		type: product.type,
		price: product.price,
		salePrice: product.sale_price,
		calculatedPrice: product.calculated_price,
		isVisible: product.is_visible,
		availability: product.availability,
		inventoryTracking: product.inventory_tracking,
		inventoryLevel: product.inventory_level,
		brandId: product.brand_id,
		categoryIds: product.categories,
		url: product.custom_url?.url,
		dateCreated: toIso(product.date_created),
		dateModified: toIso(product.date_modified),
		...(inCamelCase(parts) as object),
		variants: product.variants?.map(simplifyVariant),
	});
}
