import { refuseV3 } from '../http/answers.ts';
import { fieldProblems, type FieldRules } from '../http/fieldRules.ts';
import { isObject, type JsonObject } from '../http/reading.ts';
import type { Context, Route } from '../http/routes.ts';

/** The rows of a request about what belongs to customers, each held to the rules of its fields. */
export function rowsOf(
	{ body }: Context,
	rules: FieldRules,
	required: readonly string[],
): JsonObject[] {
	if (!Array.isArray(body)) return refuseV3(422, 'An array is expected');
	const rows = body.filter(isObject);
	for (const row of rows) {
		const problems = fieldProblems(row, rules, required);
		if (Object.keys(problems).length > 0)
			refuseV3(422, 'JSON data is missing or invalid', problems);
	}
	return rows;
}

/** A path of what belongs to customers, of which each method may have a cap of requests at a time. */
export const customerRoute =
	(path: string) =>
	(method: Route['method'], run: Route['run'], parallel?: number): Route => ({
		method,
		path,
		scope: 'store_v2_customers',
		...(parallel !== undefined && { parallel }),
		run,
	});
