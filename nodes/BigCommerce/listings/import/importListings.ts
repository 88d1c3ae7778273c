import { groupedBy } from '../../api/grouped';
import {
	defineFields,
	defineOperation,
	type Run,
	type Result,
	type Row,
} from '../../operation/define';
import { limitOf, returnAllOrLimit, shownWhen } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { changedSinceLastImport } from './changedListings';
import { existingByKey, isListing, matchedResult, pair, type Pairing } from './existingListings';
import { existingForm, listingForm, listingOptions, listingOutput } from './importForm';
import { listingFilters } from './importFilterFields';
import { isKeptWhole, keeps, productQueries } from './importFilters';
import { addMasterSkuIssues } from './masterSkuIssues';
import { flatListing, type FlatListing } from '../model/flatListing';
import { listingsOf, type Listing } from '../model/listing';
import { addNames } from './brandAndCategoryNames';
import { PRODUCTS_PER_PAGE, readProducts } from './readProducts';

const [returnAll, limit] = returnAllOrLimit;

const fields = defineFields([
	...listingForm,
	...existingForm,
	// What changed, and what matches nothing, is known of the whole store alone.
	...shownWhen({ onlyChanged: [false], compare: [false] }, [
		{ ...returnAll, default: true },
		limit,
	]),
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
	...listingOutput,
]);

type Params = ParamsOf<typeof fields>;

const mostOf = (params: Params): number =>
	params.onlyChanged || params.compare
		? Number.POSITIVE_INFINITY
		: (limitOf(params) ?? Number.POSITIVE_INFINITY);

/** Reads the store once for all items of one import: every request brings a page of products. */
async function readListings({ client }: Run, params: Params, most: number): Promise<Listing[]> {
	const { oneItemPer: per, masterSku, filters, options, output } = params;
	const withDescription =
		output === 'raw' ||
		output === 'selected' ||
		options.includeDescription ||
		params.chosenFields.includes('description');
	const keep = keeps(filters);
	const queries = productQueries(filters, { visibleOnly: params.skipHidden, per });
	const made = await readProducts(client, {
		queries: queries.map((query) => ({
			...query,
			exclude_fields: withDescription ? undefined : 'description',
		})),
		pageSize: Math.min(
			options.pageSize ?? PRODUCTS_PER_PAGE,
			isKeptWhole(filters) ? most : PRODUCTS_PER_PAGE,
		),
		most,
		keep,
		make: (product) =>
			listingsOf(product, {
				per,
				masterSku,
				storeHash: client.store.storeHash,
				withRaw: output === 'raw',
			}),
	});
	// A Master SKU is shared with a listing that the filters leave out, too.
	addMasterSkuIssues(
		made.map(({ listing }) => listing),
		masterSku,
	);
	const listings = made
		.filter(keep)
		.map(({ listing }) => listing)
		.slice(0, most);
	await addNames(client, listings);
	return listings;
}

const newResult = (listing: Listing | FlatListing, paused: boolean, from: number[]): Result => ({
	json: { action: 'created', status: paused ? 'paused' : 'active', ...listing },
	from,
});

function hintsOf(pairings: Pairing[], rows: Array<Row<Params>>): string[] {
	const all = rows.filter(isListing).length;
	const matched = new Set(pairings.flatMap(({ existing }) => existing?.item.index ?? [])).size;
	return matched < all
		? [`${all - matched} of ${all} existing listings match no product that was imported`]
		: [];
}

async function importListings(
	run: Run,
	rows: Array<Row<Params>>,
	params: Params,
): Promise<Result[]> {
	const { memory } = run;
	// What can be wrong with the input is found before anything is read, and long before anything is remembered.
	const existing = params.compare ? existingByKey(rows, params.matchField) : undefined;
	const most = mostOf(params);
	const read = await readListings(run, params, most);
	if (params.onlyChanged && params.forget) await memory.forget();
	if (read.length >= most) {
		run.hint(
			`These are the first ${read.length} listings of the store. Turn on 'Return All', or raise 'Limit', for more.`,
		);
	}
	const listings = params.onlyChanged ? await changedSinceLastImport(memory, read) : read;
	const shown = (listing: Listing) =>
		params.output === 'nested' || params.output === 'raw' ? listing : flatListing(listing);
	if (!existing) {
		const from = rows.length === 1 ? rows.map(({ item }) => item.index) : [];
		return listings.map((listing) => newResult(shown(listing), params.pauseNew, from));
	}
	const pairings = pair(listings, existing, params.matchOn);
	if (!params.onlyChanged) hintsOf(pairings, rows).forEach(run.hint);
	const overwriting = {
		mode: params.importMode,
		what: params.overwrite,
		chosen: params.chosenFields,
	};
	return pairings.map(({ listing, existing: match }) =>
		match
			? matchedResult(shown(listing), match, overwriting)
			: newResult(shown(listing), params.pauseNew, []),
	);
}

/**
 * Items whose settings are the same, by whatever expressions: they share one import. What is there already is compared
 * with one import, whatever its items say.
 */
function alike(rows: Array<Row<Params>>): Array<[Row<Params>, ...Array<Row<Params>>]> {
	const groups = rows[0]?.params.compare
		? [rows]
		: [...groupedBy(rows, ({ params }) => JSON.stringify(params)).values()];
	return groups.filter((group): group is [Row<Params>, ...Array<Row<Params>>] => group.length > 0);
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
	allAtOnce: true,
	async *many({ records, run, fail }) {
		for (const [position, rows] of alike(records).entries()) {
			// What one of them remembers the next one must not forget.
			const params = { ...rows[0].params, forget: rows[0].params.forget && position === 0 };
			let results: Result[] = [];
			try {
				results = await importListings(run, rows, params);
			} catch (error) {
				// The import is one piece of work for all of its items.
				fail(
					rows.map(({ item }) => item.index),
					error,
				);
			}
			yield results;
		}
	},
});
