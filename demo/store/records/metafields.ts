export interface MetafieldRecord {
	id: number;
	/** What it hangs on: `order`, `product`, `cart`, ... */
	resource_type: string;
	/** A number, but for carts, whose ids are text. */
	resource_id: number | string;
	owner_client_id: string;
	permission_set: string;
	namespace: string;
	key: string;
	/** Always text, whatever it means (products_catalog.v3.yml). */
	value: string;
	description: string;
	date_created: number;
	date_modified: number;
}
