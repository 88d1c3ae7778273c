import { defineOperation, type All, type Result } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { changedSinceLastImport } from './changes';
import { matchedResult, pair, type Pairing } from './existing';
import { existingForm, listingForm, listingOptions } from './fields';
import { keeps, listingFilters, productQueries } from './filters';
import { addMasterSkuIssues } from './issues';
import { listingsOf, type Listing } from './listing';
import { addNames } from './names';
import { PRODUCTS_PER_PAGE, readProducts } from './products';

const fields = [
	...listingForm,
	...existingForm,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [...listingFilters],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...listingOptions],
	},
	...simplifyField,
] as const;

type Params = ParamsOf<typeof fields>;

/** Reads the store once, whatever the number of input items: every request brings a page of products. */
async function readListings(
	{ client }: Pick<All<Params>, 'client'>,
	params: Params,
): Promise<Listing[]> {
	const { oneItemPer: per, masterSku, filters, options, simplify } = params;
	const withDescription =
		!simplify || options.includeDescription || params.chosenFields.includes('description');
	const queries = productQueries(filters, { visibleOnly: params.skipHidden, per });
	const made = await readProducts(client, {
		queries: queries.map((query) => ({
			...query,
			exclude_fields: withDescription ? undefined : 'description',
		})),
		pageSize: options.pageSize ?? PRODUCTS_PER_PAGE,
		make: (product) =>
			listingsOf(product, {
				per,
				masterSku,
				storeHash: client.store.storeHash,
				withRaw: !simplify,
			}),
	});
	// A Master SKU is shared with a listing that the filters leave out, too.
	addMasterSkuIssues(
		made.map(({ listing }) => listing),
		masterSku,
	);
	const listings = made.filter(keeps(filters)).map(({ listing }) => listing);
	await addNames(client, listings);
	return listings;
}

const newResult = (listing: Listing, paused: boolean, from: number[]): Result => ({
	json: { importAction: 'create', status: paused ? 'paused' : 'active', ...listing },
	from,
});

function hintsOf(pairings: Pairing[], rows: number): string[] {
	const linked = new Set(pairings.flatMap(({ existing }) => existing?.index ?? []));
	return linked.size < rows
		? [`${rows - linked.size} of ${rows} existing listings match no product that was imported`]
		: [];
}

async function importListings(given: All<Params>, params: Params): Promise<Result[]> {
	const { rows, memory } = given;
	const read = await readListings(given, params);
	if (params.options.forget) await memory.forget();
	const listings = params.onlyChanged ? await changedSinceLastImport(memory, read) : read;
	if (!params.compare) {
		const from = rows.length === 1 ? rows.map(({ index }) => index) : [];
		return listings.map((listing) => newResult(listing, params.pauseNew, from));
	}
	const pairings = pair(listings, { rows, matchOn: params.matchOn, field: params.matchField });
	if (!params.onlyChanged) hintsOf(pairings, rows.length).forEach(given.hint);
	const overwriting = {
		mode: params.importMode,
		what: params.overwrite,
		chosen: params.chosenFields,
	};
	return pairings.map(({ listing, existing }) =>
		existing
			? matchedResult(listing, existing, overwriting)
			: newResult(listing, params.pauseNew, []),
	);
}

export const importOperation = defineOperation({
	value: 'import',
	name: 'Import',
	action: 'Import listings',
	description:
		"Turn the store's products into flat listings, and match them with those that you have already",
	scope: 'products:read',
	optionalScopes: ['channels:read'],
	fields,
	async *runAll(given) {
		const params = given.rows[0]?.params;
		if (!params) return;
		let results: Result[] = [];
		try {
			results = await importListings(given, params);
		} catch (error) {
			// The import is one piece of work for all items.
			given.fail(
				given.rows.map(({ index }) => index),
				error,
			);
		}
		yield results;
	},
});
