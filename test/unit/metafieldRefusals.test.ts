import { BigCommerceError } from '../../nodes/BigCommerce/api/errors';
import { readPartial } from '../../nodes/BigCommerce/store/metafields/metafieldRefusals';

const rows = ['a', 'b', 'c', 'd'];
const resultOf = (body: unknown, row: string) =>
	(body as { data?: string[] }).data?.includes(row) ? row : undefined;

/** What becomes of the rows when some were done and the rest was refused for these reasons. */
function read(data: string[], reasons: Record<string, string>): Record<string, unknown> {
	const refusal = new BigCommerceError({
		task: 'save',
		status: 422,
		body: { data, errors: [{ status: 422, errors: reasons }] },
	});
	const { settled } = readPartial(refusal, rows, resultOf, (row) => `save ${row}`);
	return Object.fromEntries(
		[...settled].map(([row, { result, error }]) => [
			row,
			result ?? [(error as Error).message, (error as BigCommerceError).reason],
		]),
	);
}

const failed = (row: string, reason: string) => [
	`BigCommerce could not save ${row} (HTTP 422)`,
	reason,
];

describe('a batch of metafields that was done in part', () => {
	it.each([
		['from 0', { 1: 'taken', 3: 'too long' }],
		['from 1', { 2: 'taken', 4: 'too long' }],
	])('has its reasons under places %s', (_name, reasons) => {
		expect(read(['a', 'c'], reasons)).toEqual({
			a: 'a',
			b: failed('b', 'taken'),
			c: 'c',
			d: failed('d', 'too long'),
		});
	});

	it('gives all reasons to each where their numbers mean something else', () => {
		const all = 'taken. too long';
		expect(read(['a', 'c'], { 71: 'taken', 72: 'too long' })).toEqual({
			a: 'a',
			b: failed('b', all),
			c: 'c',
			d: failed('d', all),
		});
	});

	it('leaves open what no reason is about, and keeps what was done', () => {
		expect(read(['a'], { 1: 'taken' })).toEqual({ a: 'a' });
		expect(read([], { 1: 'taken' })).toEqual({});
	});

	it('knows nothing of a refusal of another shape', () => {
		const refusal = new BigCommerceError({
			task: 'save',
			status: 422,
			body: { status: 422, title: 'Not valid', errors: { key: 'taken' } },
		});
		expect(readPartial(refusal, rows, resultOf, String).settled.size).toBe(0);
	});
});
