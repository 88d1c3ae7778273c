import { idChunks } from '../api/idChunks';
import { InputError } from '../api/inputError';
import { idsIn } from './listFilters';

/** The ids of a filter that leaves records out. Asked for in parts, each part would let the others' in. */
export function excludedIn(given: unknown, label: string): number[] | undefined {
	const ids = idsIn(given, label);
	if (ids === undefined || idChunks(ids).length === 1) return ids;
	throw new InputError(
		`'${label}' has more IDs than fit one request`,
		'Get all records, and leave these out in a Filter node.',
	);
}
