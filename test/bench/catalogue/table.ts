import Table from 'cli-table3';

import { LATE } from './process.ts';
import type { Report } from './work.ts';

export interface Measured extends Report {
	requests: number;
	refused: number;
	/** Records that are not as they should be in the end. */
	wrong: number;
}

export interface Result extends Measured {
	what: string;
	/** The package; ours without it. */
	of?: string;
	/** The package with its version, and how it was used. */
	who: string;
	byHand: boolean;
}

const isAlike = (one: Result, other: Result) => one.what === other.what && one.of === other.of;

/** Whoever did a work by hand alone documents nothing but single requests for it. */
const withoutWay = (documented: Result[], byHand: Result[]): Result[] =>
	byHand.filter(
		(one, at) =>
			byHand.findIndex((other) => isAlike(one, other)) === at &&
			!documented.some((other) => isAlike(one, other)),
	);

/** The fastest first; who left something undone comes after those who did not. */
function ranked(results: Result[]): Result[] {
	return [...results].sort((a, b) => Math.sign(a.wrong) - Math.sign(b.wrong) || a.ms - b.ms);
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

function rowOf({ what, who, error, ...measured }: Result): string[] {
	const { ms, requests, refused, wrong, peakMemory, restMemory } = measured;
	return [
		what,
		who,
		`${(ms / 1000).toFixed(2)} s${error === undefined ? '' : error === LATE ? ' (stopped)' : ' (gave up)'}`,
		String(requests),
		String(refused),
		String(wrong),
		`${megabytes(peakMemory)} (${megabytes(restMemory)})`,
	];
}

/** Those who did a work by hand alone are named as well, without a result. */
export function tableOf(results: Result[], byHand: Result[] = []): string {
	const table = new Table({
		head: ['what', 'who', 'time', 'requests', '429s', 'wrong or lost', 'peak memory (at rest)'],
	});
	const none = withoutWay(results, byHand);
	for (const what of new Set([...results, ...none].map((result) => result.what))) {
		const isIt = (result: Result) => result.what === what;
		table.push(...ranked(results.filter(isIt)).map(rowOf));
		table.push(
			...none.filter(isIt).map(({ who }) => [what, who, 'documents single requests only']),
		);
	}
	return table.toString();
}
