import type { FieldValues } from '../../store/catalog/products';
import type { Client } from '../../api/client';
import { list } from '../../api/pagination';
import { sameName } from '../../store/byName';
import { valuesOf, type OptionValue } from '../../store/catalog/optionValues';
import { findVariantBySku, variants as variantsOf } from '../../store/catalog/productVariants';
import { options } from '../../store/catalog/productOptions';
import { createOrFind, createRecord } from '../../store/records';
import { placeOfAdded } from '../plan/addedVariants';
import type { Publishing } from '../report/publishReport';
import type { StockOrder } from '../plan/productStock';

import type { Change } from '../plan/productChange';
import { CLASHES } from './createProduct';
import type { ProductVariant } from '../../store/catalog/products';
import type { StoreProduct } from '../match/storeProducts';
import type { DraftVariant } from '../model/draftVariants';

/** An option value is unique within its option; a value without a variant is not told by the product's variants. */
async function ensureValue(
	client: Client,
	{ id, variants = [] }: StoreProduct,
	option: { id: number; display_name: string },
	label: string,
): Promise<number> {
	const values = valuesOf(options(id), option);
	const find = async () =>
		(await list<OptionValue>(client, values)).find((value) => sameName(value.label, label));
	const { record } = await createOrFind(
		async () =>
			await createRecord<OptionValue>(
				client,
				values,
				// Behind those that are there.
				{ label, sort_order: variants.length },
				find,
			),
		find,
		CLASHES,
	);
	return record.id;
}

/** What the product's variants tell of its options. */
class Options {
	private readonly client: Client;
	private readonly product: StoreProduct;
	private readonly values = new Map<string, number>();
	private readonly options = new Map<string, number>();

	constructor(client: Client, product: StoreProduct) {
		this.client = client;
		this.product = product;
		for (const { option_values } of product.variants ?? [])
			for (const { option_id, option_display_name, id, label } of option_values) {
				this.options.set(option_display_name.toLowerCase(), option_id);
				this.values.set(`${option_id} ${label.toLowerCase()}`, id);
			}
	}

	async idsOf({ labels }: DraftVariant): Promise<Array<{ option_id: number; id: number }>> {
		const ids = [];
		for (const [option, label] of labels) {
			const optionId = this.options.get(option.toLowerCase()) ?? 0;
			const key = `${optionId} ${label.toLowerCase()}`;
			const id =
				this.values.get(key) ??
				(await ensureValue(
					this.client,
					this.product,
					{ id: optionId, display_name: option },
					label,
				));
			this.values.set(key, id);
			ids.push({ option_id: optionId, id });
		}
		return ids;
	}
}

/** One variant more of a product that is there: creates are sent one by one, so that none is ever sent twice. */
const addVariant = async (
	client: Client,
	{ id }: StoreProduct,
	body: FieldValues & { sku: string },
): Promise<ProductVariant> =>
	await createRecord<ProductVariant>(
		client,
		variantsOf(id),
		body,
		async () => await findVariantBySku(client, body.sku, { 'product_id:in': [id] }),
	);

/** Adds the variants that a product lacks, and answers the stock that they should have. */
export async function addVariants(
	{ client, report }: Publishing,
	{ product, name, added }: Change,
): Promise<StockOrder[]> {
	const known = new Options(client, product);
	const stock: StockOrder[] = [];
	for (const variant of added) {
		const { item, body, quantity } = variant;
		const [adding] = await Promise.allSettled([
			known
				.idsOf(variant)
				.then(
					async (option_values) => await addVariant(client, product, { ...body, option_values }),
				),
		]);
		if (adding.status === 'rejected') {
			report.fail([item], adding.reason);
			continue;
		}
		const { id } = adding.value;
		report.publish(item, {
			action: 'created',
			...placeOfAdded(product, variant, id),
			name,
		});
		if (quantity !== undefined)
			stock.push({
				item,
				quantity,
				identity: { variant_id: id },
				createdProduct: product.id,
			});
	}
	return stock;
}
