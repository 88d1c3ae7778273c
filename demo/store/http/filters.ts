import type { Query } from './query.ts';

export type Test<T> = (record: T) => boolean;

export const passing = <T>(rows: T[], tests: Array<Test<T>>): T[] =>
	tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));

/** `name`, `name:min` and `name:max` of a time, to the second: that is as fine as it is told. */
export function timeTests<T>(
	query: Query,
	name: string,
	of: (record: T) => number,
): Array<Test<T>> {
	const tests: Array<Test<T>> = [];
	const second = (time: number): number => Math.floor(time / 1000);
	const one = (suffix: string, test: (time: number, wanted: number) => boolean): void => {
		const wanted = query.date(name + suffix);
		if (wanted !== undefined) tests.push((record) => test(second(of(record)), second(wanted)));
	};
	one('', (time, wanted) => time === wanted);
	one(':min', (time, wanted) => time >= wanted);
	one(':max', (time, wanted) => time <= wanted);
	return tests;
}

/** `name` and `name:in` of a text. */
export function textTests<T>(
	query: Query,
	name: string,
	of: (record: T) => string,
): Array<Test<T>> {
	const tests: Array<Test<T>> = [];
	const wanted = query.text(name);
	if (wanted) tests.push((record) => of(record) === wanted);
	const among = query.list(`${name}:in`);
	if (among) {
		const known = new Set(among);
		tests.push((record) => known.has(of(record)));
	}
	return tests;
}

/** `name` and `name:in` of an id; a record without one passes neither. */
export function idTests<T>(
	query: Query,
	name: string,
	of: (record: T) => number | undefined,
): Array<Test<T>> {
	const tests: Array<Test<T>> = [];
	const wanted = query.number(name);
	if (wanted !== undefined) tests.push((record) => of(record) === wanted);
	const among = query.numbers(`${name}:in`);
	if (among) {
		const known = new Set<number | undefined>(among);
		tests.push((record) => known.has(of(record)));
	}
	return tests;
}
