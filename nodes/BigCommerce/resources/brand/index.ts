import { compact } from '../../api/values';
import { defineFields, type Resource } from '../../operation/define';
import type { ParamsOf } from '../../operation/params';
import {
	brands,
	createNewBrand,
	findBrand,
	simplifyBrand,
	type Brand,
} from '../../store/catalog/brands';
import { brandLocator } from '../../forms/locators/brand';
import { excludedIn } from '../../forms/excludedIds';
import { idsIn, inOneOrder, plainFilters, queriesFor } from '../../forms/listFilters';
import { recordOperations, type Lookup } from '../../forms/recordOperations';
import { assignProducts } from './assignProducts';
import { brandBody, brandFields, nameField, toBrandName } from './brandFields';
import { filterFields } from './brandFilters';

const foundByName = defineFields([
	{
		...nameField[0],
		description: 'Name by which the brand is found, whatever its case, or which a new one gets',
	},
]);

const sorting = defineFields([
	{
		displayName: 'Sort by Name',
		name: 'direction',
		type: 'options',
		options: [
			{ name: 'A to Z', value: 'asc' },
			{ name: 'Z to A', value: 'desc' },
		],
		default: 'asc',
		description: 'Order of the brands; without it BigCommerce chooses',
	},
]);

const FILTERS = {
	highestId: 'id:max',
	lowestId: 'id:min',
	name: 'name',
	nameContains: 'name:like',
	pageTitle: 'page_title',
};

const { create, del, get, getAll, update, upsert } = recordOperations<Brand>({
	records: brands,
	noun: 'brand',
	locator: brandLocator,
	simplify: simplifyBrand,
	create: async (client, body) => await createNewBrand(client, { name: '', ...body }),
	key: 'name',
	// A PUT demands the name (brands_catalog.v3.yml).
	always: ['name'],
});

type Named = ParamsOf<typeof nameField> & {
	additionalFields: Partial<ParamsOf<typeof brandFields>>;
};

/** What a new brand is made of, or one that is looked for by its name. */
const named = {
	additionalFields: brandFields,
	body: ({ name, additionalFields }: Named): Partial<Brand> => ({
		name: toBrandName(name),
		...brandBody(additionalFields),
	}),
	find: async ({ client, body: { name = '' } }: Lookup<Brand>) => await findBrand(client, name),
};

export const brand: Resource = {
	value: 'brand',
	name: 'Brand',
	description: 'Brands that products are sold under',
	operations: [
		assignProducts,
		create({
			...named,
			description: 'Create a brand; a name that the store has already is refused',
			fields: nameField,
		}),
		del(),
		get(),
		getAll({
			description: 'Retrieve a list of brands',
			filters: filterFields,
			options: sorting,
			queries: ({ filters, options: { direction } }) => {
				const query = compact({
					...plainFilters(filters, FILTERS),
					'id:not_in': excludedIn(filters.excludedIds, 'IDs to Leave Out'),
					...(direction && { sort: 'name', direction }),
				});
				const queries = queriesFor(query, { 'id:in': idsIn(filters.ids, 'IDs') });
				return inOneOrder(queries, Boolean(direction));
			},
		}),
		update({
			description: 'Change a brand; whatever is not added below stays as it is',
			updateFields: [...brandFields, ...nameField],
			body: ({ name, ...others }) => ({
				...brandBody(others),
				...compact({ name: name === undefined ? undefined : toBrandName(name) }),
			}),
		}),
		upsert({ ...named, fields: foundByName }),
	],
};
