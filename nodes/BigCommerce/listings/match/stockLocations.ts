import type { Client } from '../../api/client';
import { lookUpStock } from '../../store/inventory/stockIndex';
import { LocationFinder } from '../../store/inventory/locations';
import type { StoreListing } from './currentListings';
import { countedBy } from '../plan/stock';
import type { StockLocation, StockOf } from '../plan/plan';

/** Where the items of a run say that their stock lies. */
export class StockLocations {
	private readonly client: Client;
	private readonly finder: LocationFinder;

	constructor(client: Client) {
		this.client = client;
		this.finder = new LocationFinder(client);
	}

	/**
	 * The places by what items call them, or the error of a name that the store does not know. The default location is
	 * looked up where some items name others: it may be one of them.
	 */
	async find(names: ReadonlySet<string>): Promise<Map<string, StockLocation | { error: unknown }>> {
		if (names.size === 1 && names.has('')) return new Map([['', {}]]);
		const found = await Promise.allSettled(
			[...names].map(async (name) => ({ id: await this.finder.idOf(name) })),
		);
		return new Map(
			[...names].map((name, at) => {
				const one = found[at] as PromiseSettledResult<StockLocation>;
				return [name, one.status === 'fulfilled' ? one.value : { error: one.reason as unknown }];
			}),
		);
	}

	/** What there is at locations that were looked up; undefined where the catalogue tells it. */
	async stockOf(
		places: Iterable<StockLocation | { error: unknown }>,
		found: readonly StoreListing[],
	): Promise<StockOf | undefined> {
		if (![...places].some((place) => 'id' in place)) return undefined;
		const index = await lookUpStock(
			this.client,
			found.flatMap((current) =>
				countedBy(current, current.product.inventory_tracking).map(({ identity }) => identity),
			),
		);
		return (identity, { id }) =>
			index.find(identity)?.levels.find(({ location_id }) => location_id === id)
				?.total_inventory_onhand;
	}
}
