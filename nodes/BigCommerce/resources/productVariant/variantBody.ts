import type { FieldValues } from '../../store/catalog/products';
import { apiBody, jsonBody } from '../../operation/apiBody';
import type { Checks } from '../../operation/checks';
import type { Field, ParamsOf } from '../../operation/params';
import { oneFields } from './variantFields';
import { toSku, skuField } from '../../forms/skuField';
import { batchFields } from '../../forms/variantFields';

const isPlain = ({ name }: Field) => name !== 'fieldsJson';

/** What the API calls by the form's own names: of one variant, and of many in a request. */
export const plainOfOne: readonly Field[] = [...oneFields, ...skuField].filter(isPlain);
export const plainOfMany: readonly Field[] = batchFields;

type GivenOfOne = Partial<ParamsOf<typeof oneFields> & ParamsOf<typeof skuField>>;

/** What the form says of one variant, under the API's names; only what was given. */
export function oneBody({ fieldsJson, sku, ...plain }: GivenOfOne, others?: Checks): FieldValues {
	return {
		...apiBody(plain, plainOfOne),
		// A variant cannot be left without one (product-variants_catalog.v3.yml).
		...(sku !== undefined && sku !== null && { sku: toSku(sku) }),
		...jsonBody(fieldsJson, 'Fields as JSON', plainOfOne, others),
	};
}

type GivenOfMany = {
	[Name in keyof ParamsOf<typeof batchFields>]?: ParamsOf<typeof batchFields>[Name] | null;
};

/** The same of one of many; null empties a text. */
export function manyBody({
	fieldsJson,
	...plain
}: GivenOfMany & { fieldsJson?: unknown }): FieldValues {
	const given = Object.entries(plain).map(([name, value]) => [name, value ?? ''] as const);
	return {
		...apiBody(Object.fromEntries(given), plainOfMany),
		...jsonBody(fieldsJson, 'Fields as JSON', plainOfMany),
	};
}
