import { pages } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import { locations, type InventoryLocation } from '../../store/inventory/locations';

export const getLocations = defineOperation({
	value: 'getLocations',
	name: 'Get Locations',
	action: 'Get inventory locations',
	description: 'Retrieve the places that hold stock, with their IDs and codes',
	scope: 'locations:read',
	fields: [
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Active',
					name: 'isActive',
					type: 'boolean',
					default: true,
					description: 'Whether to return locations in use, or only those that were switched off',
				},
				{
					displayName: 'Default Location',
					name: 'isDefault',
					type: 'boolean',
					default: true,
					description: 'Whether to return only the default location, or only the others',
				},
			],
		},
		...outputFields,
	],
	simplify: (location: InventoryLocation) => ({
		id: location.id,
		code: location.code,
		name: location.label,
		description: location.description || null,
		enabled: location.enabled,
		typeId: location.type_id,
		timeZone: location.time_zone,
		address: location.address ?? null,
	}),
	each: ({ params, run: { client } }) =>
		pages<InventoryLocation>(client, locations, {
			query: { is_active: params.filters.isActive, is_default: params.filters.isDefault },
			limit: limitOf(params),
		}),
});
