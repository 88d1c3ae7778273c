export interface VariantRecord {
	id: number;
	product_id: number;
	sku: string;
	/** Null takes the product's, for every field that may be null (facts 4.2). */
	price: number | null;
	sale_price: number | null;
	cost_price: number | null;
	retail_price: number | null;
	map_price: number | null;
	weight: number | null;
	width: number | null;
	height: number | null;
	depth: number | null;
	upc: string;
	mpn: string;
	gtin: string;
	image_url: string;
	inventory_level: number;
	inventory_warning_level: number;
	bin_picking_number: string;
	is_free_shipping: boolean;
	fixed_cost_shipping_price: number | null;
	purchasing_disabled: boolean;
	purchasing_disabled_message: string;
	option_values: Array<{
		id: number;
		label: string;
		option_id: number;
		option_display_name: string;
	}>;
}

export interface ProductImage {
	id: number;
	image_url: string;
	is_thumbnail: boolean;
	sort_order: number;
	description: string;
	date_modified: number;
}

export interface ProductOption {
	id: number;
	display_name: string;
	type: string;
	sort_order: number;
	option_values: Array<{
		id: number;
		label: string;
		sort_order: number;
		is_default: boolean;
		value_data: unknown;
	}>;
}

export interface ProductModifier {
	id: number;
	display_name: string;
	type: string;
	required: boolean;
	sort_order: number;
	option_values: Array<{ id: number; label: string; sort_order: number; is_default: boolean }>;
}

export interface ProductRecord {
	id: number;
	name: string;
	type: 'physical' | 'digital';
	sku: string;
	description: string;
	weight: number;
	width: number;
	depth: number;
	height: number;
	price: number;
	cost_price: number;
	retail_price: number;
	sale_price: number;
	map_price: number;
	tax_class_id: number;
	product_tax_code: string;
	categories: number[];
	brand_id: number;
	inventory_level: number;
	inventory_warning_level: number;
	inventory_tracking: 'none' | 'product' | 'variant';
	fixed_cost_shipping_price: number;
	is_free_shipping: boolean;
	is_visible: boolean;
	is_featured: boolean;
	related_products: number[];
	warranty: string;
	bin_picking_number: string;
	layout_file: string;
	upc: string;
	mpn: string;
	gtin: string;
	search_keywords: string;
	availability: 'available' | 'disabled' | 'preorder';
	availability_description: string;
	gift_wrapping_options_type: string;
	gift_wrapping_options_list: number[];
	sort_order: number;
	condition: 'New' | 'Used' | 'Refurbished';
	is_condition_shown: boolean;
	order_quantity_minimum: number;
	order_quantity_maximum: number;
	page_title: string;
	meta_keywords: string[];
	meta_description: string;
	view_count: number;
	/** As it was given; null when there is none. */
	preorder_release_date: string | null;
	preorder_message: string;
	is_preorder_only: boolean;
	is_price_hidden: boolean;
	price_hidden_label: string;
	custom_url: { url: string; is_customized: boolean };
	open_graph_type: string;
	open_graph_title: string;
	open_graph_description: string;
	open_graph_use_meta_description: boolean;
	open_graph_use_product_name: boolean;
	open_graph_use_image: boolean;
	reviews_rating_sum: number;
	reviews_count: number;
	total_sold: number;
	date_created: number;
	date_modified: number;
	date_last_imported: number | null;
	/** Every product has one at least: a simple product's only one is its base variant. */
	variants: VariantRecord[];
	options: ProductOption[];
	modifiers: ProductModifier[];
	images: ProductImage[];
	custom_fields: Array<{ id: number; name: string; value: string }>;
	bulk_pricing_rules: Array<{
		id: number;
		quantity_min: number;
		quantity_max: number;
		type: string;
		amount: number;
	}>;
	videos: Array<{
		id: number;
		title: string;
		description: string;
		sort_order: number;
		type: string;
		video_id: string;
		length: string;
	}>;
	channels: number[];
}

export interface CategoryRecord {
	category_id: number;
	category_uuid: string;
	tree_id: number;
	parent_id: number;
	name: string;
	description: string;
	views: number;
	sort_order: number;
	page_title: string;
	search_keywords: string;
	is_visible: boolean;
	path: string;
}

export interface TreeRecord {
	id: number;
	name: string;
	channels: number[];
}

export interface BrandRecord {
	id: number;
	name: string;
	page_title: string;
	meta_description: string;
	search_keywords: string;
	image_url: string;
	url: string;
}
