import type { Locator } from '../../operation/params';
import { idOf } from '../../operation/values';
import type { ProductRef } from '../../store/catalog/productsBySku';
import { toSku } from '../../forms/skuField';
import { defineFields } from '../../operation/define';
import { productLocator } from '../../forms/locators/product';

const [byIdOrUrl] = productLocator;

/** The product of an operation that can look it up by its SKU, too. */
export const productOrSkuLocator = defineFields([
	{
		...byIdOrUrl,
		description:
			'The product, picked from the list, by ID, by SKU or by its address in the control panel',
		modes: [
			...byIdOrUrl.modes,
			{
				displayName: 'By SKU',
				name: 'sku',
				type: 'string',
				placeholder: 'e.g. RR-1001',
				hint: 'In any case of letters',
			},
		],
	},
]);

/** The product that an item writes, by its SKU or by its id. */
export const namedProduct = ({ product: { by, value } }: { product: Locator }) => ({
	by: by === 'sku' ? 'sku' : 'id',
	name: value,
});

export const refOf = (product: Locator): ProductRef =>
	product.by === 'sku'
		? { sku: toSku(product.value, 'Product') }
		: { id: idOf(product, 'Product') };
