import type { Client } from '../../api/client';
import type { Outcome } from '../../api/outcomes';
import { writeMany } from '../../api/writeMany';
import type { FieldValues, ProductVariant } from './products';
import { updateVariants } from './updateVariants';
import { unknownSku, type skuFinder } from './variantsBySku';

/** How an item names its variant. */
export type VariantRef = { id: number; sku?: undefined } | { id?: undefined; sku: string };

/** A change of a variant, as an item names the variant. */
interface NamedVariantChange {
	ref: VariantRef;
	body: FieldValues;
}

/** Changes variants that items name by ID or SKU; `findSkus` takes the fewest requests. */
export async function updateNamedVariants(
	client: Client,
	changes: readonly NamedVariantChange[],
	findSkus: ReturnType<typeof skuFinder>,
): Promise<Array<Outcome<ProductVariant>>> {
	const idOfSku = await findSkus(changes.flatMap(({ ref }) => ref.sku ?? []));
	return await writeMany(client, changes, {
		prepare: ({ ref, body }) => {
			const id = ref.id ?? idOfSku(ref.sku);
			if (id === undefined) throw unknownSku(ref.sku ?? '');
			return { id, body };
		},
		write: async (some) => await updateVariants(client, some),
	});
}
