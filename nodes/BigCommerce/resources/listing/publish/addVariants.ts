import { at, type Client } from '../../../api/client';
import { list } from '../../../api/pagination';
import { compact } from '../../../operation/values';
import { partsOf } from '../../productParts';
import { createOrFind, createRecord, type Records } from '../../records';
import { comparable } from '../issues';
import type { Applying } from './apply';
import { ownBody, everything, type Body } from './bodies';
import type { Change, StockWish } from './change';
import type { StoreProduct, StoreVariant } from './storeProducts';
import type { DraftVariant } from './variants';

interface OptionValue {
	id: number;
	label: string;
}

const optionValues = (product: number, option: number): Records => ({
	...partsOf('options', 'option value')(product),
	path: at`/v3/catalog/products/${product}/options/${option}/values`,
});

/** An option value is unique within its option; a value without a variant is not told by the product's variants. */
async function ensureValue(
	client: Client,
	product: StoreProduct,
	option: number,
	label: string,
): Promise<number> {
	const values = optionValues(product.id, option);
	const find = async () =>
		(await list<OptionValue>(client, values)).find(
			(value) => comparable(value.label) === comparable(label),
		);
	const { record } = await createOrFind(
		async () =>
			await createRecord<OptionValue>(
				client,
				{ ...values, noun: `value "${label}" of an option of the product ${product.id}` },
				// Behind those that are there.
				{ label, sort_order: product.variants?.length ?? 0 },
				find,
			),
		find,
		new Set([409, 422]),
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
				this.values.get(key) ?? (await ensureValue(this.client, this.product, optionId, label));
			this.values.set(key, id);
			ids.push({ option_id: optionId, id });
		}
		return ids;
	}
}

const variantsOf = partsOf('variants', 'variant');

/** One variant more of a product that is there: creates are sent one by one, so that none is ever sent twice. */
async function addVariant(
	client: Client,
	product: StoreProduct,
	body: Body & { sku: string },
): Promise<StoreVariant> {
	const variants = variantsOf(product.id);
	return await createRecord<StoreVariant>(
		client,
		{ ...variants, noun: `variant ${body.sku} of the product ${product.id}` },
		body,
		async () =>
			(await list<StoreVariant>(client, variants)).find(
				({ sku }) => comparable(sku) === comparable(body.sku),
			),
	);
}

/** Adds the variants that a product lacks, and answers the stock that they should have. */
export async function addVariants(
	{ client, report }: Applying,
	{ product, added, body, pictures }: Change,
): Promise<StockWish[]> {
	const options = new Options(client, product);
	const stock: StockWish[] = [];
	const tracking = body.inventory_tracking ?? product.inventory_tracking;
	for (const variant of added) {
		const { item, sku } = variant;
		const [adding] = await Promise.allSettled([
			options.idsOf(variant).then(
				async (option_values) =>
					await addVariant(client, product, {
						sku,
						option_values,
						...(variant.shares ? {} : ownBody(item, everything)),
						...compact({
							image_url: pictures.own.get(variant),
							purchasing_disabled: item.availability === 'disabled' || undefined,
						}),
					}),
			),
		]);
		if (adding.status === 'rejected') {
			report.fail([item], adding.reason);
			continue;
		}
		const { id } = adding.value;
		report.publish(item, {
			publishAction: 'variantAdded',
			productId: product.id,
			variantId: variant.shares ? null : id,
			sku: variant.shares ? (item.sku ?? null) : sku,
			name: product.name,
		});
		if (tracking === 'variant' && item.quantity !== undefined && !variant.shares)
			stock.push({ item, quantity: item.quantity, identity: { variant_id: id } });
	}
	return stock;
}
