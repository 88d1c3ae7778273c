import type { Client } from '../../api/client';
import { stockWriter } from '../../store/inventory/stockWriter';
import { updateProducts } from '../../store/catalog/updateProducts';
import { updateVariants } from '../../store/catalog/updateVariants';
import { itemsOf, type Change } from '../plan/productChange';
import type { StockWish } from '../plan/productStock';
import type { Report } from '../report/publishReport';

export interface Applying {
	client: Client;
	report: Report;
	signal?: AbortSignal;
}

/** Products, then their variants: each in the largest batches, several at a time. */
export async function putChanges(
	{ client, report }: Applying,
	changes: readonly Change[],
): Promise<void> {
	const products = changes.filter(({ body }) => Object.keys(body).length > 0);
	const written = await updateProducts(
		client,
		products.map(({ product, body }) => ({ id: product.id, body })),
	);
	for (const [at, { error }] of written.entries())
		if (error !== undefined) report.fail(itemsOf(products[at] as Change), error);
	const variants = changes
		.flatMap((change) => change.variants)
		.filter(({ item }) => report.open([item]).length > 0);
	const saved = await updateVariants(
		client,
		variants.map(({ id, body }) => ({ id, body })),
	);
	for (const [at, { error }] of saved.entries()) {
		const item = variants[at]?.item;
		if (error !== undefined && item) report.fail([item], error);
	}
}

/** A wish for stock, and what it means when it cannot be fulfilled. */
export interface StockOrder extends StockWish {
	/** Of a product or variant that was created just now the stock is a part; else it is what the item is about. */
	createdProduct?: number;
}

/** Writes stock to the location that the form says. */
export async function writeStock(
	{ client, report }: Applying,
	orders: readonly StockOrder[],
): Promise<void> {
	const open = orders.filter(({ item }) => report.open([item]).length > 0);
	const write = stockWriter({ client, kind: 'absolute' });
	const outcomes = await write(
		open.map(({ item, identity, quantity }) => ({
			identity,
			quantity,
			location: item.settings.location,
		})),
	);
	for (const [at, { error }] of outcomes.entries()) {
		const order = open[at];
		if (error === undefined || !order) continue;
		const { item, createdProduct } = order;
		if (createdProduct === undefined) report.fail([item], error);
		else report.partFailed([item], createdProduct, 'stockFailed', error);
	}
}
