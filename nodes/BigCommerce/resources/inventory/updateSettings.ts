import { locationField } from '../../forms/locationField';
import { compact } from '../../api/values';
import { defineOperation } from '../../operation/define';
import { emptyCellsClearField, tableField } from '../../operation/table';
import { settingsWriter, type SettingsChange } from '../../store/inventory/stockSettings';
import { placeOf, stockColumns } from './stockFields';

export const updateSettings = defineOperation({
	value: 'updateSettings',
	name: 'Update Settings',
	action: 'Update stock settings',
	description:
		'Change safety stock, warning level, bin and availability of items at a location, 2,000 items a request',
	scope: 'inventory:modify',
	optionalScopes: ['locations:read'],
	fields: [
		...tableField({
			description:
				'Each input item is a row: an SKU (or the ID of a variant or product) and the settings to change. Empty cells change nothing.',
			needsValue: true,
			columns: [
				...stockColumns,
				{
					displayName: 'Bin Picking Number (BPN)',
					name: 'binPickingNumber',
					type: 'string',
					default: '',
					clears: true,
					alsoNamed: ['BPN', 'Bin', 'Bin Number', 'Bin Location', 'Shelf'],
				},
				{
					displayName: 'In Stock',
					name: 'isInStock',
					type: 'boolean',
					default: false,
					alsoNamed: ['Can Be Bought'],
				},
				{
					displayName: 'Safety Stock',
					name: 'safetyStock',
					type: 'number',
					default: 0,
					typeOptions: { minValue: 0, numberPrecision: 0 },
					alsoNamed: ['Buffer', 'Buffer Stock', 'Reserve'],
				},
				{
					displayName: 'Low Stock Level',
					name: 'warningLevel',
					type: 'number',
					default: 0,
					typeOptions: { minValue: 0, numberPrecision: 0 },
					alsoNamed: ['Low Stock', 'Reorder Level', 'Reorder Point', 'Minimum Stock'],
				},
			],
		}),
		...locationField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [...emptyCellsClearField],
		},
	],
	prepare: ({ params }): SettingsChange => {
		const { binPickingNumber, isInStock, safetyStock, warningLevel } = params.columns.values;
		return {
			...placeOf(params),
			settings: compact({
				safety_stock: safetyStock,
				is_in_stock: isInStock,
				warning_level: warningLevel,
				bin_picking_number: binPickingNumber === null ? '' : binPickingNumber,
			}),
		};
	},
	many: async ({ records: changes, run: { client, once } }) => {
		const write = once('settings writer', () => settingsWriter(client));
		return await write(changes);
	},
});
