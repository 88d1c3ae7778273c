import { isOldestN8n } from '../../../demo/n8n/paths.ts';

/** What n8n itself lacks in the earliest release that is supported; the README's table of versions says the same. */
const NO_TABLES = 'the Data Table node of n8n 1 cannot make the table that the example asks for';
const beyondOldest = new Map([
	['import-listings.json', NO_TABLES],
	['two-way-stock.json', NO_TABLES],
]);

/** `it`, or `it.skip` with a line that says why, for an example that this n8n cannot run. */
export function itRuns(example: string): jest.It {
	const reason = isOldestN8n ? beyondOldest.get(example) : undefined;
	if (!reason) return it;
	process.stderr.write(`Skipped ${example}: ${reason}\n`);
	return it.skip as jest.It;
}
