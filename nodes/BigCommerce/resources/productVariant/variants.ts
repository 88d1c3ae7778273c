import type { Client, Query } from '../../api/client';
import type { Locator } from '../../operation/params';
import { idOf } from '../../operation/values';
import { missing } from '../../store/records';
import { partsOf } from '../../store/catalog/productParts';
import { findVariantBySku, toSku } from '../product/bySku';
import { allVariants, type ProductVariant } from '../../store/catalog/products';

export const variants = partsOf('variants', 'product variant');

interface Named {
	findBy: 'variant' | 'sku';
	product: Locator;
	variant: Locator;
	sku: string;
}

export interface Located {
	productId: number;
	id: number;
	/** The record itself, where it had to be looked up anyway. */
	found?: ProductVariant;
}

/** The variant that a form names, and its product, which the addresses of the API begin with. */
export async function locate(
	client: Client,
	{ findBy, product, variant, sku }: Named,
	query?: Query,
): Promise<Located> {
	if (findBy === 'variant')
		return { productId: idOf(product, 'Product'), id: idOf(variant, 'Variant') };
	const wanted = toSku(sku);
	const found = await findVariantBySku(client, wanted, query);
	if (!found) return missing(allVariants, `with the SKU ${wanted}`);
	return { productId: found.product_id, id: found.id, found };
}

/** The variant that an item writes, by its SKU or by its id. */
export const namedVariant = ({ findBy, variant, sku }: Named) => ({
	by: findBy,
	name: findBy === 'sku' ? sku : variant.value,
});
