import { refuseV3 } from '../http/answers.ts';
import { fieldProblems } from '../http/fieldRules.ts';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { ProductRecord } from '../records.ts';
import { nextId, type StoreState } from '../state.ts';
import { blankValue, MOST_VALUES } from './optionValues.ts';
import { VARIANT_FIELDS } from './productFields.ts';
import { MOST_VARIANTS, skuIsTaken, type ChosenValues } from './variantChecks.ts';
import { addBaseVariant, addVariant, type PartFailures } from './variantWrites.ts';

const TITLE = 'The product is not valid';
const invalid = (reason: string): never => refuseV3(422, TITLE, { variants: reason });

const namesOf = (row: JsonObject): string[] =>
	arrayOf(row.option_values).map((value) => String(objectOf(value).option_display_name ?? ''));

/** What the rows of a new product must be, before a product is made for them (products_catalog.v3.yml, product-variants_catalog.v3.yml). */
export function checkNewVariants(state: StoreState, body: JsonObject): void {
	if (body.variants === undefined || body.variants === null) return;
	if (!Array.isArray(body.variants) || !body.variants.every(isObject))
		return invalid('variants must be an array of objects');
	const rows: JsonObject[] = body.variants;
	if (rows.length > MOST_VARIANTS) invalid(`A product has at most ${MOST_VARIANTS} SKUs`);
	const names = namesOf(rows[0] ?? {}).sort();
	const taken = new Set([textOf(body.sku)?.toLowerCase()]);
	const combinations = new Set<string>();
	checkLabels(rows);
	for (const row of rows) {
		const [problem] = Object.values(fieldProblems(row, VARIANT_FIELDS, ['sku', 'option_values']));
		if (problem) invalid(problem);
		for (const value of arrayOf(row.option_values).map(objectOf))
			if (!textOf(value.option_display_name) || !textOf(value.label))
				invalid('option_values must have option_display_name and label');
		if (names.length === 0 || namesOf(row).sort().join() !== names.join())
			invalid('Each variant must have a value of each option');
		const sku = textOf(row.sku)?.toLowerCase() ?? '';
		if (skuIsTaken(state, sku) || (sku !== '' && taken.has(sku)))
			refuseV3(409, 'The product sku is a duplicate', { variants: `The sku ${sku} is taken` });
		taken.add(sku);
		const combination = JSON.stringify(
			arrayOf(row.option_values)
				.map(objectOf)
				.map(({ option_display_name, label }) => [option_display_name, label])
				.sort(),
		);
		if (combinations.has(combination))
			refuseV3(409, 'A variant is a duplicate', {
				variants: `The options of ${sku} are there twice`,
			});
		combinations.add(combination);
	}
}

/** An option is made of all labels of its name, so there may be no more of them than an option has values. */
function checkLabels(rows: JsonObject[]): void {
	const labels = new Map<string, Set<string>>();
	for (const value of rows.flatMap((row) => arrayOf(row.option_values)).map(objectOf)) {
		const name = String(value.option_display_name);
		labels.set(name, (labels.get(name) ?? new Set()).add(String(value.label)));
	}
	if ([...labels.values()].some(({ size }) => size > MOST_VALUES))
		invalid(`An option has at most ${MOST_VALUES} values`);
}

/** The variants that come with a new product; without any it gets its base variant (API notes 2.9). */
export function addNewVariants(
	state: StoreState,
	product: ProductRecord,
	rows: JsonObject[],
): PartFailures {
	const failures: PartFailures = {};
	if (rows.length === 0) addBaseVariant(state, product);
	for (const row of rows) {
		const values: ChosenValues = arrayOf(row.option_values)
			.map(objectOf)
			.map((value) => valueOf(state, product, value));
		Object.assign(failures, addVariant(state, product, row, values).failures);
	}
	return failures;
}

/** The options of a new product are made of its variants' option values, each as a dropdown. */
function valueOf(
	state: StoreState,
	product: ProductRecord,
	given: JsonObject,
): ChosenValues[number] {
	const display = String(given.option_display_name);
	const label = String(given.label);
	let option = product.options.find(({ display_name }) => display_name === display);
	if (!option) {
		option = {
			id: nextId(state, 'option'),
			display_name: display,
			type: 'dropdown',
			config: {},
			sort_order: product.options.length,
			option_values: [],
		};
		product.options.push(option);
	}
	let value = option.option_values.find((known) => known.label === label);
	if (!value) {
		const place = option.option_values.length;
		value = { id: nextId(state, 'optionValue'), ...blankValue(place), label };
		option.option_values.push(value);
	}
	return { id: value.id, label, option_id: option.id, option_display_name: display };
}
