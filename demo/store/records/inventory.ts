export interface LocationRecord {
	id: number;
	code: string;
	label: string;
	description: string;
	is_default: boolean;
	enabled: boolean;
	managed_by_external_source: boolean;
	type_id: 'PHYSICAL' | 'VIRTUAL';
	time_zone: string;
	storefront_visibility: boolean;
	/** As they were given. */
	operating_hours: Record<string, unknown>;
	special_hours: unknown[];
	address: Record<string, unknown>;
	date_created: number;
	date_modified: number;
}

/** An item at one location. At the default location the level itself is the catalogue's own (API notes 3.6). */
export interface StockRecord {
	on_hand: number;
	/** Its stock was once said absolutely; before that relative adjustments are refused (spec). */
	is_counted: boolean;
	safety_stock: number;
	is_in_stock: boolean;
	warning_level: number;
	bin_picking_number: string;
	/** The level before the last write, for reads that come too early. */
	before: { on_hand: number; until: number } | null;
}
