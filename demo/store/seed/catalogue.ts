import { blankBrand, blankCategory } from '../endpoints/catalogueBlank.ts';
import { blankProduct, blankVariant } from '../endpoints/productBlank.ts';
import { slug } from '../formats.ts';
import type { CategoryRecord, ProductRecord, VariantRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { hoursBefore } from './hours.ts';
import { PRODUCTS, type ProductSeed } from './productList.ts';

const BRANDS = ['Northpine', 'Cinder Coffee Co.', 'Tarn', 'Loft & Ember', 'Basalt Works'];

/** Name, parent's name, tree. */
const CATEGORIES: Array<[string, string | null, number]> = [
	['Camp', null, 1],
	['Tents', 'Camp', 1],
	['Sleep', 'Camp', 1],
	['Camp Kitchen', 'Camp', 1],
	['Coffee', null, 1],
	['Beans', 'Coffee', 1],
	['Brewing', 'Coffee', 1],
	['Clothing', null, 1],
	['Gifts', null, 1],
	['Outlet', null, 2],
];

export function seedBrandsAndCategories(state: StoreState): void {
	state.lastIds.brand = 34;
	for (const name of BRANDS) {
		const id = nextId(state, 'brand');
		state.brands.set(id, { ...blankBrand(id, name), page_title: name });
	}
	state.lastIds.category = 17;
	const byName = new Map<string, CategoryRecord>();
	for (const [name, parent, treeId] of CATEGORIES) {
		const id = nextId(state, 'category');
		const category: CategoryRecord = {
			...blankCategory(id, name, treeId, byName.get(parent ?? '')),
			sort_order: id - 18,
			page_title: name,
			is_visible: name !== 'Outlet',
		};
		byName.set(name, category);
		state.categories.set(id, category);
	}
}

const categoryIds = (state: StoreState, names: string[]): number[] =>
	[...state.categories.values()]
		.filter(({ name }) => names.includes(name))
		.map(({ category_id }) => category_id);

const brandId = (state: StoreState, name: string): number =>
	[...state.brands.values()].find((brand) => brand.name === name)?.id ?? 0;

export function seedProducts(state: StoreState): void {
	state.lastIds.product = 76;
	state.lastIds.variant = 300;
	state.lastIds.option = 108;
	state.lastIds.optionValue = 140;
	PRODUCTS.forEach((given, index) => {
		const product = productFrom(state, given, index);
		state.products.set(product.id, product);
	});
}

function productFrom(state: StoreState, given: ProductSeed, index: number): ProductRecord {
	const { brand, in: categories, images, fields, options, variants, hoursOld, ...own } = given;
	const created = hoursBefore(state, 24 * 400 - index * 24);
	const product: ProductRecord = {
		...blankProduct(nextId(state, 'product'), created),
		...own,
		description:
			own.description ?? `<p>${given.name}: made for long days outside and slow mornings.</p>`,
		date_modified: hoursBefore(state, hoursOld ?? 24 * 30 - index * 20),
		brand_id: brandId(state, brand),
		categories: categoryIds(state, categories),
		custom_url: { url: `/${slug(given.name)}/`, is_customized: false },
	};
	product.images = Array.from({ length: images ?? 1 }, (_unused, place) => ({
		id: nextId(state, 'image'),
		image_url: `https://cdn11.bigcommerce.com/s-${state.store.hash}/products/${product.id}/images/${slug(given.name)}-${place + 1}.jpg`,
		is_thumbnail: place === 0,
		sort_order: place,
		description: place === 0 ? given.name : '',
		date_modified: created,
	}));
	product.custom_fields = Object.entries(fields ?? {}).map(([name, value]) => ({
		id: nextId(state, 'customField'),
		name,
		value,
	}));
	for (const [place, [name, labels]] of Object.entries(options ?? {}).entries()) {
		product.options.push({
			id: nextId(state, 'option'),
			display_name: name,
			type: name === 'Color' ? 'swatch' : 'rectangles',
			config: {},
			sort_order: place,
			option_values: labels.map((label, order) => ({
				id: nextId(state, 'optionValue'),
				label,
				sort_order: order,
				is_default: order === 0,
				value_data: null,
			})),
		});
	}
	product.variants = variantsOf(state, product, variants);
	return product;
}

/** One variant for each combination of the options' values; `edit` gives them what differs. */
function variantsOf(
	state: StoreState,
	product: ProductRecord,
	edit: ProductSeed['variants'],
): VariantRecord[] {
	if (product.options.length === 0) {
		const base = blankVariant(nextId(state, 'variant'), product.id, product.sku);
		Object.assign(base, {
			upc: product.upc,
			mpn: product.mpn,
			gtin: product.gtin,
			inventory_level: product.inventory_level,
		});
		return [base];
	}
	let combinations: Array<VariantRecord['option_values']> = [[]];
	for (const option of product.options) {
		combinations = combinations.flatMap((before) =>
			option.option_values.map((value) => [
				...before,
				{
					id: value.id,
					label: value.label,
					option_id: option.id,
					option_display_name: option.display_name,
				},
			]),
		);
	}
	return combinations.map((option_values, index) => {
		const labels = option_values.map(({ label }) => label);
		const suffix = labels
			.map((label) =>
				label
					.replace(/[^A-Za-z0-9]/g, '')
					.slice(0, 4)
					.toUpperCase(),
			)
			.join('-');
		const variant = blankVariant(nextId(state, 'variant'), product.id, `${product.sku}-${suffix}`);
		return Object.assign(variant, { option_values }, edit?.(labels, index));
	});
}
