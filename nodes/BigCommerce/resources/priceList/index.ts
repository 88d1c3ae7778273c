import { compact } from '../../api/values';
import { defineFields, type Resource } from '../../operation/define';
import {
	findByName,
	priceLists,
	simplifyPriceList,
	type PriceList,
} from '../../store/pricing/priceLists';
import { priceListLocator } from '../../forms/locators/priceList';
import { dateFilters, dateQuery } from '../../forms/dateFilters';
import { idsIn, queriesFor } from '../../forms/listFilters';
import { recordOperations } from '../../forms/recordOperations';

const nameField = defineFields([
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Wholesale',
		description: 'What the price list is called in the control panel; no two lists may share it',
	},
]);

const activeField = defineFields([
	{
		displayName: 'Active',
		name: 'active',
		type: 'boolean',
		default: true,
		description: 'Whether shoppers get the prices of this list',
	},
]);

const filters = defineFields([
	...dateFilters,
	{
		displayName: 'IDs',
		name: 'ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3, 4',
		description: 'Only these price lists: one ID, or several separated by commas',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Wholesale',
		description: 'Only the price list with exactly this name',
	},
	{
		displayName: 'Name Contains',
		name: 'nameContains',
		type: 'string',
		default: '',
		placeholder: 'e.g. whole',
		description: 'Only price lists whose name holds this text',
	},
]);

const { create, del, get, getAll, update } = recordOperations<PriceList>({
	records: priceLists,
	noun: 'price list',
	locator: priceListLocator,
	simplify: simplifyPriceList,
	key: 'name',
	// A PUT without the name is not documented to be possible (price_lists.v3.yml).
	always: ['name'],
});

export const priceList: Resource = {
	value: 'priceList',
	name: 'Price List',
	description: 'Lists of prices for customer groups and sales channels',
	operations: [
		create({
			description: 'Create a price list without prices; they are added as price list records',
			fields: nameField,
			additionalFields: activeField,
			body: ({ name, additionalFields }) => ({ name, ...additionalFields }),
			find: async ({ client, body: { name = '' } }) => await findByName(client, name),
		}),
		del({
			description: 'Delete one price list with all its prices; a long list takes the store a while',
		}),
		get(),
		getAll({
			description: 'Retrieve a list of price lists',
			filters,
			queries: ({ filters: { ids, name, nameContains, ...dates } }) =>
				queriesFor(compact({ name, 'name:like': nameContains, ...dateQuery(dates) }), {
					'id:in': idsIn(ids, 'IDs'),
				}),
		}),
		update({
			description: 'Rename a price list, or switch it on or off; its prices stay as they are',
			updateFields: [...activeField, ...nameField],
			body: ({ name, active }) => compact({ name, active }),
		}),
	],
};
