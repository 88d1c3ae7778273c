import { changes, changesAndAll, group } from './eventGroup';

/** Its webhook must go to an address that no other webhook has: that of a trigger of its own. */
export const DELIVERY_EXCEPTION = 'store/hook/deliveryException';

export const storeEvents = [
	...group('Channel', 'store/channel', [
		[
			'All Events',
			'*',
			'Channels that were created or updated; for what happens in one see Channel Events',
		],
		['Created', 'created'],
		['Updated', 'updated'],
	]),
	...changes('Channel Metafield', 'store/channel/metafield'),
	...changesAndAll('Metafield', 'store/metafield'),
	...group('Redirects', 'store/redirects', [['Updated', 'updated']]),
	...group('Store', 'store', [
		['App Uninstalled', 'app/uninstalled'],
		['Information Updated', 'information/updated', "The store's settings and profile"],
	]),
	...changes('Store Metafield', 'store/store/metafield'),
	...group('Webhook', 'store', [
		[
			'Delivery Exception',
			'hook/deliveryException',
			'An address did not take its events. Choose it alone, in a trigger of its own, best in another n8n: BigCommerce allows one for each API account, at an address that has no other webhook.',
		],
	]),
];
