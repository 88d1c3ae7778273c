import Table from 'cli-table3';
import type { JobResult } from './jobs.ts';

/** The jobs side by side, for the terminal. */
export function jobTable(results: JobResult[]): string {
	const table = new Table({
		head: ['Job', 'Items', 'Requests', 'Time', 'Result'],
		colAligns: ['left', 'right', 'right', 'right', 'left'],
		// Room for a sentence; what n8n says of a failure is wrapped.
		colWidths: [null, null, null, null, 60],
		wordWrap: true,
		style: { head: [], border: [] },
	});
	for (const result of results) {
		const { job, items, requests, milliseconds } = result;
		table.push([job, items, requests, `${(milliseconds / 1000).toFixed(1)} s`, outcome(result)]);
	}
	return table.toString();
}

function outcome({ error, refused }: JobResult): string {
	if (error) return error;
	return refused > 0 ? `done, ${refused} of the items refused` : 'done';
}
