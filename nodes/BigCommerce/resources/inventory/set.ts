import { quantityNames } from '../../forms/rowColumns';
import { defineOperation } from '../../operation/define';
import { tableField } from '../../operation/table';
import { placeOf, stockColumns, whereAndWhy } from './stockFields';
import { writeStock } from './write';

export const set = defineOperation({
	value: 'set',
	name: 'Set',
	action: 'Set stock',
	description: 'Set how many of each item there are, 2,000 items a request',
	scope: 'inventory:modify',
	optionalScopes: ['locations:read'],
	fields: [
		...tableField({
			description:
				'Each input item is a row: an SKU (or the ID of a variant or product), the new stock and, where stock lies in several places, the location',
			columns: [
				...stockColumns,
				{
					displayName: 'Quantity',
					name: 'quantity',
					type: 'number',
					default: 0,
					typeOptions: { minValue: 0, numberPrecision: 0 },
					required: true,
					alsoNamed: [...quantityNames, 'New Quantity', 'New Stock'],
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
	many: async (given) => await writeStock('absolute', given),
});
