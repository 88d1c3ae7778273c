import { blankLocation } from '../endpoints/locations.ts';
import type { LocationRecord } from '../records.ts';
import type { StoreState } from '../state.ts';
import { allItems, setLevel, stockAt } from '../stock.ts';
import { hoursBefore } from './hours.ts';

/** The default location and one more, both active. */
export function seedLocations(state: StoreState): void {
	const opened = hoursBefore(state, 24 * 900);
	const add = (id: number, given: Partial<LocationRecord>, street: string): void => {
		state.locations.set(id, {
			...blankLocation(id, opened),
			...given,
			address: {
				address1: street,
				address2: '',
				city: 'Boise',
				state: 'ID',
				zip: '83702',
				email: 'depot@ridgeandroast.example',
				phone: '555-0100',
				country_code: 'US',
				geo_coordinates: { latitude: 43.6, longitude: -116.2 },
			},
		});
	};
	add(1, { label: 'Default location', is_default: true }, '4 Foothill Lane');
	add(2, { code: 'DEPOT', label: 'Depot Road', description: 'Overflow storage' }, '12 Depot Road');
	state.lastIds.location = 2;
}

/**
 * All stock at the default location is counted, sold-out items too. The depot holds some of most items; every fifth was never
 * counted there, so that relative adjustments of it are refused.
 */
export function seedStock(state: StoreState): void {
	const [shop, depot] = [state.locations.get(1), state.locations.get(2)];
	if (!shop || !depot) return;
	for (const item of allItems(state)) {
		setLevel(state, shop, item, stockAt(state, shop, item).on_hand, state.startedAt);
		const number = item.variant?.id ?? item.product.id;
		if (number % 5 !== 0) setLevel(state, depot, item, number % 7, state.startedAt);
	}
}
