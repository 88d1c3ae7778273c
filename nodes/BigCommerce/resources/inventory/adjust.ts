import { defineOperation } from '../../operation/define';
import { tableField } from '../../operation/table';
import { placeOf, stockColumns, whereAndWhy } from './stockFields';
import { writeStock } from './write';

export const adjust = defineOperation({
	value: 'adjust',
	name: 'Adjust',
	action: 'Adjust stock',
	description:
		'Add to the stock of each item, or take off it. Where you know the count itself, Set is safer.',
	scope: 'inventory:modify',
	optionalScopes: ['locations:read'],
	fields: [
		...tableField({
			description:
				'Each input item is a row: an SKU (or the ID of a variant or product) and how many to add; a negative number takes off',
			columns: [
				...stockColumns,
				{
					displayName: 'Change By',
					name: 'quantity',
					type: 'number',
					default: 0,
					typeOptions: { numberPrecision: 0 },
					required: true,
					alsoNamed: ['Qty', 'Change', 'Adjustment', 'Adjust By', 'Delta', 'Difference'],
				},
			],
		}),
		...whereAndWhy,
	],
	prepare: ({ params }) => ({
		...placeOf(params),
		quantity: params.columns.values.quantity,
		reason: params.options.reason,
	}),
	many: async (given) => await writeStock('relative', given),
});
