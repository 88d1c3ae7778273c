import { inRecordOrder } from '../../api/recordOrder';
import { addVariants } from './addVariants';
import { stockWriter } from '../../store/inventory/stockWriter';
import type { StockOrder } from '../plan/productStock';
import type { Publishing } from '../report/publishReport';
import { writeRecords, writeStock } from './writeSteps';
import type { Placed } from './metafieldsAndChannels';
import { itemsOf, noteChange, type Change } from '../plan/productChange';
import { ProductParts } from './imagesAndCustomFields';
import { placeOf } from '../match/draftTargets';

const isOpen =
	({ report }: Publishing) =>
	(change: Change) =>
		report.open(itemsOf(change)).length > 0;

function tell({ report }: Publishing, change: Change) {
	const { product, name, targets } = change;
	noteChange(report, change);
	for (const { item, variant } of targets)
		report.publish(item, {
			action: 'updated',
			...placeOf(product, item, variant),
			name,
		});
}

/** Writes stock to the location that the form says. */
export async function writeProductStock(
	{ client, report }: Publishing,
	orders: readonly StockOrder[],
): Promise<void> {
	await writeStock(
		stockWriter({ client, kind: 'absolute' }),
		orders.map((order) => ({
			...order,
			owners: [order.item],
			location: order.item.settings.location,
		})),
		report,
		({ item, createdProduct }, error) => {
			if (createdProduct === undefined) report.fail([item], error);
			else report.partFailed([item], createdProduct, 'stockFailed', error);
		},
	);
}

/** Writes into products that exist: products and variants in batches, then what each product lacks. */
export async function overwriteAll(
	publishing: Publishing,
	changes: readonly Change[],
): Promise<{ placed: Placed[]; stock: StockOrder[] }> {
	const { signal } = publishing;
	await writeRecords(
		publishing.client,
		{
			products: changes.map((change) => ({
				owners: itemsOf(change),
				id: change.product.id,
				body: change.body,
			})),
			variants: changes.flatMap(({ variants }) =>
				variants.map(({ item, id, body }) => ({ owners: [item], id, body })),
			),
		},
		publishing.report,
	);
	const parts = new ProductParts(publishing);
	const stock: StockOrder[] = [];
	const open = changes.filter(isOpen(publishing));
	await inRecordOrder(
		open,
		({ product }) => product.id,
		async (change) => {
			tell(publishing, change);
			stock.push(...change.stock, ...(await addVariants(publishing, change)));
			const concerned = { product: change.product, items: itemsOf(change) };
			await parts.addImages(concerned, change.images);
			await parts.saveCustomFields(concerned, change.attributes);
		},
		signal,
	);
	return {
		stock,
		placed: open.map((change) => ({
			productId: change.product.id,
			items: itemsOf(change),
			isNew: false,
			metafields: change.metafields,
		})),
	};
}
