import type { FieldValues } from '../../store/catalog/products';
import { apiBody, jsonBody } from '../../operation/apiBody';
import type { Checks } from '../../operation/checks';
import { InputError } from '../../api/inputError';
import type { Field, ParamsOf } from '../../operation/params';
import { compact, withoutNull } from '../../api/values';
import { asText, textsIfGiven, toIds } from '../../operation/values';
import { changeFields, extraFields } from './index';
import { jsonChecks } from './productJson';
import { partsBody } from './partsBody';

type Given = Partial<ParamsOf<typeof changeFields> & ParamsOf<typeof extraFields>>;

/** Fields that are more than one value under the API's name, or stand there under another name. */
const COMPOSED: ReadonlySet<string> = new Set([
	'brand',
	'bulkPricingRules',
	'categories',
	'customFields',
	'customUrl',
	'fieldsJson',
	'giftWrappingOptionsList',
	'images',
	'metaKeywords',
	'relatedProducts',
	'videos',
] satisfies Array<keyof Given>);

/** What the API calls by the form's own names. */
export const plainFields: readonly Field[] = [
	...new Map([...changeFields, ...extraFields].map((field) => [field.name, field])).values(),
].filter(({ name }) => !COMPOSED.has(name));

/** A list that was added to the form and left empty must not wipe what the product has. */
function ids(given: unknown, label: string): number[] | undefined {
	if (given === undefined) return undefined;
	const list = toIds(given, label);
	if (list.length > 0) return list;
	throw new InputError(
		`'${label}' is empty`,
		`Give '${label}' a value, or remove it to leave it as it is.`,
	);
}

/** -1 stands for products that BigCommerce finds by itself. */
const relatedIds = (given: unknown) =>
	String(given).trim() === '-1' ? [-1] : ids(given, 'Related Product IDs');

function urlBody({ url }: NonNullable<Given['customUrl']> = {}) {
	const path = asText(url?.path, 'Path').trim();
	if (!url || !path) return undefined;
	if (/^https?:/i.test(path))
		throw new InputError(
			`'Path' is "${path}", with the name of the storefront`,
			"Give 'Path' what comes after it, such as /merino-base-layer/.",
		);
	return compact({
		url: path.startsWith('/') ? path : `/${path}`,
		is_customized: true,
		create_redirect: url.createRedirect ?? undefined,
	});
}

/** A product without a brand has the ID 0 for it (products_catalog.v3.yml). */
const NO_BRAND = 0;

/** What the form says of a product, under the API's names; only what was given. */
export function productBody(given: Given, others: Checks = jsonChecks): FieldValues {
	const {
		brand,
		bulkPricingRules,
		categories,
		customFields,
		customUrl,
		fieldsJson,
		giftWrappingOptionsList,
		images,
		metaKeywords,
		relatedProducts,
		videos,
		...plain
	} = withoutNull(given);
	const body: FieldValues = compact({
		...apiBody(plain, plainFields),
		// An empty cell of a spreadsheet is no brand without a name.
		...(String(plain.brandName ?? '').trim() === '' && { brand_name: undefined }),
		// It is compared as it stands: with a space at its end nothing would find it.
		sku: plain.sku === undefined ? undefined : asText(plain.sku, 'SKU').trim(),
		brand_id: brand?.value === NO_BRAND ? 0 : ids(brand?.value, 'Brand')?.[0],
		categories: ids(categories?.value, 'Categories'),
		custom_url: urlBody(customUrl),
		gift_wrapping_options_list: ids(giftWrappingOptionsList, 'Gift Wrapping Option IDs'),
		meta_keywords: textsIfGiven(metaKeywords, 'Meta Keywords'),
		related_products: relatedIds(relatedProducts),
		...partsBody({ bulkPricingRules, customFields, images, videos }),
		...jsonBody(fieldsJson, 'Fields as JSON', plainFields, others),
	});
	if (body.brand_id !== undefined && body.brand_name !== undefined) {
		throw new InputError(
			'The brand is given by name and by ID',
			"Remove 'Brand' or 'Brand Name': BigCommerce takes one of the two.",
		);
	}
	return body;
}
