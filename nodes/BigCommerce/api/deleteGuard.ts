import { BigCommerceError } from './errors';

interface Deletion {
	task: string;
	path: string;
	query?: Record<string, unknown>;
	body?: unknown;
}

/** The end of a path that names one record: a number or a UUID, its image, or a price record's currency. */
const NAMES_ONE_RECORD = /\/(\d+|[0-9a-f]{8}-[0-9a-f-]{27,})(\/image|\/[a-z]{3})?$/i;
/** Filters that name the records one by one. A filter such as `channel_id:in` alone names no record. */
const NAMING_FILTERS = [
	'id:in',
	'category_id:in',
	'variant_id:in',
	'product_id:in',
	'sku:in',
	'code',
];
/** Collections whose single records have no path of their own, and that are known to heed `id`. */
const NAMED_BY_ID = /^\/v3\/pricelists\/assignments$/;

/** Where the body is a list of ids, and nothing else may be deleted (API notes 1.10). */
const NAMED_IN_BODY = /\/metafields$/;

/** An empty, blank or undefined id among others makes the whole list suspect. */
const isGiven = (value: unknown): boolean =>
	Array.isArray(value)
		? value.length > 0 && value.every(isGiven)
		: (typeof value === 'string' && value.split(',').every((part) => part.trim() !== '')) ||
			(typeof value === 'number' && value > 0);

/**
 * A DELETE on a collection without ids wipes it: all coupons, all orders (API notes 1.10). Such a request is
 * never sent, whatever the form held.
 */
export function assertNotWholeCollection({ task, path, query = {}, body }: Deletion): void {
	if (NAMES_ONE_RECORD.test(path)) return;
	if (NAMING_FILTERS.some((filter) => isGiven(query[filter]))) return;
	if (NAMED_BY_ID.test(path) && isGiven(query.id)) return;
	if (NAMED_IN_BODY.test(path) && Array.isArray(body) && isGiven(body)) return;
	throw new BigCommerceError({
		task,
		title: 'No id was given, and without one BigCommerce would delete every record there is',
		advice: 'Give the id of the record to delete.',
	});
}
