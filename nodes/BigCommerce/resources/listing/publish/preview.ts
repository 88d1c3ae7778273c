import { compact } from '../../../operation/values';
import { bodyOf, type ToCreate } from './createAll';
import type { Body } from './bodies';
import { noteChange, type Change } from './change';
import type { Links } from './links';
import { noteNew } from './newIssues';
import type { Report } from './report';
import { placeOf } from './targets';

/** Brand and categories that would have to be made first. */
const toCreateFirst = ({ toCreate }: Links) =>
	Object.keys(toCreate).length > 0 ? toCreate : undefined;

/** Each item shows its own variant; the first of a product shows the product, too. */
export function previewCreation(report: Report, create: ToCreate): void {
	const { draft, links } = create;
	noteNew(report, create);
	const { variants: bodies = [], ...product } = bodyOf(create) as Body & { variants?: Body[] };
	for (const [at, item] of draft.items.entries()) {
		const own = bodies.filter((_body, place) => draft.variants[place]?.item === item);
		report.publish(item, {
			publishAction: 'wouldCreate',
			productId: null,
			variantId: null,
			sku: item.sku ?? draft.sku ?? null,
			name: draft.name ?? null,
			wouldWrite: compact({
				product: at === 0 ? product : undefined,
				variants: own.length > 0 ? own : undefined,
				createFirst: at === 0 ? toCreateFirst(links) : undefined,
				metafields:
					at === 0 ? filled(draft.items.flatMap(({ metafields }) => metafields)) : undefined,
			}),
		});
	}
}

const filled = <Value>(list: readonly Value[]) => (list.length > 0 ? list : undefined);

export function previewChange(report: Report, change: Change, links: Links): void {
	const { product, targets, added, body, variants, stock, attributes, images, metafields } = change;
	noteChange(report, change);
	const ofProduct = compact({
		product: Object.keys(body).length > 0 ? body : undefined,
		createFirst: toCreateFirst(links),
		customFields: filled(attributes),
		images: filled(images),
		metafields: filled(metafields),
	});
	for (const [at, { item, variant }] of targets.entries()) {
		report.publish(item, {
			publishAction: 'wouldOverwrite',
			...placeOf(product, item, variant),
			wouldWrite: compact({
				...(at === 0 && ofProduct),
				variant: variants.find((one) => one.item === item)?.body,
				quantity: stock.find((wish) => wish.item === item)?.quantity,
			}),
		});
	}
	for (const { item, sku, labels } of added) {
		report.publish(item, {
			publishAction: 'wouldAddVariant',
			productId: product.id,
			variantId: null,
			sku,
			name: product.name,
			wouldWrite: { variant: { sku, options: Object.fromEntries(labels) } },
		});
	}
}
