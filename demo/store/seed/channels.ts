import type { StoreState } from '../state.ts';
import { hoursBefore } from './hours.ts';

export const OUTLET_CHANNEL = 664_321;

/** Channel 1 is every store's own storefront (API notes 3.10). */
export function seedChannels(state: StoreState): void {
	const opened = hoursBefore(state, 24 * 900);
	const channel = (id: number, name: string): void => {
		state.channels.set(id, {
			id,
			name,
			type: 'storefront',
			platform: 'bigcommerce',
			status: 'active',
			is_visible: true,
			is_listable_from_ui: true,
			date_created: opened,
			date_modified: opened,
		});
	};
	channel(1, 'Ridge & Roast');
	channel(OUTLET_CHANNEL, 'Field Outlet');
	state.sites.set(1000, {
		id: 1000,
		url: `https://${state.store.domain}`,
		channel_id: 1,
		date_created: opened,
	});
	state.sites.set(1001, {
		id: 1001,
		url: 'https://outlet.ridgeandroast.example',
		channel_id: OUTLET_CHANNEL,
		date_created: opened,
	});
	state.trees.set(1, { id: 1, name: 'Ridge & Roast', channels: [1] });
	state.trees.set(2, { id: 2, name: 'Field Outlet', channels: [OUTLET_CHANNEL] });
	state.lastIds.tree = 2;
}
