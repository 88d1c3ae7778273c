import type { Query } from '../api/client';
import { defineFields } from '../operation/define';
import { sortDirections } from '../operation/fields';
import type { ParamsOf } from '../operation/params';
import { compact } from '../api/values';
import { textsOf } from '../operation/values';

export const includeField = defineFields([
	{
		displayName: 'Include',
		name: 'include',
		type: 'multiOptions',
		options: [
			{ name: 'Bulk Pricing Rules', value: 'bulk_pricing_rules' },
			{ name: 'Channels', value: 'channels' },
			{ name: 'Custom Fields', value: 'custom_fields' },
			{ name: 'Images', value: 'images' },
			{ name: 'Modifiers', value: 'modifiers' },
			{ name: 'Options', value: 'options' },
			{ name: 'Parent Relations', value: 'parent_relations' },
			{ name: 'Primary Image', value: 'primary_image' },
			{ name: 'Reviews', value: 'reviews' },
			{ name: 'Variants', value: 'variants' },
			{ name: 'Videos', value: 'videos' },
		],
		default: [],
		description:
			'Parts of each product to return with it. Options and modifiers make a list slow: BigCommerce then gives 10 products a request.',
	},
]);

/** Which fields of a record are read at all: less to read is faster. */
const fieldChoice = defineFields([
	{
		displayName: 'Fields to Leave Out',
		name: 'excludeFields',
		type: 'string',
		default: '',
		placeholder: 'e.g. description, search_keywords',
		description: "The API's names of fields that are not read, separated by commas",
	},
	{
		displayName: 'Fields to Return',
		name: 'includeFields',
		type: 'string',
		default: '',
		placeholder: 'e.g. name, sku, price',
		description: "The API's names of the only fields to read besides the ID, separated by commas",
	},
]);

export const optionsField = defineFields([
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...fieldChoice],
	},
]);

export const sortField = defineFields([
	{
		displayName: 'Sort',
		name: 'sort',
		type: 'collection',
		placeholder: 'Add Sort',
		default: {},
		options: [
			{
				displayName: 'Direction',
				name: 'direction',
				type: 'options',
				options: [...sortDirections],
				default: 'asc',
				description: 'Descending puts the newest, the highest or the last first',
			},
			{
				displayName: 'Sort By',
				name: 'by',
				type: 'options',
				options: [
					{ name: 'Calculated Price', value: 'calculated_price' },
					{ name: 'Date Last Imported', value: 'date_last_imported' },
					{ name: 'Date Modified', value: 'date_modified' },
					{
						name: 'ID',
						value: 'id',
						description: 'The order in which products were created',
					},
					{ name: 'Name', value: 'name' },
					{ name: 'Price', value: 'price' },
					{ name: 'SKU', value: 'sku' },
					{ name: 'Stock', value: 'inventory_level' },
					{ name: 'Total Sold', value: 'total_sold' },
					{ name: 'Visibility', value: 'is_visible' },
				],
				default: 'name',
				description: 'What the products are sorted by; without it by ID',
			},
		],
	},
]);

function names(list: unknown): string[] | undefined {
	const given = textsOf(list, /[\s,]+/);
	return given.length > 0 ? given : undefined;
}

type Shown = ParamsOf<typeof includeField> & ParamsOf<typeof optionsField>;

/** What is read of each record. */
export const shownQuery = ({ include, options }: Pick<Shown, 'options'> & Partial<Shown>): Query =>
	compact({
		include: include?.length ? include : undefined,
		include_fields: names(options.includeFields),
		exclude_fields: names(options.excludeFields),
	});
