export interface PriceListRecord {
	id: number;
	name: string;
	active: boolean;
	date_created: number;
	date_modified: number;
}

export interface PriceTier {
	quantity_min: number;
	/** Null: no end. */
	quantity_max: number | null;
	type: 'fixed' | 'price' | 'percent';
	amount: number;
}

/** The prices of one variant in one currency. */
export interface PriceRecord {
	/** Never shown: what the cursors count by. */
	id: number;
	price_list_id: number;
	variant_id: number;
	product_id: number;
	/** Small letters, as answers write it. */
	currency: string;
	/** Null: the catalogue's counts. */
	price: number | null;
	sale_price: number | null;
	retail_price: number | null;
	map_price: number | null;
	bulk_pricing_tiers: PriceTier[];
	date_created: number;
	date_modified: number;
}

export interface PriceAssignmentRecord {
	id: number;
	price_list_id: number;
	customer_group_id?: number;
	channel_id?: number;
}
