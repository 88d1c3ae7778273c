export interface CouponRecord {
	id: number;
	name: string;
	code: string;
	type: string;
	amount: number;
	min_purchase: number;
	expires: number | null;
	enabled: boolean;
	applies_to: { entity: string; ids: number[] };
	max_uses: number;
	max_uses_per_customer: number;
	num_uses: number;
	restricted_to: Record<string, unknown>;
	shipping_methods: string[];
	date_created: number;
}

export interface PromotionCode {
	id: number;
	code: string;
	current_uses: number;
	max_uses: number;
	max_uses_per_customer: number;
	created: number;
}

export interface PromotionRecord {
	id: number;
	redemption_type: 'AUTOMATIC' | 'COUPON';
	/** SINGLE or BULK; cannot change later. Automatic promotions have none. */
	coupon_type: 'SINGLE' | 'BULK' | null;
	name: string;
	rules: unknown[];
	status: 'ENABLED' | 'DISABLED' | 'INVALID';
	current_uses: number;
	start_date: number;
	created_from: string;
	/** Ascending by id. */
	codes: PromotionCode[];
	/** All else that a caller has set, as it was sent. */
	more: Record<string, unknown>;
}

export interface HookRecord {
	id: number;
	scope: string;
	destination: string;
	headers: Record<string, string> | null;
	is_active: boolean;
	created_at: number;
	updated_at: number;
	/** Switched off by the store after failed deliveries, not by its owner. */
	deactivated: boolean;
}

export interface CartRecord {
	id: string;
	customer_id: number;
	channel_id: number;
	email: string;
	currency: string;
	lines: Array<{
		id: string;
		product_id: number;
		variant_id: number;
		name: string;
		sku: string;
		quantity: number;
		price: number;
	}>;
	abandoned_token: string | null;
	date_created: number;
	date_modified: number;
}
