import { indexOf } from '../catalogueIndex.ts';
import { refuseV3 } from '../http/answers.ts';
import { fieldProblems } from '../http/fieldRules.ts';
import { numberOf, numbersOf, textOf, type JsonObject } from '../http/reading.ts';
import type { ProductRecord } from '../records.ts';
import type { StoreState } from '../state.ts';
import { PRODUCT_FIELDS } from './productFields.ts';
import { skuIsTaken } from './variantChecks.ts';

const conflict = (errors: Record<string, string>, title: string): never =>
	refuseV3(409, title, errors);

/** The right types and lengths, or 422 with the fields' names (products_catalog.v3.yml). */
export function checkProductFields(body: JsonObject, own?: ProductRecord): void {
	const problems = fieldProblems(
		body,
		PRODUCT_FIELDS,
		own ? [] : ['name', 'type', 'weight', 'price'],
	);
	// "To successfully set `is_price_hidden` to `true`, the `availability` value must be `disabled`" (the specification).
	const availability = body.availability ?? own?.availability ?? 'available';
	if (body.is_price_hidden === true && availability !== 'disabled')
		problems.is_price_hidden = 'is_price_hidden needs availability to be disabled';
	if (Object.keys(problems).length > 0) refuseV3(422, 'The product is not valid', problems);
}

/** Duplicates and links to what does not exist are 409 (API notes 2.6). */
export function checkProductConflicts(
	state: StoreState,
	body: JsonObject,
	own?: ProductRecord,
): void {
	const name = textOf(body.name);
	if (
		name !== undefined &&
		indexOf(state)
			.named(name)
			.some((product) => product !== own && product.name === name)
	) {
		conflict({ name: 'The product name is a duplicate' }, 'The product name is a duplicate');
	}
	const sku = textOf(body.sku);
	if (sku !== undefined && skuIsTaken(state, sku, own))
		conflict({ sku: 'The product sku is a duplicate' }, 'The product sku is a duplicate');
	const brand = numberOf(body.brand_id);
	if (brand !== undefined && brand !== 0 && !state.brands.has(brand))
		conflict({ brand_id: 'The brand does not exist' }, 'The brand does not exist');
	const missing = (numbersOf(body.categories) ?? []).find((id) => !state.categories.has(id));
	if (missing !== undefined)
		conflict({ categories: `The category ${missing} does not exist` }, 'A category does not exist');
}
