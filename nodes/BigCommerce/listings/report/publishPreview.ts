import type { FieldValues } from '../../store/catalog/products';
import { compact } from '../../api/values';
import { placeOfAdded } from '../plan/addedVariants';
import type { ToCreate } from '../plan/newProduct';
import { bodyOf, stockedElsewhere } from '../write/createProducts';

import { itemsOf, noteChange, type Change } from '../plan/productChange';
import type { Draft } from '../model/draft';
import type { DraftItem } from '../model/draftItem';
import type { Classification } from '../match/brandAndCategoryIds';
import { noteNew } from './newProductIssues';
import { fieldChanges } from '../write/imagesAndCustomFields';
import type { Report } from './publishReport';
import { placeOf } from '../match/draftTargets';

/** Brand and categories that would have to be made first. */
const toCreateFirst = ({ toCreate }: Classification) =>
	Object.keys(toCreate).length > 0 ? toCreate : undefined;

/** The variant that the item alone stands for. */
function ofItem({ variants }: Draft, item: DraftItem) {
	const [own, another] = variants.filter((variant) => variant.item === item);
	return another ? undefined : own;
}

/** Each item shows its own variant; the first of a product shows the product, too. */
export function previewCreation(report: Report, create: ToCreate): void {
	const { draft, classification } = create;
	noteNew(report, create);
	const { variants: bodies = [], ...product } = bodyOf(create) as FieldValues & {
		variants?: FieldValues[];
	};
	const elsewhere = new Set(stockedElsewhere(draft));
	for (const [at, item] of draft.items.entries()) {
		const own = bodies.filter((_body, place) => draft.variants[place]?.item === item);
		report.publish(item, {
			action: 'created',
			preview: true,
			productId: null,
			variantId: null,
			sku: ofItem(draft, item)?.sku ?? item.sku ?? draft.sku ?? null,
			name: draft.name ?? null,
			wouldWrite: compact({
				product: at === 0 ? product : undefined,
				variants: own.length > 0 ? own : undefined,
				quantity: elsewhere.has(item) ? item.quantity : undefined,
				createFirst: at === 0 ? toCreateFirst(classification) : undefined,
				metafields:
					at === 0 ? filled(draft.items.flatMap(({ metafields }) => metafields)) : undefined,
			}),
		});
	}
}

const filled = <Value>(list: readonly Value[]) => (list.length > 0 ? list : undefined);

export function previewChange(
	report: Report,
	change: Change,
	classification: Classification,
): void {
	const { product, name, targets, added, body, variants, stock, attributes, images, metafields } =
		change;
	noteChange(report, change);
	const ofProduct = compact({
		product: Object.keys(body).length > 0 ? body : undefined,
		createFirst: toCreateFirst(classification),
		customFields: filled(
			fieldChanges(product.custom_fields ?? [], attributes).map(({ field }) => field),
		),
		images: filled(images),
		metafields: filled(metafields),
	});
	for (const [at, item] of itemsOf(change).entries()) {
		const target = targets.find((one) => one.item === item);
		const own = added.filter((one) => one.item === item);
		const bodies = own.map(({ body: { sku, ...rest }, labels }) => ({
			sku,
			options: Object.fromEntries(labels),
			...rest,
		}));
		const last = own.at(-1);
		report.publish(item, {
			action: last ? 'created' : 'updated',
			preview: true,
			...(last ? placeOfAdded(product, last) : placeOf(product, item, target?.variant)),
			name,
			wouldWrite: compact({
				...(at === 0 && ofProduct),
				variant: last && !last.shares ? bodies[0] : variants.find((one) => one.item === item)?.body,
				variants: last?.shares ? bodies : undefined,
				quantity: stock.find((wish) => wish.item === item)?.quantity ?? last?.quantity,
			}),
		});
	}
}
