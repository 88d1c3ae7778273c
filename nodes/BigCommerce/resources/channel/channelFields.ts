import { defineFields } from '../../operation/define';
import { dateFilters } from '../../forms/dateFilters';

export const channelFilters = defineFields([
	{
		displayName: 'Available',
		name: 'available',
		type: 'boolean',
		default: true,
		description:
			'Whether to return the channels that are in use or can be, or else those that are disconnected, archived, deleted or terminated',
	},
	...dateFilters,
	{
		displayName: 'Platforms',
		name: 'platforms',
		type: 'string',
		default: '',
		placeholder: 'e.g. bigcommerce, amazon',
		description: 'Only channels on these platforms, separated by commas',
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'Active', value: 'active' },
			{ name: 'Archived', value: 'archived' },
			{ name: 'Connected', value: 'connected' },
			{ name: 'Deleted', value: 'deleted' },
			{ name: 'Disconnected', value: 'disconnected' },
			{ name: 'Inactive', value: 'inactive' },
			{ name: 'Prelaunch', value: 'prelaunch' },
			{ name: 'Terminated', value: 'terminated' },
		],
		default: ['active'],
		description: 'Only channels with one of these statuses',
	},
	{
		displayName: 'Types',
		name: 'types',
		type: 'multiOptions',
		options: [
			{ name: 'Marketing', value: 'marketing' },
			{ name: 'Marketplace', value: 'marketplace' },
			{ name: 'Point of Sale', value: 'pos' },
			{ name: 'Storefront', value: 'storefront' },
		],
		default: ['storefront'],
		description: 'Only channels of one of these types',
	},
]);

export const currenciesOption = defineFields([
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Include Currencies',
				name: 'includeCurrencies',
				type: 'boolean',
				default: true,
				description: 'Whether to read which currencies a channel sells in',
			},
		],
	},
]);

export const includeQuery = ({ includeCurrencies }: { includeCurrencies?: boolean }) => ({
	include: includeCurrencies ? 'currencies' : undefined,
});
