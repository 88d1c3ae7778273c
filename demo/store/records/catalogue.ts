export interface VariantRecord {
	id: number;
	product_id: number;
	sku: string;
	/** Null takes the product's, for every field that may be null (product-variants_catalog.v3.yml). */
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

/** What came in by a form: of its content only the size is kept. */
export interface UploadedFile {
	name: string;
	type: string;
	size: number;
}

export interface ProductImage {
	id: number;
	/** Where it was taken from, or where the store keeps an upload. */
	image_url: string;
	is_thumbnail: boolean;
	sort_order: number;
	description: string;
	date_modified: number;
	upload?: UploadedFile;
}

/** Options and modifiers draw their ids from one sequence, and so do their values. */
export interface ProductOption {
	id: number;
	display_name: string;
	type: string;
	config: Record<string, unknown>;
	sort_order: number;
	option_values: OptionValue[];
}

export interface OptionValue {
	id: number;
	label: string;
	sort_order: number;
	is_default: boolean;
	value_data: Record<string, unknown> | null;
}

export interface Adjuster {
	adjuster?: 'relative' | 'percentage' | null;
	adjuster_value?: number;
}

export interface ModifierValue extends OptionValue {
	adjusters: {
		price: Adjuster;
		weight: Adjuster;
		image_url: string;
		purchasing_disabled: { status: boolean; message: string };
	};
}

export interface ProductModifier extends Omit<ProductOption, 'option_values'> {
	required: boolean;
	option_values: ModifierValue[];
}

export interface CustomField {
	id: number;
	name: string;
	value: string;
}

export interface BulkPricingRule {
	id: number;
	quantity_min: number;
	/** 0: no end. */
	quantity_max: number;
	type: 'price' | 'percent' | 'fixed';
	amount: number;
}

export interface ProductVideo {
	id: number;
	title: string;
	description: string;
	sort_order: number;
	type: 'youtube';
	video_id: string;
	length: string;
}

export interface ProductReview {
	id: number;
	title: string;
	text: string;
	status: 'approved' | 'disapproved' | 'pending';
	rating: number;
	email: string;
	name: string;
	date_reviewed: number;
	date_created: number;
	date_modified: number;
}

export interface ComplexRule {
	id: number;
	sort_order: number;
	enabled: boolean;
	stop: boolean;
	purchasing_disabled: boolean;
	purchasing_disabled_message: string;
	purchasing_hidden: boolean;
	image_url: string;
	price_adjuster: Adjuster;
	weight_adjuster: Adjuster;
	conditions: Array<{
		id: number;
		modifier_id: number | null;
		modifier_value_id: number | null;
		variant_id: number | null;
	}>;
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
	custom_fields: CustomField[];
	bulk_pricing_rules: BulkPricingRule[];
	videos: ProductVideo[];
	reviews: ProductReview[];
	complex_rules: ComplexRule[];
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
	meta_keywords: string[];
	meta_description: string;
	search_keywords: string;
	is_visible: boolean;
	layout_file: string;
	image_url: string;
	default_product_sort: string;
	url: { path: string; is_customized: boolean };
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
	meta_keywords: string[];
	meta_description: string;
	search_keywords: string;
	image_url: string;
	custom_url: { url: string; is_customized: boolean };
}
