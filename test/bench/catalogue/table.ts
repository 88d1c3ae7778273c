import Table from 'cli-table3';

import { LATE } from './process.ts';
import type { Report } from './work.ts';

export interface Measured extends Report {
	requests: number;
	refused: number;
	/** Records that are not as they should be in the end. */
	wrong: number;
}

export type Result = Measured & { what: string; who: string };

/** Each work's fastest first; who left something undone comes after those who did not. */
function ranked(results: Result[]): Result[] {
	const works = [...new Set(results.map(({ what }) => what))];
	return [...results].sort(
		(a, b) =>
			works.indexOf(a.what) - works.indexOf(b.what) ||
			Math.sign(a.wrong) - Math.sign(b.wrong) ||
			a.ms - b.ms,
	);
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

export function tableOf(results: Result[]): string {
	const table = new Table({
		head: ['what', 'who', 'time', 'requests', '429s', 'wrong or lost', 'peak memory (at rest)'],
	});
	table.push(...ranked(results).map(rowOf));
	return table.toString();
}
