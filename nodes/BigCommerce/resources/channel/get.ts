import { defineOperation } from '../../operation/define';
import { outputFields } from '../../operation/fields';
import { idOf } from '../../operation/values';
import { channelLocator } from '../../forms/locators/channel';
import { missing } from '../../store/records';
import { channels, simplifyChannel, type Channel } from '../../store/channels/channels';
import { currenciesOption, includeQuery } from './channelFields';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get channel',
	description: 'Retrieve one sales channel',
	scope: 'channels:read',
	fields: [...channelLocator, ...currenciesOption, ...outputFields],
	simplify: simplifyChannel,
	each: async ({ params, run: { client } }) => {
		const id = idOf(params.channel, 'Channel');
		const channel = await client.get<Channel>({
			path: `${channels.path}/${id}`,
			query: includeQuery(params.options),
			task: `read the channel ${id}`,
			scope: 'channels:read',
		});
		return channel ?? missing(channels, id);
	},
});
