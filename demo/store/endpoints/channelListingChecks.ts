import { refuseV3 } from '../http/answers.ts';
import { arrayOf, objectOf, type JsonObject } from '../http/reading.ts';
import type { Context } from '../http/routes.ts';

const STATES = [
	'active',
	'disabled',
	'error',
	'pending',
	'pending_disable',
	'pending_delete',
	'partially_rejected',
	'queued',
	'rejected',
	'submitted',
	'deleted',
];
export const REQUIRED = ['product_id', 'state', 'variants'];
const REQUIRED_OF_VARIANTS = ['product_id', 'variant_id', 'state'];

/** Each missing field under its path in the request (spec, examples of 422). */
export function checkShape(rows: JsonObject[], required: string[]): void {
	const errors: Record<string, string> = {};
	const check = (row: JsonObject, names: string[], path: string): void => {
		for (const name of names)
			if (row[name] === undefined) errors[`${path}.${name}`] = 'error.path.missing';
		if (row.state !== undefined && !STATES.some((known) => known === row.state))
			errors[`${path}.state`] = 'error.expected.validenumvalue';
	};
	rows.forEach((row, place) => {
		check(row, required, String(place));
		arrayOf(row.variants)
			.map(objectOf)
			.forEach((variant, index) =>
				check(variant, REQUIRED_OF_VARIANTS, `${place}.variants.${index}`),
			);
	});
	if (Object.keys(errors).length > 0) refuseV3(422, 'JSON data is missing or invalid', errors);
}

/** Words and all: the title names the fields, also where there is none to name (spec, examples of 422). */
export const notUpserted = (fields: string, errors: Record<string, string> = {}): never =>
	refuseV3(
		422,
		`0/0 product listing group(s) and 0/0 product listing(s) upserted. Invalid fields: ${fields}`,
		errors,
	);

/** The variants belong to the product, and say so (spec, "Product ID Mismatch"). */
export function checkProduct({ state }: Context, row: JsonObject, productId: number): void {
	const product = state.products.get(productId);
	if (!product) return notUpserted('');
	for (const variant of arrayOf(row.variants).map(objectOf)) {
		const known = product.variants.some(({ id }) => id === variant.variant_id);
		if (!known || variant.product_id !== productId) notUpserted('');
	}
}
