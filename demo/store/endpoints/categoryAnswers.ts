import { STATUS_PAGE, type Answer } from '../http/answers.ts';
import type { Context } from '../http/routes.ts';

/** The shape that a refusal has around the category trees: the error is wrapped, with counts beside it (the specification). */
export const refusedRows = (
	title: string,
	errors: Record<string, string> = {},
	failed = 0,
): Answer => ({
	status: 422,
	body: {
		errors: { status: 422, title, type: STATUS_PAGE, errors },
		meta: { total: failed, success: 0, failed },
	},
});

/** All rows saved: the given status. Some: 207 with both. None: 422. No rows at all: 400 (category-trees_catalog.v3.yml). */
export function savedRows(
	{ body: sent }: Context,
	status: number,
	problems: Record<string, string>,
	failed: number,
	written?: object[],
): Answer {
	if (!Array.isArray(sent) || sent.length === 0) {
		const error = { status: 400, title: 'An array of categories is expected', type: STATUS_PAGE };
		return { status: 400, body: { errors: [error] } };
	}
	const data = written ? { data: written } : {};
	const total = sent.length;
	const meta = { total, success: total - failed, failed };
	if (failed === 0) return { status, body: { ...data, meta } };
	if (failed === total) return refusedRows('The categories are not valid', problems, total);
	const title = 'Some categories were not saved';
	const errors = { status: 207, title, type: STATUS_PAGE, errors: problems };
	return { status: 207, body: { ...data, errors, meta } };
}
