import type { Client, Query } from '../../api/client';
import { defineFields } from '../../operation/define';
import { shownWhen } from '../../operation/fields';
import type { Locator } from '../../operation/params';
import { idOf } from '../../operation/values';
import { findVariantBySku, allVariants } from '../../store/catalog/productVariants';
import type { ProductVariant } from '../../store/catalog/products';
import { missing } from '../../store/records';
import { productLocator } from '../../forms/locators/product';
import { variantLocator } from '../../forms/locators/variant';
import { skuField, toSku } from '../../forms/skuField';

/** One variant, as a form names it. */
export const variantForm = defineFields([
	{
		displayName: 'Find Variant By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'Product and Variant', value: 'variant' },
			{ name: 'SKU', value: 'sku', description: 'The product need not be known' },
		],
		default: 'variant',
		description: 'What the variant is found by',
	},
	...shownWhen({ findBy: ['variant'] }, productLocator),
	...shownWhen({ findBy: ['variant'] }, variantLocator),
	...shownWhen({ findBy: ['sku'] }, [{ ...skuField[0], required: true }]),
]);

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
