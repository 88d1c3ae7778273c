import type { z } from 'zod';

import { apiName } from './apiBody';
import { InputError } from '../api/inputError';

interface Rows<Schema> {
	/** What the form calls the field. */
	label: string;
	/** A row under the API's names. */
	schema: Schema;
	/** Shows what was meant. */
	example: string;
}

/** Names as this node shows them are those of the API in another spelling. */
const inApiNames = (given: unknown) =>
	typeof given === 'object' && given !== null
		? Object.fromEntries(Object.entries(given).map(([name, value]) => [apiName(name), value]))
		: given;

/** The list, or why there is none. */
function listIn(given: unknown): { rows?: unknown[]; reason?: string } {
	if (Array.isArray(given)) return { rows: given };
	if (typeof given !== 'string') return { reason: 'it is not a list' };
	if (given.trim() === '') return { rows: [] };
	try {
		const value: unknown = JSON.parse(given);
		return Array.isArray(value) ? { rows: value } : { reason: 'it is not a list' };
	} catch (error) {
		return { reason: (error as Error).message };
	}
}

/** A list that somebody wrote as JSON or that another node gave, checked before anything is sent. */
export function jsonRows<Schema extends z.ZodTypeAny>(
	given: unknown,
	{ label, schema, example }: Rows<Schema>,
): Array<z.infer<Schema>> {
	const advice = `Give a list such as ${example}.`;
	const { rows, reason } = listIn(given);
	if (!rows) throw new InputError(`'${label}' cannot be read: ${reason}`, advice);
	return rows.map((row) => {
		const result = schema.safeParse(inApiNames(row));
		if (result.success) return result.data as z.infer<Schema>;
		const [issue] = result.error.issues;
		const what = [...(issue?.path ?? []), issue?.message].join(': ');
		throw new InputError(`'${label}': ${what}`, advice);
	});
}
