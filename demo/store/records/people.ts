export interface ChannelRecord {
	id: number;
	name: string;
	type: string;
	platform: string;
	status: string;
	is_visible: boolean;
	is_listable_from_ui: boolean;
	date_created: number;
	date_modified: number;
}

export interface SiteRecord {
	id: number;
	url: string;
	channel_id: number;
	date_created: number;
}

export interface CustomerAddress {
	id: number;
	first_name: string;
	last_name: string;
	company: string;
	address1: string;
	address2: string;
	city: string;
	state_or_province: string;
	postal_code: string;
	country_code: string;
	country: string;
	phone: string;
	address_type: 'residential' | 'commercial';
}

export interface CustomerRecord {
	id: number;
	email: string;
	first_name: string;
	last_name: string;
	company: string;
	phone: string;
	notes: string;
	registration_ip_address: string;
	tax_exempt_category: string;
	customer_group_id: number;
	date_created: number;
	date_modified: number;
	addresses: CustomerAddress[];
	store_credit: number;
	accepts_product_review_abandoned_cart_emails: boolean;
	origin_channel_id: number;
	channel_ids: number[] | null;
	force_password_reset: boolean;
	form_fields: Array<{ name: string; value: unknown }>;
}

export interface CustomerGroupRecord {
	id: number;
	name: string;
	is_default: boolean;
	is_group_for_guests: boolean;
	category_access: { type: string; categories?: number[] };
	discount_rules: Array<Record<string, unknown>>;
	date_created: number;
	date_modified: number;
}

export interface SubscriberRecord {
	id: number;
	email: string;
	first_name: string;
	last_name: string;
	source: string;
	order_id: number | null;
	channel_id: number;
	consents: string[];
	date_created: number;
	date_modified: number;
}

export interface CustomerAttributeRecord {
	id: number;
	name: string;
	type: 'string' | 'number' | 'date';
	date_created: number;
	date_modified: number;
}

export interface CustomerAttributeValueRecord {
	id: number;
	attribute_id: number;
	customer_id: number;
	attribute_value: string;
	date_created: number;
	date_modified: number;
}
