import type { Client } from '../../api/client';
import { BigCommerceError, refused } from '../../api/errors';
import { InputError } from '../../api/inputError';
import { IdIndex } from '../idIndex';
import { createRecord } from '../records';
import { findProductBySku } from './productsBySku';
import { products, type FieldValues, type Product } from './products';
import { plainText } from '../../api/values';

const nameKey = (name: string) => name.trim().toLowerCase();

/** BigCommerce compares names in full; whether the case of letters counts is not documented. */
export async function findProductByName(
	client: Client,
	name: string,
): Promise<Product | undefined> {
	const found = await client.getRows<Product>({
		path: products.path,
		query: { name },
		task: `look for the product ${name}`,
		scope: 'products:read',
	});
	return found.find((product) => nameKey(product.name) === nameKey(name));
}

/** Products by their name. The API has no list of names: they are asked for one by one, or all are walked through. */
export const productNames = (client: Client) =>
	new IdIndex(client, {
		list: products,
		field: 'name',
		filtersFor: (names) => names.map((name) => ({ name })),
	});

/** What the API demands of a new product (products_catalog.v3.yml); the first two have a usual value. */
const USUAL: FieldValues = { type: 'physical', weight: 0 };

function completed(body: FieldValues, label: string): FieldValues & { name: string } {
	const product = { ...USUAL, ...body };
	const lacking = [
		...(plainText(product.name).trim() ? [] : ["'Name'"]),
		...(product.price === undefined ? ["'Price'"] : []),
	];
	if (lacking.length === 0) return product as FieldValues & { name: string };
	throw new InputError(
		`${label} lacks ${lacking.join(' and ')}`,
		'Fill in what is named here: a new product needs a name and a price.',
	);
}

/** The product that an attempt whose answer was lost made: by its SKU or else its name, and with the price that was sent. */
async function findMade(
	client: Client,
	{ name, sku, price }: FieldValues & { name: string },
): Promise<Product | undefined> {
	const found =
		typeof sku === 'string' && sku.trim()
			? await findProductBySku(client, sku.trim())
			: await findProductByName(client, name);
	const isSame =
		found !== undefined &&
		nameKey(found.name) === nameKey(name) &&
		Number(found.price) === Number(price);
	return isSame ? found : undefined;
}

/** Creates one product; a name or SKU that is taken is told together with the way to change the present one. */
export async function createProduct(
	client: Client,
	body: FieldValues,
	label = 'The product',
): Promise<Product> {
	const product = completed(body, label);
	const [creation] = await Promise.allSettled([
		createRecord<Product>(client, products, product, async () => await findMade(client, product)),
	]);
	if (creation.status === 'fulfilled') return creation.value;
	const refusal: unknown = creation.reason;
	if (!(refusal instanceof BigCommerceError) || refusal.status !== 409) throw refusal;
	throw refused(
		409,
		refusal.body,
		refusal,
		" To change a product that is there, use 'Create or Update'.",
	);
}
