import {
	data,
	noContent,
	notFoundV3,
	refuseV3,
	STATUS_PAGE,
	type Answer,
} from '../http/answers.ts';
import type { Pair } from '../catalogueIndex.ts';
import { v3Page } from '../http/paging.ts';
import { isObject, textOf, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';
import { ONE_PRODUCT, productOf } from './productOwner.ts';
import { baseVariantOf, picked, variantView } from './productView.ts';
import { canBeDownloaded, imageOf, keptAt, LARGEST_VARIANT_IMAGE, urlProblem } from './uploads.ts';
import { chosenValues, variantProblem } from './variantChecks.ts';
import { variantCreated, variantUpdated } from './variantEvents.ts';
import { addVariant, removeVariant, writeVariant, type PartFailures } from './variantWrites.ts';

const TITLE = 'The variant is not valid';

const fieldsOf = ({ query }: Context): { only?: string[]; except?: string[] } => ({
	only: query.list('include_fields'),
	except: query.list('exclude_fields'),
});

function pairOf(context: Context): Pair {
	const product = productOf(context);
	const id = Number(context.params.variant_id);
	return { product, variant: product.variants.find((v) => v.id === id) ?? notFoundV3('variant') };
}

const shown = (context: Context, { product, variant }: Pair): object =>
	picked(variantView(product, variant), fieldsOf(context));

const bodyOf = ({ body }: Context): JsonObject =>
	isObject(body) ? body : refuseV3(422, TITLE, { body: 'One variant is expected' });

/** Saved but for its stock: 207 (API notes 2.5). */
function saved(value: object, failures: PartFailures): Answer {
	if (Object.keys(failures).length === 0) return data(value);
	const title = 'The inventory of the variant was not saved';
	const errors = { status: 207, title, type: STATUS_PAGE, errors: failures };
	return { status: 207, body: { data: value, errors, meta: {} } };
}

function create(context: Context): Answer {
	const product = productOf(context);
	const body = bodyOf(context);
	const problem = variantProblem(context.state, product, body);
	if (problem) return refuseV3(problem.status, TITLE, problem.errors);
	const chosen = chosenValues(product, body);
	if (typeof chosen === 'string') return refuseV3(422, TITLE, { option_values: chosen });
	const { variant, failures } = addVariant(context.state, product, body, chosen);
	variantCreated(context, variant);
	return saved(shown(context, { product, variant }), failures);
}

function update(context: Context): Answer {
	const pair = pairOf(context);
	const body = bodyOf(context);
	const problem = variantProblem(context.state, pair.product, body, pair.variant);
	if (problem) return refuseV3(problem.status, TITLE, problem.errors);
	const before = structuredClone(pair.variant);
	const failures = writeVariant(context.state, pair, body);
	variantUpdated(context, pair.variant, before);
	return saved(shown(context, pair), failures);
}

/** A base variant goes with its product alone (not documented: what a store should do else is nowhere said). */
function remove(context: Context): Answer {
	const pair = pairOf(context);
	if (pair.variant === baseVariantOf(pair.product))
		return refuseV3(422, TITLE, { id: 'The base variant of a product cannot be deleted' });
	removeVariant(context, pair);
	return noContent;
}

/** The one image of a variant: by address, or by file up to 1 MB, above which the real store fails (product-variants_catalog.v3.yml). */
function postImage(context: Context): Answer {
	const pair = pairOf(context);
	const { files } = context;
	const title = 'The variant image is not valid';
	const url = textOf(bodyOf(context).image_url);
	if (files?.image_file) {
		if (files.image_file.size > LARGEST_VARIANT_IMAGE)
			return refuseV3(500, 'The variant image could not be saved');
		const file = imageOf(files.image_file, title);
		const folder = `products/${pair.product.id}/variants/${pair.variant.id}`;
		pair.variant.image_url = keptAt(context.state, folder, file);
	} else {
		if (url === undefined) return refuseV3(422, title, { image_file: 'image_file is required' });
		const problem = urlProblem(url);
		if (problem) return refuseV3(422, title, { image_url: `image_url ${problem}` });
		if (!canBeDownloaded(url))
			return refuseV3(400, 'The image could not be downloaded', {
				image_url: 'The host of the image does not give it out',
			});
		pair.variant.image_url = url;
	}
	// Images that come by the API send no event (API notes 5.9).
	return data({ image_url: pair.variant.image_url });
}

const scope = 'store_v2_products';
const VARIANTS = `${ONE_PRODUCT}/variants`;
const ONE = `${VARIANTS}/{variant_id}`;

export const productVariantRoutes: Route[] = [
	{
		method: 'GET',
		path: VARIANTS,
		scope,
		run: (context) => {
			const product = productOf(context);
			const fields = fieldsOf(context);
			return v3Page(context.query, product.variants, {
				render: (variant) => picked(variantView(product, variant), fields),
			});
		},
	},
	{ method: 'POST', path: VARIANTS, scope, run: create },
	{ method: 'GET', path: ONE, scope, run: (context) => data(shown(context, pairOf(context))) },
	{ method: 'PUT', path: ONE, scope, run: update },
	{ method: 'DELETE', path: ONE, scope, run: remove },
	{ method: 'POST', path: `${ONE}/image`, scope, form: true, run: postImage },
];
