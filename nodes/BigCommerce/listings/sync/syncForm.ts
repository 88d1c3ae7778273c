import { defineFields } from '../../operation/define';
import type { ParamsOf } from '../../operation/params';
import { shownWhen } from '../../operation/fields';
import { locationField } from '../../forms/locationField';
import { emptyCellsClearField, tableField } from '../../operation/table';
import { createMissing } from '../publish/publishForm';
import { syncColumns } from '../model/syncValues';

/** How an item names its listing, what it says of it, and what happens when it is gone. */
export const syncForm = defineFields([
	...tableField({
		description:
			'Each input item is a row: what its listing is known by, and what it shall be. An empty cell changes nothing. SKUs and IDs take the fewest requests; for UPC, MPN and GTIN the whole catalog is read once.',
		columns: syncColumns,
	}),
	{
		displayName: 'Fields to Sync',
		name: 'fieldsToSync',
		type: 'multiOptions',
		options: [
			{ name: 'Availability', value: 'availability' },
			{ name: 'Condition', value: 'condition' },
			{ name: 'Cost Price', value: 'costPrice' },
			{ name: 'Depth', value: 'depth' },
			{ name: 'Description', value: 'description' },
			{ name: 'GTIN', value: 'gtin' },
			{ name: 'Height', value: 'height' },
			{ name: 'Is Visible', value: 'isVisible' },
			{ name: 'MPN', value: 'mpn' },
			{ name: 'Name', value: 'name' },
			{ name: 'Price', value: 'price' },
			{ name: 'Quantity', value: 'quantity' },
			{ name: 'Retail Price (MSRP)', value: 'retailPrice' },
			{ name: 'Sale Price', value: 'salePrice' },
			{ name: 'UPC', value: 'upc' },
			{ name: 'Weight', value: 'weight' },
			{ name: 'Width', value: 'width' },
		],
		displayOptions: { show: { '/columns.mappingMode': ['autoMapInputData'] } },
		default: ['price', 'salePrice', 'costPrice', 'retailPrice', 'quantity'],
		description:
			'Which columns are written of those that the items have; the result tells which were left out. Where each column is mapped by hand, all that are mapped are written.',
	},
	{
		displayName: 'When a Listing Is Not Found',
		name: 'notFoundAction',
		type: 'options',
		options: [
			{
				name: 'Create It',
				value: 'create',
				description: 'Make the product as Publish does, from all the fields of the item',
			},
			{
				name: 'Report It',
				value: 'report',
				description: 'The item comes out as notFound, and nothing is written',
			},
		],
		default: 'report',
		description: 'What happens to an item that the store has no listing for',
	},
	{
		displayName: 'When an Item Is Gone',
		name: 'goneAction',
		type: 'options',
		options: [
			{
				name: 'Delist',
				value: 'delist',
				description: 'Delete the product or variant from the store',
			},
			{ name: 'Do Nothing', value: 'none', description: 'Leave the listing as it is' },
			{
				name: 'Hide',
				value: 'hide',
				description:
					'Make the product invisible or the variant not purchasable, until its item is back',
			},
			{ name: 'Set Out of Stock', value: 'outOfStock', description: 'Set its stock to 0' },
		],
		default: 'none',
		description:
			"What happens to the listing of an item that is no longer offered; see 'Item Is Gone'",
	},
	{
		displayName: 'Item Is Gone',
		name: 'gone',
		type: 'boolean',
		displayOptions: { show: { goneAction: ['delist', 'hide', 'outOfStock'] } },
		default: false,
		description:
			'Whether the item is no longer offered. An expression can tell by a status or a quantity of 0; an item of which it gives nothing is not gone.',
	},
	{
		displayName: 'Preview',
		name: 'preview',
		type: 'boolean',
		default: false,
		description:
			'Whether to only tell what would be written, without writing anything to the store',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			...shownWhen({ '/notFoundAction': ['create'] }, createMissing),
			{
				displayName: 'Delist at Most',
				name: 'delistAtMost',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 20,
				description:
					'How many listings one run may delete. If it would be more, none is deleted and each says so.',
			},
			...emptyCellsClearField,
			...locationField,
			{
				displayName: 'Show Again',
				name: 'showAgain',
				type: 'boolean',
				default: true,
				description:
					"Whether 'Hide' also shows a hidden listing again whose item is not gone. Turn it off where products are hidden by hand, too.",
			},
			{
				displayName: 'Take Down at Most',
				name: 'takeDownAtMost',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 50,
				description:
					'How many listings that are missing in the input one run may hide, delist or set out of stock. If it would be more, none is touched and the run says so: the input was most likely not complete.',
			},
			{
				displayName: 'Take Down If Missing',
				name: 'missing',
				type: 'boolean',
				default: true,
				description:
					"Whether listings of the store that no input item names count as gone, too. Needs an input that names all that is to stay; a product named only as a whole stays with all its variants. Reads the whole catalog once, and obeys 'Take Down at Most'.",
			},
			{
				displayName: 'Track Untracked Stock',
				name: 'startTracking',
				type: 'boolean',
				default: true,
				description:
					"Whether to start tracking a listing's stock where an item gives a quantity and the store tracks none",
			},
		],
	},
]);

export type SyncParams = ParamsOf<typeof syncForm>;
