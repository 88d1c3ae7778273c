import { BigCommerceError } from '../../../api/errors';
import { compact } from '../../../operation/values';
import { createOrFind } from '../../records';
import type { Applying, StockOrder } from './apply';
import type { Placed } from './assignments';
import { trackingOf, type Body } from './bodies';
import { CLASHES, createProduct, type Creation } from './create';
import type { Draft } from './draft';
import { inLanes } from './inLanes';
import type { Item } from './item';
import type { Links } from './links';
import { newProductBody } from './newProduct';
import type { Existing, Prepared } from './prepare';
import { addImages } from './parts';
import type { StoreProduct, StoreProducts } from './storeProducts';
import { placeOf, variantOf } from './targets';

export interface ToCreate extends Prepared {
	links: Links;
}

export interface CreatedAll {
	placed: Placed[];
	stock: StockOrder[];
	/** Those that the store turned out to have. */
	existing: Existing[];
}

/** Stock goes with the product where it belongs to the default location. */
const isDefaultLocation = (item: Item | undefined) => !item?.settings.location;

export const bodyOf = (create: ToCreate): Body =>
	newProductBody(create.draft, {
		...create,
		links: create.links.body,
		withStock: isDefaultLocation(create.draft.items[0]),
	});

function tell(
	{ report }: Applying,
	{ draft, attributes, pictures }: Prepared,
	product: StoreProduct,
) {
	const { items, variants } = draft;
	report.note(items, ...attributes.issues, ...pictures.issues);
	for (const item of items) {
		const own = variants.filter((variant) => variant.item === item);
		const [variant] = own.length === 1 ? own : [];
		const made = own.filter(({ skuIsMade }) => skuIsMade).map(({ sku }) => sku);
		if (made.length > 0)
			report.note([item], {
				code: 'skuMade',
				message: `Without a SKU of its own it is ${made.join(', ')}`,
			});
		if (own.length > 1 && item.quantity !== undefined)
			report.note([item], {
				code: 'stockOfProduct',
				message:
					'The stock is tracked for the product as a whole, because the item does not say how many there are of each variant',
			});
		report.publish(item, {
			publishAction: 'created',
			...placeOf(product, item, variant && variantOf(product, variant)),
		});
	}
}

/** Stock that could not go with the product: it belongs to another location. */
function stockOrders(draft: Draft, product: StoreProduct): StockOrder[] {
	const tracking = trackingOf(draft);
	if (isDefaultLocation(draft.items[0]) || !tracking || tracking === 'none') return [];
	return draft.items.flatMap((item): StockOrder[] => {
		const { quantity } = item;
		const own = draft.variants.find((variant) => variant.item === item);
		const variant = own && variantOf(product, own);
		if (quantity === undefined) return [];
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

const isAboutImages = ({ reason }: BigCommerceError) => /\bimages?\b/i.test(reason);

/** Refusals after which a product without its images may do (fact sheet 4.3). */
const OF_IMAGES = new Set([400, 422]);

const withoutImages = ({ images: _gallery, variants, ...body }: Body): Body => ({
	...body,
	...compact({
		variants: (variants as Body[] | undefined)?.map(({ image_url: _picture, ...rest }) => rest),
	}),
});

/**
 * Mostly a product is saved without an image that cannot be downloaded (207). Where it is refused for it instead, it is
 * created without images, which are then added one by one, so that only the bad one is missing.
 */
async function createWithoutImages(
	applying: Applying,
	{ draft: { items }, pictures }: Prepared,
	body: Body,
	refusal: unknown,
): Promise<Creation> {
	const may = items[0]?.settings.ifPartFails !== 'fail' && withImages(body);
	if (!may || !(refusal instanceof BigCommerceError)) throw refusal;
	if (!OF_IMAGES.has(refusal.status ?? 0) || !isAboutImages(refusal)) throw refusal;
	const creation = await createProduct(applying.client, withoutImages(body));
	await addImages(applying, { product: creation.product, items }, pictures.gallery);
	if (pictures.own.size > 0)
		applying.report.note(items, {
			code: 'imageFailed',
			message: 'The pictures of the variants were left out, because an image could not be saved',
		});
	return creation;
}

const withImages = ({ images, variants }: Body) =>
	images !== undefined ||
	((variants as Body[] | undefined) ?? []).some(({ image_url }) => image_url !== undefined);

/** Creates the products, several at a time; what the store has already is handed back. */
export async function createAll(
	applying: Applying,
	store: StoreProducts,
	wanted: readonly ToCreate[],
): Promise<CreatedAll> {
	const { client, report, signal } = applying;
	const all: CreatedAll = { placed: [], stock: [], existing: [] };
	const create = async (prepared: ToCreate) => {
		const { draft } = prepared;
		const { items } = draft;
		const body = bodyOf(prepared);
		const [creation] = await Promise.allSettled([
			createOrFind<Creation>(
				async () => await createProduct(client, body),
				async () => {
					await store.seek(draft);
					const product = store.find(draft);
					return product && { product };
				},
				CLASHES,
			).catch(async (refusal: unknown) => ({
				record: await createWithoutImages(applying, prepared, body, refusal),
				created: true,
			})),
		]);
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
		tell(applying, prepared, product);
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
	await inLanes(wanted, () => undefined, create, signal);
	return all;
}
