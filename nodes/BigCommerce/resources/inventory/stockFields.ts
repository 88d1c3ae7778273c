import { locationField } from '../../forms/locationField';
import {
	defineColumns,
	locationColumn,
	productIdColumn,
	skuColumn,
	variantIdColumn,
} from '../../forms/rowColumns';
import { defineFields } from '../../operation/define';
import type { TableRow } from '../../operation/params';
import type { StockIdentity } from '../../store/inventory/stockItems';

/** How a row names an item of the stock, and where it lies. */
export const stockColumns = defineColumns([
	...skuColumn,
	...variantIdColumn,
	...productIdColumn,
	...locationColumn,
]);

/** Where a stock changes, and why. */
export const whereAndWhy = defineFields([
	...locationField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Reason',
				name: 'reason',
				type: 'string',
				default: '',
				placeholder: 'e.g. Weekly count',
				description:
					"Stands with the change in the store's stock history. The first item's holds for all.",
			},
		],
	},
]);

/** What a row and the form say of the item of the stock: the row's own location counts. */
export function placeOf({
	columns: { matchOn, values },
	location,
}: {
	columns: Pick<TableRow<typeof stockColumns>, 'matchOn' | 'values'>;
	location: string | number;
}): { identity: StockIdentity; location: string | number } {
	const { sku = '', variantId = 0, productId = 0 } = values;
	const identities = {
		sku: { sku },
		variantId: { variant_id: variantId },
		productId: { product_id: productId },
	} as const;
	return { identity: identities[matchOn], location: values.location ?? location };
}
