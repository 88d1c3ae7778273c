import { pages } from '../../api/pagination';
import { defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, outputFields } from '../../operation/fields';
import { compact } from '../../api/values';
import { dateQuery } from '../../forms/dateFilters';
import { textsIn } from '../../forms/listFilters';
import { channels, simplifyChannel, type Channel } from '../../store/channels/channels';
import { channelFilters, currenciesOption, includeQuery } from './channelFields';

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many channels',
	description: 'Retrieve a list of the sales channels: storefronts, marketplaces and others',
	scope: 'channels:read',
	fields: [
		...returnAllOrLimit,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [...channelFilters],
		},
		...currenciesOption,
		...outputFields,
	],
	simplify: simplifyChannel,
	each: ({ params, run: { client } }) => {
		const { available, platforms, statuses, types, ...dates } = params.filters;
		const query = compact({
			available,
			'platform:in': textsIn(platforms, 'Platforms'),
			'status:in': textsIn(statuses, 'Statuses'),
			'type:in': textsIn(types, 'Types'),
			...dateQuery(dates),
			...includeQuery(params.options),
		});
		return pages<Channel>(client, channels, { query, limit: limitOf(params) });
	},
});
