import { indexOf } from '../catalogueIndex.ts';
import { slug } from '../formats.ts';
import { refuseV3 } from '../http/answers.ts';
import { arrayOf, numbersOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context } from '../http/routes.ts';
import type { ProductRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { blankBrand } from './catalogueBlank.ts';
import { plannedParts, type PlannedParts } from './embeddedParts.ts';
import { addNewVariants, checkNewVariants } from './newVariants.ts';
import { blankProduct } from './productBlank.ts';
import { checkProductConflicts, checkProductFields } from './productChecks.ts';
import { PLAIN_PRODUCT_FIELDS } from './productFields.ts';
import { shareWithBase, writeLevel, type PartFailures } from './variantWrites.ts';

/** Writes checked fields into the product and says which parts could not be saved. */
export function writeProduct(
	{ state, now }: Context,
	product: ProductRecord,
	body: JsonObject,
	parts: PlannedParts,
): PartFailures {
	const failures: PartFailures = { ...parts.failures };
	const target = product as unknown as Record<string, unknown>;
	for (const name of PLAIN_PRODUCT_FIELDS)
		if (body[name] !== undefined && body[name] !== null) target[name] = body[name];
	// The complete list is replaced (API notes 2.7).
	product.categories = numbersOf(body.categories) ?? product.categories;
	if (body.inventory_level !== null) writeLevel(product, body, failures);
	if (body.preorder_release_date !== undefined)
		product.preorder_release_date = textOf(body.preorder_release_date) ?? null;
	const imported = textOf(body.date_last_imported);
	if (imported !== undefined) product.date_last_imported = Date.parse(imported);
	writeUrl(state, product, body, failures);
	// `brand_name` finds or makes the brand and is not echoed (API notes 2.1).
	const brandName = textOf(body.brand_name);
	if (brandName && body.brand_id === undefined) product.brand_id = brandByName(state, brandName);
	parts.write();
	shareWithBase(product);
	product.date_modified = now;
	indexOf(state).note(product);
	return failures;
}

/** An address that is taken, too long or not of Latin letters leaves the rest saved (API notes 2.5). */
function writeUrl(
	state: StoreState,
	product: ProductRecord,
	body: JsonObject,
	failures: PartFailures,
): void {
	const sent = objectOf(body.custom_url);
	const url = textOf(sent.url);
	if (url === undefined) return;
	if (
		urlIsTaken(state, url, product) ||
		url === '' ||
		url.length > 255 ||
		!/^[\x20-\x7e]*$/.test(url)
	)
		failures.custom_url = 'The url is taken, longer than 255 characters or not of Latin letters';
	else product.custom_url = { url, is_customized: sent.is_customized === true };
}

function brandByName(state: StoreState, name: string): number {
	const known = [...state.brands.values()].find(
		(brand) => brand.name.toLowerCase() === name.toLowerCase(),
	);
	if (known) return known.id;
	const id = nextId(state, 'brand');
	state.brands.set(id, blankBrand(id, name));
	return id;
}

/** The address that a product gets of its name; a number follows where another has it already. */
function freeUrl(state: StoreState, name: string): string {
	const base = slug(name) || 'product';
	let url = `/${base}/`;
	for (let number = 1; urlIsTaken(state, url); number += 1) url = `/${base}-${number}/`;
	return url;
}

/** By any other entity, not by products alone (the specification of the 207). */
const urlIsTaken = (state: StoreState, wanted: string, own?: ProductRecord): boolean =>
	indexOf(state)
		.withUrl(wanted)
		.some((other) => other !== own) ||
	[...state.brands.values()].some(({ custom_url }) => custom_url.url === wanted) ||
	[...state.categories.values()].some(({ url }) => url.path === wanted);

/** POST: one product, its variants and other parts with it (API notes 2.7). */
export function createProduct(
	context: Context,
	body: JsonObject,
): { product: ProductRecord; failures: PartFailures } {
	const { state, now } = context;
	checkProductFields(body);
	checkProductConflicts(state, body);
	// A taken address refuses a new product, whereas it leaves the rest of a known one saved (the specification of the 409s).
	const url = textOf(objectOf(body.custom_url).url);
	if (url !== undefined && urlIsTaken(state, url))
		refuseV3(409, 'The product url is a duplicate', { custom_url: 'The url is taken' });
	checkNewVariants(state, body);
	const product = blankProduct(nextId(state, 'product'), now);
	const parts = plannedParts(context, product, body);
	product.custom_url = { url: freeUrl(state, String(body.name)), is_customized: false };
	// From here on nothing is refused any more.
	state.products.set(product.id, product);
	const failures = writeProduct(context, product, body, parts);
	const rows = arrayOf(body.variants).map(objectOf);
	Object.assign(failures, addNewVariants(state, product, rows));
	return { product, failures };
}
