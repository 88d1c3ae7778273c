import { data, notFoundV3 } from '../http/answers.ts';
import { offsetPage, v3Page } from '../http/paging.ts';
import { isoZulu } from '../formats.ts';
import type { Context, Route } from '../http/routes.ts';
import type { ChannelRecord } from '../records.ts';
import { byId } from '../state.ts';

const view = (channel: ChannelRecord): object => ({
	...channel,
	external_id: '',
	icon_url: 'https://cdn11.bigcommerce.com/channel-icons/storefront.png',
	is_enabled: channel.status === 'active',
	date_created: isoZulu(channel.date_created),
	date_modified: isoZulu(channel.date_modified),
});

function filtered({ state, query }: Context): ChannelRecord[] {
	const available = query.flag('available');
	const time = (name: string): number | undefined => query.date(name);
	const from = time('date_created:min') ?? -Infinity;
	const to = time('date_created:max') ?? Infinity;
	return byId(state.channels).filter(
		(channel) =>
			(['status', 'type', 'platform'] as const).every(
				(name) => query.list(`${name}:in`)?.includes(channel[name]) ?? true,
			) &&
			(available === undefined ||
				['active', 'prelaunch', 'inactive', 'connected'].includes(channel.status) === available) &&
			channel.date_created >= from &&
			channel.date_created <= to,
	);
}

function withCurrencies({ query }: Context, channel: ChannelRecord): object {
	const wanted = query.list('include')?.includes('currencies') ?? false;
	return {
		...view(channel),
		...(wanted ? { currencies: { default_currency: 'USD', enabled_currencies: ['USD'] } } : {}),
	};
}

const CHANNELS = 'store_channel_settings';

export const channelRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/channels',
		scope: CHANNELS,
		run: (context) =>
			v3Page(context.query, filtered(context), {
				render: (channel) => withCurrencies(context, channel),
			}),
	},
	{
		method: 'GET',
		path: '/v3/channels/{channel_id}',
		scope: CHANNELS,
		run: (context) =>
			data(
				withCurrencies(
					context,
					context.state.channels.get(Number(context.params.channel_id)) ?? notFoundV3('channel'),
				),
			),
	},
	{
		method: 'GET',
		path: '/v3/sites',
		scope: 'store_sites',
		run: ({ state, query }) => {
			const channels = query.numbers('channel_id:in');
			const sites = byId(state.sites).filter(
				(site) => !channels || channels.includes(site.channel_id),
			);
			return offsetPage(query, sites, (site) => ({
				id: site.id,
				url: site.url,
				channel_id: site.channel_id,
				ssl_status: 'dedicated',
				is_checkout_url_customized: false,
				created_at: isoZulu(site.date_created),
				updated_at: isoZulu(site.date_created),
				urls: [
					{
						url: site.url,
						type: 'primary',
						created_at: isoZulu(site.date_created),
						updated_at: isoZulu(site.date_created),
					},
				],
			}));
		},
	},
];
