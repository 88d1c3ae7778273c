import type { ProductRecord, StoreState, VariantRecord } from '../../demo/store/index.ts';

export interface Stocked {
	product: ProductRecord;
	variant: VariantRecord;
}

export const isSimple = ({ options }: ProductRecord) => options.length === 0;

/** All that a row can name: products without options by their only variant, others by each. */
export const stocked = ({ products }: StoreState): Stocked[] =>
	[...products.values()]
		.flatMap((product) => product.variants.map((variant) => ({ product, variant })))
		.filter(({ variant }) => variant.sku);

export const levelOf = ({ product, variant }: Stocked) =>
	product.inventory_tracking === 'product' ? product.inventory_level : variant.inventory_level;

/** Under which the store keeps the count: of the product or of the variant, whichever it tracks. */
export const stockKeyOf = ({ product, variant }: Stocked, locationId: number) =>
	product.inventory_tracking === 'product'
		? `${locationId}:${product.id}`
		: `${locationId}:variant:${variant.id}`;

/** A count that was said of an item at a location, as it ends in the store; the first location's is the catalogue's own. */
export function storedAt(state: StoreState, item: Stocked, locationId: number, quantity: number) {
	const key = stockKeyOf(item, locationId);
	const unwritten = {
		safety_stock: 0,
		is_in_stock: true,
		warning_level: 0,
		bin_picking_number: '',
		before: null,
	};
	const stock = state.stock.get(key) ?? unwritten;
	state.stock.set(key, { ...stock, before: null, on_hand: quantity, is_counted: true });
	if (locationId !== 1) return;
	const { product, variant } = item;
	if (product.inventory_tracking === 'product') product.inventory_level = quantity;
	if (product.inventory_tracking === 'variant' || isSimple(product))
		variant.inventory_level = quantity;
}

/** A copy in this realm: Jest's own structuredClone makes Maps that its matchers do not know. */
export function copyOf<T>(value: T): T {
	if (value instanceof Map)
		return new Map([...value].map(([key, inner]) => [key as unknown, copyOf<unknown>(inner)])) as T;
	if (Array.isArray(value)) return value.map((inner) => copyOf<unknown>(inner)) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, copyOf<unknown>(inner)]),
	) as T;
}

/** All else of the state than catalogue and stock, as text: fast to compare. */
export function restOf({ products: _products, stock: _stock, ...rest }: StoreState): string {
	return JSON.stringify(rest, (_key, value: unknown) =>
		value instanceof Map ? [...value] : value,
	);
}
