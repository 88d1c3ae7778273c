import { compact, toIso } from '../../api/values';
import type { Records } from '../records';

/** A sales channel as the API gives it (channels.v3.yml). */
export interface Channel {
	id: number;
	name: string;
	type: string;
	platform: string;
	status: string;
	external_id?: string;
	is_visible?: boolean;
	is_listable_from_ui?: boolean;
	date_created?: string;
	date_modified?: string;
	currencies?: { default_currency?: string; enabled_currencies?: string[] };
}

export const channels: Records = {
	path: '/v3/channels',
	paging: 'v3',
	pageSize: 250,
	task: 'list the sales channels',
	noun: 'channel',
	scope: 'channels:read',
	modify: 'channels:modify',
};

export const simplifyChannel = (channel: Channel) =>
	compact({
		id: channel.id,
		name: channel.name,
		type: channel.type,
		platform: channel.platform,
		status: channel.status,
		isVisible: channel.is_visible,
		externalId: channel.external_id,
		defaultCurrency: channel.currencies?.default_currency,
		enabledCurrencies: channel.currencies?.enabled_currencies,
		dateCreated: toIso(channel.date_created),
		dateModified: toIso(channel.date_modified),
	});
