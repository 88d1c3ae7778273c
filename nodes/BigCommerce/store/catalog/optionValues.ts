import { compact } from '../../api/values';
import type { Records } from '../records';

/** How a value of a modifier changes the price or the weight of the product. */
export interface Adjuster {
	adjuster?: 'relative' | 'percentage' | null;
	adjuster_value?: number;
}

export interface Adjusters {
	price?: Adjuster;
	weight?: Adjuster;
	image_url?: string;
	purchasing_disabled?: { status: boolean; message: string };
}

/** What a value stands for, by the type of its owner. */
export interface ValueData {
	/** Of a swatch. */
	colors?: string[];
	image_url?: string;
	/** Of a list of products. */
	product_id?: number;
	/** Of a checkbox: whether the value is the one with the mark. */
	checked_value?: boolean;
}

/** What shoppers choose from, in an option or a modifier (product-variant-options_catalog.v3.yml, product-modifiers_catalog.v3.yml). */
export interface OptionValue {
	id: number;
	label: string;
	sort_order: number;
	is_default: boolean;
	value_data: ValueData | null;
	/** Values of modifiers only. */
	adjusters?: Adjusters;
}

/** An option or a modifier, as far as its values are concerned. */
export interface WithValues {
	id: number;
	product_id: number;
	display_name: string;
	type: string;
	sort_order: number;
	option_values: OptionValue[];
}

/** The values of one option or modifier, where they are written. */
export const valuesOf = (
	owners: Records,
	{ id, display_name }: Pick<WithValues, 'id' | 'display_name'>,
): Records => ({
	...owners,
	path: `${owners.path}/${id}/values`,
	noun: `value of ${display_name}`,
	task: `list the values of ${display_name}`,
});

/** A change of price or weight as the form takes it: `5`, or `10%`. */
const changeText = ({ adjuster, adjuster_value }: Adjuster = {}) =>
	adjuster === 'percentage' ? `${adjuster_value}%` : adjuster ? adjuster_value : undefined;

const simplifyValue = ({ id, label, is_default, value_data, adjusters }: OptionValue) => ({
	id,
	label,
	isDefault: is_default,
	...compact({
		colors: value_data?.colors,
		imageUrl: value_data?.image_url,
		productId: value_data?.product_id,
		isChecked: value_data?.checked_value,
		priceChange: changeText(adjusters?.price),
		weightChange: changeText(adjusters?.weight),
	}),
});

export const simplifyWithValues = (owner: WithValues) => ({
	id: owner.id,
	productId: owner.product_id,
	name: owner.display_name,
	type: owner.type,
	sortOrder: owner.sort_order,
	values: owner.option_values.map(simplifyValue),
});
