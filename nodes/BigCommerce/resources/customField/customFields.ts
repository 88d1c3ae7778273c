import { partsOf } from '../../store/catalog/productParts';

/** A custom field as the API gives it (products_catalog.v3.yml). */
export interface CustomField {
	id: number;
	name: string;
	value: string;
}

export const customFields = partsOf('custom-fields', 'custom field');

/** The API's record does not say whose it is; several products may be read in one run. */
export const ofProduct =
	(productId: number) =>
	({ id, name, value }: CustomField) => ({ id, productId, name, value });

/** Characters of a name or a value (products_catalog.v3.yml). */
export const LONGEST = 250;
