import type { FieldValues } from '../../store/catalog/products';
import { inRecordOrder } from '../../api/recordOrder';
import { createOrFind } from '../../store/records';
import type { Publishing } from '../report/publishReport';
import type { StockOrder } from '../plan/productStock';
import type { Placed } from './metafieldsAndChannels';
import { trackingOf } from '../model/draftValues';
import { CLASHES, createProduct, type Creation } from './createProduct';
import { createWithoutImages, isAboutImages } from './createWithoutImages';
import { countedOf, type Draft } from '../model/draft';
import type { DraftItem } from '../model/draftItem';
import { noteNew } from '../report/newProductIssues';
import { newProductBody, type ToCreate } from '../plan/newProduct';
import type { Existing } from '../plan/preparedDraft';
import type { StoreProduct, StoreProducts } from '../match/storeProducts';
import { placeOf, variantOf } from '../match/draftTargets';

export interface CreatedAll {
	placed: Placed[];
	stock: StockOrder[];
	/** Those that the store turned out to have. */
	existing: Existing[];
}

/** Stock goes with the product where it belongs to the default location. */
const isDefaultLocation = ({ settings }: DraftItem) => !settings.location;

export const bodyOf = (create: ToCreate): FieldValues =>
	newProductBody(create.draft, {
		...create,
		classification: create.classification.body,
		withStock: isDefaultLocation,
	});

function tell({ report }: Publishing, create: ToCreate, product: StoreProduct) {
	const { items, variants } = create.draft;
	noteNew(report, create);
	for (const item of items) {
		const [own, other] = variants.filter((variant) => variant.item === item);
		const variant = own && !other ? variantOf(product, own) : undefined;
		report.publish(item, { action: 'created', ...placeOf(product, item, variant) });
	}
}

/** Items whose stock cannot go with the product: it belongs to another location. */
export function stockedElsewhere(draft: Draft): DraftItem[] {
	const { items } = draft;
	const tracking = trackingOf(draft);
	if (!tracking || tracking === 'none') return [];
	const counted =
		tracking === 'product' ? items.filter((item) => item === countedOf(items)) : items;
	return counted.filter((item) => item.quantity !== undefined && !isDefaultLocation(item));
}

function stockOrders(draft: Draft, product: StoreProduct): StockOrder[] {
	const tracking = trackingOf(draft);
	return stockedElsewhere(draft).flatMap((item): StockOrder[] => {
		const { quantity } = item;
		if (quantity === undefined) return [];
		const own = draft.variants.find((variant) => variant.item === item);
		const variant = own && variantOf(product, own);
		return [
			{
				item,
				quantity,
				createdProduct: product.id,
				identity:
					tracking === 'variant' && variant
						? { variant_id: variant.id }
						: { product_id: product.id },
			},
		];
	});
}

/** Creates a product, without its images where they are what is refused, or finds the one that the store has already. */
async function createOne(publishing: Publishing, store: StoreProducts, prepared: ToCreate) {
	const { draft } = prepared;
	const body = bodyOf(prepared);
	return await createOrFind<Creation>(
		async () => await createProduct(publishing.client, body),
		async () => {
			await store.seek(draft);
			const product = store.find(draft);
			return product && { product };
		},
		CLASHES,
	).catch(async (refusal: unknown) => ({
		record: await createWithoutImages(publishing, prepared, body, refusal),
		created: true,
	}));
}

/** Creates the products, several at a time; what the store has already is handed back. */
export async function createAll(
	publishing: Publishing,
	store: StoreProducts,
	wanted: readonly ToCreate[],
): Promise<CreatedAll> {
	const { report, signal } = publishing;
	const all: CreatedAll = { placed: [], stock: [], existing: [] };
	const create = async (prepared: ToCreate) => {
		const { draft } = prepared;
		const { items } = draft;
		const [creation] = await Promise.allSettled([createOne(publishing, store, prepared)]);
		if (creation.status === 'rejected') {
			report.fail(items, creation.reason);
			return;
		}
		const { created, record } = creation.value;
		const { product, problem } = record;
		if (!created) {
			all.existing.push({ draft, product });
			return;
		}
		tell(publishing, prepared, product);
		all.placed.push({
			productId: product.id,
			items,
			isNew: true,
			metafields: items.flatMap(({ metafields }) => metafields),
		});
		all.stock.push(...stockOrders(draft, product));
		if (problem)
			report.partFailed(
				items,
				product.id,
				isAboutImages(problem) ? 'imageFailed' : 'partFailed',
				problem,
			);
	};
	await inRecordOrder(wanted, () => undefined, create, signal);
	return all;
}
