import { isoOffset, round4 } from '../formats.ts';
import type { ProductImage, ProductRecord, VariantRecord } from '../records.ts';
import type { Relations } from './parentRelations.ts';
import { uniqueName } from './optionValues.ts';
import { reviewView } from './reviewView.ts';

/** What v2 knew variants by. */
export const skuIdOf = (variantId: number): number => variantId + 500;

export const PRODUCT_INCLUDES = [
	'bulk_pricing_rules',
	'channels',
	'custom_fields',
	'images',
	'modifiers',
	'options',
	'parent_relations',
	'primary_image',
	'reviews',
	'variants',
	'videos',
] as const;

/** The price on the storefront: the sale price where there is one (products_catalog.v3.yml, product-variants_catalog.v3.yml). */
export const productPrice = (product: ProductRecord): number =>
	product.sale_price > 0 ? product.sale_price : product.price;

/** A variant's own price wins; without one the product's counts, its sale price included. */
export function variantPrice(product: ProductRecord, variant: VariantRecord): number {
	if (variant.sale_price !== null && variant.sale_price > 0) return variant.sale_price;
	return variant.price ?? productPrice(product);
}

export const inventoryOf = (product: ProductRecord): number =>
	product.inventory_tracking === 'variant'
		? product.variants.reduce((sum, variant) => sum + variant.inventory_level, 0)
		: product.inventory_level;

/** A simple product's only variant, which has no option values; undefined for a complex product (API notes 2.9). */
export const baseVariantOf = ({ variants }: ProductRecord): VariantRecord | undefined =>
	variants.find(({ option_values }) => option_values.length === 0);

export function variantView(
	product: ProductRecord,
	variant: VariantRecord,
): Record<string, unknown> {
	return {
		...variant,
		// Null for a base variant, says the specification of the field.
		sku_id: variant.option_values.length === 0 ? null : skuIdOf(variant.id),
		calculated_price: round4(variantPrice(product, variant)),
		calculated_weight: variant.weight ?? product.weight,
	};
}

export const imageView = (
	product: ProductRecord,
	{ upload: _upload, ...image }: ProductImage,
): Record<string, unknown> => ({
	...image,
	product_id: product.id,
	image_file: `${image.image_url.split('/').pop() ?? ''}`,
	url_zoom: image.image_url.replace(/(\.\w+)$/, '.1280.1280$1'),
	url_standard: image.image_url.replace(/(\.\w+)$/, '.386.513$1'),
	url_thumbnail: image.image_url.replace(/(\.\w+)$/, '.220.290$1'),
	url_tiny: image.image_url.replace(/(\.\w+)$/, '.44.58$1'),
	date_modified: isoOffset(image.date_modified),
});

function included(product: ProductRecord, name: string, relations?: Relations): unknown {
	switch (name) {
		case 'variants':
			return product.variants.map((variant) => variantView(product, variant));
		case 'images':
			return product.images.map((image) => imageView(product, image));
		case 'primary_image': {
			const image = product.images.find(({ is_thumbnail }) => is_thumbnail) ?? product.images[0];
			return image ? imageView(product, image) : null;
		}
		case 'options':
			return product.options.map((option) => ({ ...option, product_id: product.id }));
		case 'modifiers':
			return product.modifiers.map((modifier) => ({
				...modifier,
				product_id: product.id,
				name: uniqueName(modifier, { product }),
				option_values: modifier.option_values.map((value) => ({
					...value,
					option_id: modifier.id,
				})),
			}));
		case 'custom_fields':
			return product.custom_fields;
		case 'bulk_pricing_rules':
			return product.bulk_pricing_rules;
		case 'videos':
			return product.videos;
		case 'reviews':
			return product.reviews.map(reviewView);
		case 'parent_relations':
			return relations?.get(product.id) ?? [];
		case 'channels':
			return product.channels;
		default:
			return [];
	}
}

export interface Fields {
	include: string[];
	only?: string[];
	except?: string[];
	/** Known where parent relations are to be included. */
	relations?: Relations;
}

/** Undefined is not written: cheaper, for a page of 250, than to copy all but these. */
const NOT_INCLUDED = {
	variants: undefined,
	options: undefined,
	modifiers: undefined,
	images: undefined,
	custom_fields: undefined,
	bulk_pricing_rules: undefined,
	videos: undefined,
	reviews: undefined,
	complex_rules: undefined,
	channels: undefined,
};

/** A product of the v3 catalogue; sub-resources only when asked for, the id always (products_catalog.v3.yml). */
export function productView(product: ProductRecord, fields: Fields): Record<string, unknown> {
	const view: Record<string, unknown> = {
		...product,
		...NOT_INCLUDED,
		inventory_level: inventoryOf(product),
		calculated_price: round4(productPrice(product)),
		base_variant_id: baseVariantOf(product)?.id ?? null,
		option_set_id: product.options.length === 0 ? null : product.id,
		option_set_display: 'right',
		date_created: isoOffset(product.date_created),
		date_modified: isoOffset(product.date_modified),
		date_last_imported:
			product.date_last_imported === null ? '' : isoOffset(product.date_last_imported),
	};
	const kept = picked(view, fields);
	for (const name of fields.include) kept[name] = included(product, name, fields.relations);
	return kept;
}

/** `include_fields` and `exclude_fields`; neither takes the id away. */
export function picked(
	view: Record<string, unknown>,
	fields: Pick<Fields, 'only' | 'except'>,
): Record<string, unknown> {
	const { only, except } = fields;
	if (only && only.length > 0)
		return Object.fromEntries(
			Object.entries(view).filter(([name]) => name === 'id' || only.includes(name)),
		);
	// Undefined is not written, and keeps the object as fast as it was.
	for (const name of except ?? []) if (name !== 'id' && name in view) view[name] = undefined;
	return view;
}
