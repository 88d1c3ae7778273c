import { flag, sortOrder, text, type FieldRules } from '../http/fieldRules.ts';
import type { OptionValue, ProductModifier, ProductOption } from '../records.ts';
import type { Owner } from './productOwner.ts';
import type { PartConflict } from './productParts.ts';

export interface OptionOwner extends Owner {
	option: ProductOption;
}

/** An option holds so many values at the most (product-variant-options_catalog.v3.yml). */
export const MOST_VALUES = 250;

export const VALUE_FIELDS = {
	label: text(255, 1),
	sort_order: sortOrder,
	is_default: flag,
	value_data: { is: 'object' },
} satisfies FieldRules;

export const blankValue = (place: number): Omit<OptionValue, 'id'> => ({
	label: '',
	sort_order: place,
	is_default: false,
	value_data: null,
});

export const labelConflict = (value: OptionValue, others: OptionValue[]): PartConflict =>
	others.some(({ label }) => label === value.label)
		? [422, { label: `The label ${value.label} is there already` }]
		: undefined;

/** One value of an option is preselected at the most: the last that was said to be. */
export function settleDefault(
	values: OptionValue[],
	chosen = values.findLast(({ is_default }) => is_default),
): void {
	if (chosen?.is_default) for (const value of values) value.is_default = value === chosen;
}

type Named = Pick<ProductOption | ProductModifier, 'id' | 'display_name'>;

/** Options and modifiers of a product share their names. */
export function nameConflict(named: Named, { product }: Owner): PartConflict {
	const wanted = named.display_name.toLowerCase();
	return [...product.options, ...product.modifiers].some(
		({ id, display_name }) => id !== named.id && display_name.toLowerCase() === wanted,
	)
		? [409, { display_name: `The name ${named.display_name} is a duplicate` }]
		: undefined;
}

/** "Auto-generated from the display name, a timestamp, and the product ID" (the specification of the field). */
export const uniqueName = ({ display_name }: Named, { product }: Owner): string =>
	`${display_name}${Math.floor(product.date_created / 1000)}-${product.id}`;
