import {
	asColumns,
	costPriceNames,
	priceNames,
	quantityNames,
	retailPriceNames,
	salePriceNames,
	skuColumn,
	variantIdColumn,
} from '../../forms/rowColumns';
import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { emptyCellsClearField, tableField } from '../../operation/table';
import { jsonField } from '../../forms/jsonField';
import { updateNamedVariants } from '../../store/catalog/updateNamedVariants';
import { manyBody } from './variantBody';
import { skuFinder } from '../../store/catalog/variantsBySku';
import { simplifyVariant } from '../../store/catalog/productVariants';
import { batchFields } from '../../forms/variantFields';

export const updateMany = defineOperation({
	value: 'updateMany',
	name: 'Update Many',
	action: 'Update many product variants',
	description:
		'Change many variants, 50 a request; all else stays as it is. SKU, MPN, GTIN and image: see Update.',
	scope: 'products:modify',
	optionalScopes: ['inventory:read'],
	fields: [
		...tableField({
			description:
				'Each input item is a row: the SKU or ID of a variant, and what it gets. Empty cells change nothing.',
			needsValue: true,
			columns: [
				...skuColumn,
				{ ...variantIdColumn[0], firstNamed: ['variantId'], alsoNamed: ['ID'] },
				...asColumns(batchFields, {
					price: priceNames,
					salePrice: salePriceNames,
					costPrice: costPriceNames,
					retailPrice: retailPriceNames,
					inventoryLevel: ['Quantity', ...quantityNames],
					inventoryWarningLevel: ['Low Stock', 'Reorder Level', 'Warning Level'],
					binPickingNumber: ['BPN', 'Bin'],
					upc: ['UPC', 'EAN', 'Barcode'],
				}),
				...asColumns(jsonField),
			],
		}),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [...emptyCellsClearField],
		},
		...outputFields,
	],
	simplify: simplifyVariant,
	prepare: ({ params: { columns } }) => {
		const { sku = '', variantId, ...values } = columns.values;
		return {
			ref: columns.matchOn === 'sku' ? { sku } : { id: variantId ?? 0 },
			body: manyBody(values),
		};
	},
	many: async ({ records, run: { client, once } }) =>
		await updateNamedVariants(
			client,
			records,
			once('variants by SKU', () => skuFinder(client)),
		),
});
