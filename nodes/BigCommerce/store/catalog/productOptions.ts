import type { WithValues } from './optionValues';
import { partsOf } from './productParts';

/** An option as the API gives it (product-variant-options_catalog.v3.yml). */
export interface Option extends WithValues {
	config?: object;
}

export const options = partsOf('options', 'option');
