import { toIso } from '../../api/values';
import type { Product, ProductImage, ProductVariant } from '../../store/catalog/products';

export type MasterSkuSource = 'sku' | 'upc' | 'mpn' | 'gtin';

export interface ListingRef {
	productId: number;
	variantId: number | null;
}

/** What somebody should look at before the listing is used; the listing itself is never dropped. */
export interface ListingIssue {
	code:
		'missingMasterSku' | 'duplicateMasterSku' | 'matchesSeveralExisting' | 'existingMatchesSeveral';
	message: string;
	/** The other listings that are concerned: the first few, the message has their number. */
	with?: ListingRef[];
}

/** A sellable variant, or a product, as one flat record; what is empty in the store is `null`. */
export interface Listing {
	masterSku: string | null;
	sku: string | null;
	upc: string | null;
	mpn: string | null;
	gtin: string | null;
	productId: number;
	/** `null` for a product with options that is listed as a whole. */
	variantId: number | null;
	name: string;
	/** Publish makes a product of this type of it again. */
	type: Product['type'];
	/** The variant's own values, such as `{ "Size": "M" }`; for a whole product all values of each option. */
	options: Record<string, string | string[]>;
	price: number | null;
	salePrice: number | null;
	costPrice: number | null;
	retailPrice: number | null;
	/** `null` where the store does not track the stock. */
	quantity: number | null;
	inventoryTracking: Product['inventory_tracking'];
	isVisible: boolean;
	availability: Product['availability'];
	condition: string;
	weight: number | null;
	width: number | null;
	height: number | null;
	depth: number | null;
	brand: string | null;
	brandId: number | null;
	categories: string[];
	/** From the top down, such as `Shop/Kitchen/Coffee`. */
	categoryPaths: string[];
	categoryIds: number[];
	images: Array<{ url: string; thumbnail: string | null; description: string | null }>;
	customFields: Array<{ name: string; value: string }>;
	url: string | null;
	dateCreated: string | null;
	dateModified: string | null;
	description?: string | null;
	issues: ListingIssue[];
	/** The API's own records, where the form's Simplify is off. */
	product?: Product;
	variant?: ProductVariant | null;
}

/** A listing, and what is needed of it only until it is output. */
export interface Made {
	productId: number;
	listing: Listing;
	/** The stock at which BigCommerce calls it low. */
	warningLevel: number;
}

export interface Making {
	per: 'variant' | 'product';
	masterSku: MasterSkuSource;
	storeHash: string;
	withRaw: boolean;
}

const text = (value: string | null | undefined) => value?.trim() || null;

/** A price of 0 is what the API gives for a sale, cost or retail price that nobody entered. */
const entered = (amount: number | null | undefined) => amount || null;

function imagesOf({ images = [] }: Product): Listing['images'] {
	const first = ({ is_thumbnail, sort_order }: ProductImage) =>
		is_thumbnail ? Number.NEGATIVE_INFINITY : sort_order;
	return [...images]
		.sort((a, b) => (first(a) === first(b) ? 0 : first(a) - first(b)))
		.flatMap(({ url_zoom, url_standard, image_url, url_thumbnail, description }) => {
			const url = text(url_zoom) ?? text(url_standard) ?? text(image_url);
			return url ? [{ url, thumbnail: text(url_thumbnail), description: text(description) }] : [];
		});
}

/** The canonical storefront address (API notes 6.8) leads to the store's own domain without asking the store for it. */
const urlOf = ({ custom_url }: Product, storeHash: string) => {
	const path = text(custom_url?.url);
	return path ? `https://store-${storeHash}.mybigcommerce.com/${path.replace(/^\/+/, '')}` : null;
};

function optionsOf({ variants = [] }: Product, variant?: ProductVariant): Listing['options'] {
	if (variant) {
		return Object.fromEntries(
			variant.option_values.map(({ option_display_name, label }) => [option_display_name, label]),
		);
	}
	const options: Record<string, string[]> = {};
	for (const { option_display_name, label } of variants.flatMap(
		({ option_values }) => option_values,
	)) {
		const labels = (options[option_display_name] ??= []);
		if (!labels.includes(label)) labels.push(label);
	}
	return options;
}

function quantityOf(
	{ inventory_tracking, inventory_level, variants = [] }: Product,
	variant?: ProductVariant,
): number | null {
	if (inventory_tracking === 'none') return null;
	if (inventory_tracking === 'product') return inventory_level;
	if (variant) return variant.inventory_level;
	return variants.reduce((sum, { inventory_level: level }) => sum + (level ?? 0), 0);
}

function warningLevelOf(
	{ inventory_tracking, inventory_warning_level }: Product,
	variant?: ProductVariant,
): number {
	const own = inventory_tracking === 'variant' ? variant?.inventory_warning_level : undefined;
	return own ?? inventory_warning_level ?? 0;
}

/** The product's listings: one for each variant, or one in all. */
export function listingsOf(product: Product, making: Making): Made[] {
	const shared = sharedBy(product, making.storeHash);
	const variants =
		making.per === 'variant' && product.variants?.length ? product.variants : [undefined];
	return variants.map((variant) => ({
		productId: product.id,
		listing: listingOf(product, variant, shared, making),
		warningLevel: warningLevelOf(product, variant),
	}));
}

/** What all listings of a product have alike is made once. */
const sharedBy = (product: Product, storeHash: string) => ({
	images: imagesOf(product),
	customFields: (product.custom_fields ?? []).map(({ name, value }) => ({ name, value })),
	url: urlOf(product, storeHash),
	dateCreated: toIso(product.date_created) ?? null,
	dateModified: toIso(product.date_modified) ?? null,
});

function listingOf(
	product: Product,
	variant: ProductVariant | undefined,
	{ images, customFields, url, dateCreated, dateModified }: ReturnType<typeof sharedBy>,
	{ masterSku, withRaw }: Making,
): Listing {
	const codes = {
		sku: text(variant?.sku) ?? text(product.sku),
		upc: text(variant?.upc) ?? text(product.upc),
		mpn: text(variant?.mpn) ?? text(product.mpn),
		gtin: text(variant?.gtin) ?? text(product.gtin),
	};
	const ownImage = text(variant?.image_url);
	return {
		masterSku: codes[masterSku],
		...codes,
		productId: product.id,
		variantId: variant?.id ?? product.base_variant_id ?? null,
		name: product.name,
		type: product.type,
		options: optionsOf(product, variant),
		price: variant?.price ?? product.price,
		salePrice: entered(variant?.sale_price ?? product.sale_price),
		costPrice: entered(variant?.cost_price ?? product.cost_price),
		retailPrice: entered(variant?.retail_price ?? product.retail_price),
		quantity: quantityOf(product, variant),
		inventoryTracking: product.inventory_tracking,
		isVisible: product.is_visible,
		availability: variant?.purchasing_disabled ? 'disabled' : product.availability,
		condition: product.condition,
		weight: variant?.weight ?? product.weight,
		width: variant?.width ?? product.width,
		height: variant?.height ?? product.height,
		depth: variant?.depth ?? product.depth,
		brand: null,
		brandId: product.brand_id || null,
		categories: [],
		categoryPaths: [],
		categoryIds: product.categories,
		images: ownImage
			? [
					{ url: ownImage, thumbnail: null, description: null },
					...images.filter((image) => image.url !== ownImage),
				]
			: images,
		customFields,
		url,
		dateCreated,
		dateModified,
		...(product.description !== undefined && { description: product.description }),
		issues: [],
		...(withRaw && { product, variant: variant ?? null }),
	};
}
