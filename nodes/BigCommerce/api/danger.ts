import { BigCommerceError } from './errors';

interface Deletion {
	doing: string;
	path: string;
	query?: Record<string, unknown>;
}

/** The last part of a path that names one record: a number, a UUID, or a hash. */
const NAMES_ONE_RECORD = /\/(\d+|[0-9a-f]{8}-[0-9a-f-]{27,})$/i;

const isGiven = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));

/**
 * A DELETE on a collection without ids wipes it: all coupons, all orders (fact sheet 11, trap 12). Such a request is
 * never sent, whatever the form held.
 */
export function assertNotWholeCollection({ doing, path, query = {} }: Deletion): void {
	if (NAMES_ONE_RECORD.test(path)) return;
	if (isGiven(query['id:in']) || isGiven(query.code)) return;
	throw new BigCommerceError({
		doing,
		title: 'No id was given, and without one BigCommerce would delete every record there is',
		advice: 'Give the id of the record to delete.',
	});
}
