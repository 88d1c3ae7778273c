import type { StockChange } from '../../store/inventory/stockWriter';
import type { StockIdentity } from '../../store/inventory/stockItems';
import type { StoreListing } from '../match/currentListings';
import type { FieldValues } from '../../store/catalog/products';
import type { PlannedWrites } from './plannedWrites';

/** A location of the stock; without an id it is the default one, whose stock the catalogue tells. */
export interface StockLocation {
	id?: number;
}

export type StockOf = (identity: StockIdentity, location: StockLocation) => number | undefined;

/** What becomes of a listing in the store when its item is gone. */
export type GoneAction = 'none' | 'hide' | 'outOfStock' | 'delist';

export interface Planning {
	goneAction: GoneAction;
	/** Listings that are hidden are shown again when their item is back. */
	showAgain: boolean;
	/** Starts to track the stock where a quantity is given and the store tracks none. */
	startTracking: boolean;
	/** What there is of an item at a location; undefined where that is the default one and the catalogue tells it. */
	stockOf?: StockOf;
	planned: PlannedWrites;
}

export type SyncAction =
	'created' | 'updated' | 'unchanged' | 'hidden' | 'outOfStock' | 'deleted' | 'notFound';

export interface Issue {
	code: 'notTracked' | 'nothingToWrite' | 'saidDifferently' | 'stockOfProduct' | 'stockOfVariants';
	message: string;
}

/** All that is to be written for one item. */
export interface Plan {
	listing: StoreListing;
	/** What it and the items beside it write. */
	planned: PlannedWrites;
	action: SyncAction;
	product: FieldValues;
	variant: FieldValues;
	stock: StockChange[];
	remove: boolean;
	changes: Record<string, { from: unknown; to: unknown }>;
	issues: Issue[];
}
