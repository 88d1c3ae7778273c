export interface ListingVariant {
	product_id: number;
	variant_id: number;
	external_id: string;
	state: string;
	name: string;
	description: string;
	date_created: number;
	date_modified: number;
}

/** A product on a channel that sells elsewhere, with what it is called there. */
export interface ListingRecord {
	id: number;
	channel_id: number;
	product_id: number;
	external_id: string;
	state: string;
	name: string;
	description: string;
	variants: ListingVariant[];
	date_created: number;
	date_modified: number;
}
