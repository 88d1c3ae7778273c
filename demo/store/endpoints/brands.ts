import {
	data,
	noContent,
	notFoundV3,
	refuseV3,
	STATUS_PAGE,
	type Answer,
} from '../http/answers.ts';
import { fieldProblems, text, type FieldRules } from '../http/fieldRules.ts';
import { v3Page } from '../http/paging.ts';
import { isObject, objectOf, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import type { BrandRecord } from '../records.ts';
import { byId, nextId } from '../state.ts';
import { blankBrand } from './catalogueBlank.ts';
import { numberTests } from './productFilters.ts';
import { picked } from './productView.ts';
import { canBeDownloaded, imageOf, keptAt, urlProblem } from './uploads.ts';

const PRODUCTS = 'store_v2_products';
const LONG = 65_535;
const TITLE = 'The brand is not valid';

/** Fields that are written as they are sent; the name is trimmed. */
const PLAIN = {
	page_title: text(255),
	meta_keywords: { is: 'texts' },
	meta_description: text(LONG),
	search_keywords: text(LONG),
} satisfies FieldRules;

const BRAND_FIELDS: FieldRules = {
	...PLAIN,
	name: text(255, 1),
	image_url: text(),
	custom_url: { is: 'object' },
};

/** What an address of a brand may be made of (the specification of the field). */
const ADDRESS = /^(\/([A-Za-z0-9\-_.]{1,256}))*\/?$/;

const fieldsOf = ({ query }: Context): { only?: string[]; except?: string[] } => ({
	only: query.list('include_fields'),
	except: query.list('exclude_fields'),
});

const view = (context: Context, brand: BrandRecord): object =>
	picked({ ...brand }, fieldsOf(context));

const brandOf = ({ state, params }: Context): BrandRecord =>
	state.brands.get(Number(params.brand_id)) ?? notFoundV3('brand');

function filtered({ state, query }: Context): BrandRecord[] {
	const tests = numberTests<BrandRecord>(query, 'id', (brand) => brand.id);
	const name = query.text('name');
	if (name) tests.push((brand) => brand.name === name);
	const like = query.text('name:like')?.toLowerCase();
	if (like) tests.push((brand) => brand.name.toLowerCase().includes(like));
	const title = query.text('page_title');
	if (title) tests.push((brand) => brand.page_title === title);
	const brands = byId(state.brands).filter((brand) => tests.every((test) => test(brand)));
	const sort = query.text('sort');
	if (sort !== undefined && sort !== 'name') query.refuse('sort', 'must be name');
	if (sort === 'name') brands.sort((a, b) => a.name.localeCompare(b.name));
	return query.text('direction') === 'desc' ? brands.reverse() : brands;
}

/** A name is demanded of an update too (the specification of the body), and is one brand's alone (brands_catalog.v3.yml). */
function checked({ state, body }: Context, own?: BrandRecord): JsonObject {
	const sent = isObject(body) ? body : {};
	const problems = fieldProblems(
		{ ...sent, name: textOf(sent.name)?.trim() ?? sent.name },
		BRAND_FIELDS,
		['name'],
	);
	const image = textOf(sent.image_url);
	const imageProblem = image ? urlProblem(image) : undefined;
	if (imageProblem) problems.image_url = `image_url ${imageProblem}`;
	const url = textOf(objectOf(sent.custom_url).url);
	if (url !== undefined && (url === '' || url.length > 1_024 || !ADDRESS.test(url)))
		problems.custom_url = 'custom_url.url must be segments of letters, digits, dots and dashes';
	if (Object.keys(problems).length > 0) refuseV3(422, TITLE, problems);
	const name = textOf(sent.name)?.trim() ?? '';
	const taken = [...state.brands.values()].some(
		(brand) => brand !== own && brand.name.toLowerCase() === name.toLowerCase(),
	);
	if (taken)
		refuseV3(409, 'The brand name is a duplicate', { name: 'The brand name is a duplicate' });
	return { ...sent, name };
}

/** An image that cannot be had and an address that is taken leave the rest saved: 207 (brands_catalog.v3.yml). */
function saved(context: Context, brand: BrandRecord, body: JsonObject): Answer {
	const failures: Record<string, string> = {};
	brand.name = textOf(body.name) ?? brand.name;
	for (const field of Object.keys(PLAIN))
		if (body[field] !== undefined && body[field] !== null)
			Object.assign(brand, { [field]: body[field] });
	const image = textOf(body.image_url);
	if (image && !canBeDownloaded(image)) failures.image_url = 'The image could not be downloaded';
	else brand.image_url = image ?? brand.image_url;
	const { url, is_customized } = objectOf(body.custom_url);
	const taken = [...context.state.brands.values()].some(
		(other) => other !== brand && other.custom_url.url === url,
	);
	if (taken) failures.custom_url = 'The url is taken';
	else if (typeof url === 'string')
		brand.custom_url = { url, is_customized: is_customized === true };
	context.state.brands.set(brand.id, brand);
	const value = view(context, brand);
	if (Object.keys(failures).length === 0) return data(value);
	const title = 'Some parts of the brand were not saved';
	const errors = { status: 207, title, type: STATUS_PAGE, errors: failures };
	// A list, as the specification of all three 207s draws it, whereas a 200 brings the brand itself.
	const meta = { total: 1, success: 0, failed: 1 };
	return { status: 207, body: { data: [value], errors, meta } };
}

/** Its products are without a brand then (not documented). */
function remove({ state }: Context, brand: BrandRecord): void {
	state.brands.delete(brand.id);
	for (const product of state.products.values())
		if (product.brand_id === brand.id) product.brand_id = 0;
}

/** "You must include a value for the name filter" (the specification of the operation). */
function removeMany(context: Context): Answer {
	if (!context.query.text('name')) return refuseV3(422, 'The name filter is required');
	for (const brand of filtered(context)) remove(context, brand);
	return noContent;
}

function postImage(context: Context): Answer {
	const brand = brandOf(context);
	const file = imageOf(context.files?.image_file, 'The brand image is not valid');
	brand.image_url = keptAt(context.state, `brands/${brand.id}`, file);
	return data({ image_url: brand.image_url });
}

const route = (method: Route['method'], path: string, run: Route['run']): Route => ({
	method,
	path,
	scope: PRODUCTS,
	run,
});
const ALL = '/v3/catalog/brands';
const ONE = `${ALL}/{brand_id}`;

export const brandRoutes: Route[] = [
	route('GET', ALL, (context) =>
		v3Page(context.query, filtered(context), { render: (brand) => view(context, brand) }),
	),
	route('POST', ALL, (context) => {
		const body = checked(context);
		const brand = blankBrand(nextId(context.state, 'brand'), String(body.name));
		return saved(context, brand, body);
	}),
	route('DELETE', ALL, removeMany),
	route('GET', ONE, (context) => data(view(context, brandOf(context)))),
	route('PUT', ONE, (context) => {
		const brand = brandOf(context);
		return saved(context, brand, checked(context, brand));
	}),
	route('DELETE', ONE, (context) => {
		remove(context, brandOf(context));
		return noContent;
	}),
	{ ...route('POST', `${ONE}/image`, postImage), form: true },
	route('DELETE', `${ONE}/image`, (context) => {
		brandOf(context).image_url = '';
		return noContent;
	}),
];
