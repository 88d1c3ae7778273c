import type { Client } from '../../api/client';
import { skuFinder } from '../catalog/variantsBySku';
import { identityKey, type VariantIdentity } from './priceRecords';

/**
 * What tells one variant from another: its name, as long as all are named by the same. A SKU and an id may mean one
 * variant, so that the SKUs are looked up then, once a run.
 */
export function variantKeys(client: Client) {
	const findSkus = skuFinder(client);
	return async (
		identities: readonly VariantIdentity[],
	): Promise<(identity: VariantIdentity) => string> => {
		const skus = identities.flatMap((identity) => ('sku' in identity ? identity.sku : []));
		if (skus.length === 0 || skus.length === identities.length) return identityKey;
		const idOfSku = await findSkus(skus);
		return (identity) => {
			const id = 'sku' in identity ? idOfSku(identity.sku) : undefined;
			return identityKey(id === undefined ? identity : { variant_id: id });
		};
	};
}
