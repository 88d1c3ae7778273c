import type { StoreState } from '../state.ts';

/** Which products offer a product in one of their product lists, by the id of the offered one. */
export type Relations = Map<number, object[]>;

export function parentRelations({ products }: StoreState): Relations {
	const relations: Relations = new Map();
	for (const { id: product_id, options, modifiers } of products.values()) {
		const lists = [
			...options.map((option) => ({ type: 'variant_option', option })),
			...modifiers.map((option) => ({ type: 'modifier', option })),
		];
		for (const { type, option } of lists) {
			for (const { value_data } of option.option_values) {
				const offered = Number(value_data?.product_id ?? 0);
				if (offered === 0) continue;
				const relation = { type, product_id, attribute_id: option.id };
				relations.set(offered, [...(relations.get(offered) ?? []), relation]);
			}
		}
	}
	return relations;
}
