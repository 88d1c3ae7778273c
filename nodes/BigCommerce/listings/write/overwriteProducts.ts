import { inRecordOrder } from '../../api/recordOrder';
import { addVariants } from './addVariants';
import { putChanges, type Applying, type StockOrder } from './writeChanges';
import type { Placed } from './metafieldsAndChannels';
import { itemsOf, noteChange, type Change } from '../plan/productChange';
import { addImages, saveCustomFields } from './imagesAndCustomFields';
import { placeOf } from '../match/draftTargets';

const isOpen =
	({ report }: Applying) =>
	(change: Change) =>
		report.open(itemsOf(change)).length > 0;

function tell({ report }: Applying, change: Change) {
	const { product, name, targets } = change;
	noteChange(report, change);
	for (const { item, variant } of targets)
		report.publish(item, {
			action: 'updated',
			...placeOf(product, item, variant),
			name,
		});
}

/** Writes into products that exist: products and variants in batches, then what each product lacks. */
export async function overwriteAll(
	applying: Applying,
	changes: readonly Change[],
): Promise<{ placed: Placed[]; stock: StockOrder[] }> {
	const { signal } = applying;
	await putChanges(applying, changes);
	const stock: StockOrder[] = [];
	const open = changes.filter(isOpen(applying));
	await inRecordOrder(
		open,
		({ product }) => product.id,
		async (change) => {
			tell(applying, change);
			stock.push(...change.stock, ...(await addVariants(applying, change)));
			const concerned = { product: change.product, items: itemsOf(change) };
			await addImages(applying, concerned, change.images);
			await saveCustomFields(applying, concerned, change.attributes);
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
