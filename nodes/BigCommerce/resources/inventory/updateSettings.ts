import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import { defineOperation } from '../../operation/define';
import { toInteger } from '../../operation/values';
import { settingsWriter, type SettingsChange } from '../../store/inventory/stockSettings';
import { locationField } from '../../forms/locationField';
import { identityFields, identityOf } from './stockFields';

export const updateSettings = defineOperation({
	value: 'updateSettings',
	name: 'Update Settings',
	action: 'Update stock settings',
	description:
		'Change safety stock, warning level, bin and availability of items at a location, 2,000 items a request',
	scope: 'inventory:modify',
	optionalScopes: ['locations:read'],
	fields: [
		...identityFields,
		...locationField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Bin Picking Number (BPN)',
					name: 'binPickingNumber',
					type: 'string',
					clears: true,
					default: '',
					placeholder: 'e.g. A-12-3',
					description: 'Where the item lies in the warehouse',
				},
				{
					displayName: 'In Stock',
					name: 'isInStock',
					type: 'boolean',
					default: true,
					description: 'Whether the item can be bought here, whatever its quantity',
				},
				{
					displayName: 'Safety Stock',
					name: 'safetyStock',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					description: 'How many are kept back and not sold',
				},
				{
					displayName: 'Low Stock Level',
					name: 'warningLevel',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					description: 'Stock below which BigCommerce tells the merchant that it is low',
				},
			],
		},
	],
	prepare: ({ params }): SettingsChange => {
		const { binPickingNumber, isInStock, safetyStock, warningLevel } = params.updateFields;
		const whole = (given: unknown, label: string) =>
			given === undefined ? undefined : toInteger(given, label, { atLeast: 0 });
		const settings = compact({
			safety_stock: whole(safetyStock, 'Safety Stock'),
			is_in_stock: isInStock,
			warning_level: whole(warningLevel, 'Low Stock Level'),
			bin_picking_number: binPickingNumber,
		});
		if (Object.keys(settings).length === 0)
			throw new InputError("'Update Fields' is empty", 'Add at least one field to change.');
		return { identity: identityOf(params), location: params.location, settings };
	},
	many: async ({ records: changes, run: { client, once } }) => {
		const write = once('settings writer', () => settingsWriter(client));
		return await write(changes);
	},
});
