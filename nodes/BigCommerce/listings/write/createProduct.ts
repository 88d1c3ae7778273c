import type { FieldValues } from '../../store/catalog/products';
import type { Client } from '../../api/client';
import { savedInPart, type BigCommerceError } from '../../api/errors';
import { readCreated, rowsIn, type Answer } from '../../api/answers';
import { list } from '../../api/pagination';
import { sameSku, skuKey } from '../../store/sku';

import { storeProducts } from '../match/productLookUp';
import type { StoreProduct } from '../match/storeProducts';

export interface Creation {
	product: StoreProduct;
	/** What could not be saved of it (207). */
	problem?: BigCommerceError;
}

/** A product that a refusal may be about: name and SKU are unique (API notes 2.6). */
export const CLASHES: ReadonlySet<number> = new Set([409, 422]);

const skusIn = (body: FieldValues) =>
	((body.variants as Array<{ sku: string }> | undefined) ?? []).map(({ sku }) => skuKey(sku));

/** A product that was there before may have the same name or SKU; only one with all of this was created by this. */
async function findCreated(client: Client, body: FieldValues): Promise<Creation | undefined> {
	const [by, value] = body.sku ? ['sku', body.sku] : ['name', body.name];
	if (typeof value !== 'string') return undefined;
	const found = await list<StoreProduct>(client, storeProducts, {
		query: { [by]: value, include: 'variants', exclude_fields: 'description' },
	});
	const product = found.find(({ name, sku, price, variants = [] }) => {
		const there = new Set(variants.map((variant) => skuKey(variant.sku)));
		return (
			name === body.name &&
			price === body.price &&
			sameSku(sku, body.sku) &&
			skusIn(body).every((wanted) => there.has(wanted))
		);
	});
	return product && { product };
}

/** The vendor's file shows the product of a partial answer in a list; a single product answers it as such. */
function readCreation(answer: Answer, task: string): Creation | undefined {
	const product = rowsIn<StoreProduct>(answer.body)[0] ?? readCreated<StoreProduct>(answer);
	if (product?.id === undefined) return undefined;
	return answer.status === 207
		? { product, problem: savedInPart(answer.body, { task }, product.id) }
		: { product };
}

/** One request makes the whole product. It is never sent again without a look whether it took effect. */
export async function createProduct(client: Client, body: FieldValues): Promise<Creation> {
	const task = `create the product "${String(body.name)}"`;
	return await client.create<Creation>({
		path: storeProducts.path,
		body,
		task,
		scope: 'products:modify',
		find: async () => await findCreated(client, body),
		// It was compared when it was found.
		isSame: () => true,
		read: (answer) => readCreation(answer, task),
	});
}
