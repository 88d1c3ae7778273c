import { indexOf } from '../catalogueIndex.ts';
import { fieldProblems } from '../http/fieldRules.ts';
import { arrayOf, numberOf, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import type { StoreState } from '../state.ts';
import { VARIANT_FIELDS } from './productFields.ts';
import { baseVariantOf } from './productView.ts';

/** The most SKUs of one product (product-variants_catalog.v3.yml). */
export const MOST_VARIANTS = 600;

/** Why a variant cannot be written. */
export interface VariantProblem {
	status: 409 | 422;
	errors: Record<string, string>;
}

/** A SKU is one product's or one variant's, whatever its letters' case (API notes 2.1). */
export function skuIsTaken(
	state: StoreState,
	sku: string,
	/** Who wants it, unless that is made only now. */
	writer?: ProductRecord | VariantRecord,
): boolean {
	if (sku === '') return false;
	const wanted = sku.toLowerCase();
	return indexOf(state)
		.withSku(sku)
		.some((holder) => {
			// A simple product and its base variant share one SKU.
			const one = [holder, baseVariantOf(holder)];
			const allowed = writer && one.includes(writer) ? one : [writer];
			return [holder, ...holder.variants].some(
				(record) => record.sku.toLowerCase() === wanted && !allowed.includes(record),
			);
		});
}

export type ChosenValues = VariantRecord['option_values'];

/** The combination that `option_values` with ids stands for, or what is wrong with it. */
export function chosenValues(product: ProductRecord, row: JsonObject): ChosenValues | string {
	const rows = arrayOf(row.option_values).map(objectOf);
	if (product.options.length === 0) return 'The product has no options';
	if (rows.length !== product.options.length) return 'One value of each option is required';
	const chosen: ChosenValues = [];
	for (const option of product.options) {
		const id = rows.find(({ option_id }) => numberOf(option_id) === option.id)?.id;
		const value = option.option_values.find((candidate) => candidate.id === numberOf(id));
		if (!value) return `A value of the option ${option.display_name} is required`;
		chosen.push({
			id: value.id,
			label: value.label,
			option_id: option.id,
			option_display_name: option.display_name,
		});
	}
	return chosen;
}

export const combinationKey = (values: ChosenValues): string =>
	values
		.map(({ option_id, id }) => `${option_id}:${id}`)
		.sort()
		.join();

/** Fields of the right kind, a free SKU and, for a new one, a combination that is not there yet. */
export function variantProblem(
	state: StoreState,
	product: ProductRecord,
	row: JsonObject,
	own?: VariantRecord,
): VariantProblem | undefined {
	const errors = fieldProblems(row, VARIANT_FIELDS, own ? [] : ['sku', 'option_values']);
	if (!own && row.sku === '') errors.sku = 'sku must not be empty';
	if (Object.keys(errors).length > 0) return { status: 422, errors };
	const sku = textOf(row.sku);
	if (sku !== undefined && skuIsTaken(state, sku, own))
		return { status: 409, errors: { sku: `The sku ${sku} is a duplicate` } };
	return own ? undefined : newProblem(product, row);
}

function newProblem(product: ProductRecord, row: JsonObject): VariantProblem | undefined {
	if (product.variants.length >= MOST_VARIANTS)
		return { status: 422, errors: { sku: `A product has at most ${MOST_VARIANTS} SKUs` } };
	const chosen = chosenValues(product, row);
	if (typeof chosen === 'string') return { status: 422, errors: { option_values: chosen } };
	const key = combinationKey(chosen);
	return product.variants.some(({ option_values }) => combinationKey(option_values) === key)
		? { status: 409, errors: { option_values: 'A variant has these option values already' } }
		: undefined;
}
