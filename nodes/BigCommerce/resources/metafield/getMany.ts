import type { Client } from '../../api/client';
import { pagesOfEach } from '../../api/pagesOfEach';
import { list } from '../../api/pagination';
import { defineFields, defineOperation } from '../../operation/define';
import {
	limitOf,
	returnAllOrLimit,
	shownWhen,
	outputFields,
	sortDirections,
} from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { dateFilters, dateQuery } from '../../forms/dateFilters';
import { inOneOrder, queriesFor, textsIn } from '../../forms/listFilters';
import {
	metafieldsOf,
	metafieldsOfAll,
	simplifyMetafield,
	type Metafield,
} from '../../store/metafields/metafields';
import type { MetafieldOwner, MetafieldRecord } from '../../store/metafields/metafieldOwners';
import { belongsToField, recordFields, otherScopes, ownerOf, recordOf } from './ownerFields';

const filterFields = defineFields([
	...dateFilters,
	{
		displayName: 'Keys',
		name: 'keys',
		type: 'string',
		default: '',
		placeholder: 'e.g. shelf, bin',
		description: 'Only these keys: one, or several separated by commas',
	},
	{
		displayName: 'Namespaces',
		name: 'namespaces',
		type: 'string',
		default: '',
		placeholder: 'e.g. warehouse',
		description: 'Only these namespaces: one, or several separated by commas',
	},
]);

type Filters = Partial<ParamsOf<typeof filterFields>>;

function ofAll(
	client: Client,
	owner: MetafieldOwner,
	{ keys, namespaces, ...dates }: Filters,
	direction: string | undefined,
	limit: number | undefined,
): AsyncIterable<Metafield[]> {
	const queries = queriesFor(
		{ ...dateQuery(dates), direction },
		{ 'key:in': textsIn(keys, 'Keys'), 'namespace:in': textsIn(namespaces, 'Namespaces') },
	);
	const ordered = inOneOrder(queries, Boolean(direction));
	return pagesOfEach<Metafield>(client, metafieldsOfAll(owner), ordered, limit);
}

const within = (time: string, from: Date | undefined, to: Date | undefined) =>
	(from === undefined || Date.parse(time) >= from.getTime()) &&
	(to === undefined || Date.parse(time) <= to.getTime());

/**
 * Those of one record are few, and not every kind of record can be asked with all filters (those of carts and products
 * know key and namespace alone): the rest is sorted out here.
 */
async function ofOne(
	client: Client,
	record: MetafieldRecord,
	{ keys: givenKeys, namespaces: givenNamespaces, ...dates }: Filters,
): Promise<Metafield[]> {
	const keys = textsIn(givenKeys, 'Keys');
	const namespaces = textsIn(givenNamespaces, 'Namespaces');
	const query = {
		key: keys?.length === 1 ? keys[0] : undefined,
		namespace: namespaces?.length === 1 ? namespaces[0] : undefined,
	};
	const rows = await list<Metafield>(client, metafieldsOf(record), { query });
	return rows.filter(
		({ key, namespace, date_created, date_modified }) =>
			(keys?.includes(key) ?? true) &&
			(namespaces?.includes(namespace) ?? true) &&
			within(date_created, dates.createdAfter, dates.createdBefore) &&
			within(date_modified, dates.modifiedAfter, dates.modifiedBefore),
	);
}

const getFromField = defineFields([
	{
		displayName: 'Get From',
		name: 'getFrom',
		type: 'options',
		options: [
			{ name: 'All Records', value: 'all', description: 'Those of all records of this kind' },
			{ name: 'One Record', value: 'one', description: 'Those of the record chosen below' },
		],
		default: 'one',
		description: 'Whose metafields to get',
	},
]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many metafields',
	description: 'Retrieve a list of metafields, those of one record or of many',
	scope: 'products:read',
	optionalScopes: otherScopes('read'),
	fields: [
		...belongsToField,
		...getFromField,
		...shownWhen({ getFrom: ['one'] }, recordFields),
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [...filterFields],
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			displayOptions: { show: { getFrom: ['all'] } },
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					options: [...sortDirections],
					default: 'asc',
					description: 'Order of the metafields; by default the oldest come first',
				},
			],
		},
		...outputFields,
	],
	simplify: simplifyMetafield,
	each: async function* ({ params, run: { client } }) {
		const { filters, options, getFrom } = params;
		const limit = limitOf(params);
		if (getFrom === 'all') yield* ofAll(client, ownerOf(params), filters, options.direction, limit);
		else yield (await ofOne(client, recordOf(params), filters)).slice(0, limit);
	},
});
