import type { WithValues } from '../optionValues/values';
import { partsOf } from '../../store/catalog/productParts';

/** An option as the API gives it (product-variant-options_catalog.v3.yml). */
export interface Option extends WithValues {
	config?: object;
}

export const options = partsOf('options', 'option');
