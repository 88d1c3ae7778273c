import type { Client, Query } from '../../api/client';
import { compact } from '../../api/values';
import type { Records } from '../records';
import { hasSku } from '../sku';
import { partsOf } from './productParts';
import type { ProductVariant } from './products';

/** Every variant of the store, the base variants of products without options among them (API notes 2.9). */
export const allVariants: Records = {
	path: '/v3/catalog/variants',
	paging: 'v3',
	pageSize: 250,
	task: 'list the product variants',
	noun: 'product variant',
	scope: 'products:read',
	modify: 'products:modify',
};

/** The variants of one product. */
export const variants = partsOf('variants', 'product variant');

export async function findVariantBySku(
	client: Client,
	sku: string,
	query?: Query,
): Promise<ProductVariant | undefined> {
	const found = await client.getRows<ProductVariant>({
		path: allVariants.path,
		query: { ...query, sku },
		task: `look for the variant with the SKU ${sku}`,
		scope: 'products:read',
	});
	return found.find(hasSku(sku));
}

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
