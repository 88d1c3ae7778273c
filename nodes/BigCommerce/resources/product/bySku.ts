import type { Outcome } from '../../api/batch';
import type { Client, Query } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import { idChunks } from '../../api/idChunks';
import { readOrWalk } from '../../api/pagination';
import { InputError } from '../../operation/errors';
import type { Locator } from '../../operation/params';
import { idOf } from '../../operation/values';
import { missing } from '../records';
import { sameSku, skuKey } from '../sku';
import { allVariants, products, type Product, type ProductVariant } from './products';

export function toSku(given: unknown, label = 'SKU'): string {
	const sku = String(given ?? '').trim();
	if (sku) return sku;
	throw new InputError(
		`'${label}' is empty`,
		`Give '${label}' the SKU as it stands in the control panel.`,
	);
}

/** A list is separated by commas, so that a SKU with a comma is asked for alone. */
function filtersFor(skus: readonly string[]): Query[] {
	const single = skus.filter((sku) => sku.includes(','));
	return [
		...idChunks(skus.filter((sku) => !sku.includes(','))).map((chunk) => ({ 'sku:in': chunk })),
		...single.map((sku) => ({ sku })),
	];
}

/** Ids of products by their own SKU in lower case; the SKUs of variants are not found so (fact sheet 4.1). */
export async function productIdsBySku(
	client: Client,
	skus: readonly string[],
): Promise<Map<string, number>> {
	const wanted = new Set(skus.map(skuKey));
	const ids = new Map<string, number>();
	await readOrWalk<Product>(client, products, {
		query: { include_fields: 'sku' },
		filters: filtersFor([...wanted]),
		take: ({ id, sku }) => {
			const key = skuKey(sku);
			if (wanted.has(key)) ids.set(key, id);
		},
	});
	return ids;
}

/** The form may have left the SKU itself out of what is read. */
const hasSku = (wanted: string) => (row: { sku?: string }) =>
	row.sku === undefined || sameSku(row.sku, wanted);

export async function findProductBySku(
	client: Client,
	sku: string,
	query?: Query,
): Promise<Product | undefined> {
	const found = await client.get<Product[]>({
		path: products.path,
		query: { ...query, sku },
		doing: `look for the product with the SKU ${sku}`,
		scope: 'products:read',
	});
	return found?.find(hasSku(sku));
}

export async function findVariantBySku(
	client: Client,
	sku: string,
	query?: Query,
): Promise<ProductVariant | undefined> {
	const found = await client.get<ProductVariant[]>({
		path: allVariants.path,
		query: { ...query, sku },
		doing: `look for the variant with the SKU ${sku}`,
		scope: 'products:read',
	});
	return found?.find(hasSku(sku));
}

/** Why no product has this SKU: nothing has it, or a variant, which is not what a change of its product means. */
async function noProductWith(client: Client, sku: string): Promise<never> {
	const variant = await findVariantBySku(client, sku);
	if (!variant) return missing(products, `with the SKU ${sku}`);
	throw new BigCommerceError({
		doing: `find the product with the SKU ${sku}`,
		status: 404,
		title: `The SKU belongs to variant ${variant.id} of product ${variant.product_id}`,
		advice:
			"Use the resource 'Product Variant' to write the variant, or name the product by its own SKU or ID.",
	});
}

/** How an item names its product. */
export type ProductRef = { id: number; sku?: undefined } | { id?: undefined; sku: string };

export const refOf = (product: Locator): ProductRef =>
	product.mode === 'sku'
		? { sku: toSku(product.value, 'Product') }
		: { id: idOf(product, 'Product') };

/** The ids of the products that many items name, in the fewest requests. */
export async function lookUpProducts(
	client: Client,
	refs: readonly ProductRef[],
): Promise<Array<Outcome<number>>> {
	const skus = refs.flatMap(({ sku }) => sku ?? []);
	const ids = skus.length > 0 ? await productIdsBySku(client, skus) : new Map<string, number>();
	return await Promise.all(
		refs.map(async ({ id, sku }): Promise<Outcome<number>> => {
			const found = id ?? ids.get(skuKey(sku));
			if (found !== undefined) return { result: found };
			const [failure] = await Promise.allSettled([noProductWith(client, sku ?? '')]);
			return { error: failure.status === 'rejected' ? failure.reason : undefined };
		}),
	);
}
