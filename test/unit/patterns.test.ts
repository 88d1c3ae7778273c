import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

import { resolveStore } from '../../nodes/BigCommerce/api/store';
import { readDate, toAmount } from '../../nodes/BigCommerce/api/values';
import { toNumber } from '../../nodes/BigCommerce/operation/values';

/** A slash that begins no comment and stands in no path. */
const MAY_HOLD_PATTERNS = /[\s(=,:&|!?[{;]\/[^\s/*]|RegExp/;

it('holds no pattern that takes more than linear time', () => {
	const linter = new Linter();
	const config = {
		files: ['**/*.ts'],
		languageOptions: { parser: tseslint.parser },
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': 'error',
		},
	} as Linter.Config;
	const files = readdirSync('nodes', { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.ts'),
	);
	expect(files.length).toBeGreaterThan(100);
	const found = files.flatMap((file) => {
		const path = join('nodes', file);
		const text = readFileSync(path, 'utf8');
		if (!MAY_HOLD_PATTERNS.test(text)) return [];
		return linter
			.verify(text, config, path)
			.map(({ line, message }) => `${path}:${line} ${message}`);
	});
	expect(found).toEqual([]);
}, 120_000);

/** The fastest of several runs: what else the machine does only makes them slower. */
function fastest(work: () => unknown): number {
	const times = Array.from({ length: 7 }, () => {
		const startedAt = performance.now();
		try {
			work();
		} catch {
			// Refused is as good as read.
		}
		return performance.now() - startedAt;
	});
	return Math.min(...times);
}

const SHORT = 20_000;
const TIMES_LONGER = 8;

describe('a long text takes time in proportion to its length', () => {
	it.each<[string, (length: number) => unknown]>([
		['an amount of zeros', (length) => toAmount(`1.${'0'.repeat(length)}1`)],
		['an amount of digits', (length) => toAmount(`${'1'.repeat(length)}x`)],
		['a number of digits', (length) => toNumber(`${'1'.repeat(length)}x`, 'Price')],
		['a date', (length) => readDate(`2026-01-01T${':'.repeat(length)}x`)],
		['a store hash', (length) => resolveStore({ storeHash: `a${'/'.repeat(length)}b` })],
	])('%s', (_name, read) => {
		const short = fastest(() => read(SHORT));
		const long = fastest(() => read(SHORT * TIMES_LONGER));
		// Quadratic time would be 64 times as long.
		expect(long).toBeLessThan(Math.max(short, 5) * TIMES_LONGER * 4);
	});
});
