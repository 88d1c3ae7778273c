import { formNames } from '../../operation/apiBody';
import { compact, toIso } from '../../api/values';
import type { Product, ProductVariant } from '../../store/catalog/products';

export const simplifyVariant = (variant: ProductVariant) =>
	compact({
		id: variant.id,
		productId: variant.product_id,
		sku: variant.sku,
		options:
			variant.option_values &&
			Object.fromEntries(
				variant.option_values.map(({ option_display_name, label }) => [option_display_name, label]),
			),
		price: variant.price,
		salePrice: variant.sale_price,
		costPrice: variant.cost_price,
		calculatedPrice: variant.calculated_price,
		weight: variant.weight,
		upc: variant.upc,
		inventoryLevel: variant.inventory_level,
		purchasingDisabled: variant.purchasing_disabled,
		imageUrl: variant.image_url,
	});

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
		...(formNames(parts) as object),
		variants: product.variants?.map(simplifyVariant),
	});
}
