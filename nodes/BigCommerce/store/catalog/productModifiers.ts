import { simplifyWithValues, type WithValues } from './optionValues';
import { partsOf } from './productParts';

/** The settings of a modifier (product-modifiers_catalog.v3.yml, "Configs"). */
export type ModifierConfig = Record<string, unknown>;

/** A modifier as the API gives it (product-modifiers_catalog.v3.yml); a config without fields comes as an empty list. */
export interface Modifier extends WithValues {
	required: boolean;
	config: ModifierConfig | [];
}

export const modifiers = partsOf('modifiers', 'modifier');

export const simplifyModifier = (modifier: Modifier) => ({
	...simplifyWithValues(modifier),
	isRequired: modifier.required,
	config: Array.isArray(modifier.config) ? {} : modifier.config,
});
