import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { scopeInWords } from '../../nodes/BigCommerce/api/scopes';
import { VERSION } from '../../nodes/BigCommerce/api/version';
import { resources } from '../../nodes/BigCommerce/registry';
import { scopesOfJobs } from '../../nodes/BigCommerce/scopesOfJobs';
import manifest from '../../package.json';

const file = resolve(__dirname, '../../README.md');

function operationTable(): string {
	const rows = resources.flatMap((resource) =>
		resource.operations.map(({ name, description, scope, optionalScopes = [] }) => {
			const scopes = [scope, ...optionalScopes].map((need) =>
				need === 'none' ? 'none' : scopeInWords(need),
			);
			return `| ${resource.name} | ${name} | ${description} | ${scopes.join(', ')} |`;
		}),
	);
	return [
		'| Resource | Operation | What it does | OAuth scopes |',
		'| --- | --- | --- | --- |',
		...rows,
		'',
	].join('\n');
}

const scopeTable = () =>
	[
		'| job | OAuth scopes |',
		'| --- | --- |',
		...scopesOfJobs().map(({ name, scopes }) => `| ${name} | ${scopes} |`),
		'',
	].join('\n');

describe('README', () => {
	// UPDATE_README=1 npm run test:unit writes the tables; they are never edited by hand.
	it.each([
		['lists every operation with its scopes', 'operations', operationTable],
		['says which scopes each job needs', 'scopes', scopeTable],
	])('%s', (_title, part, table) => {
		const marked = new RegExp(`(<!-- ${part}:start -->\\n)[\\s\\S]*?(<!-- ${part}:end -->)`);
		const text = readFileSync(file, 'utf8');
		expect(text).toMatch(marked);
		const expected = text.replace(
			marked,
			(_, start: string, end: string) => `${start}${table()}${end}`,
		);
		if (process.env.UPDATE_README) writeFileSync(file, expected);
		else expect(text).toBe(expected);
	});
});

describe('the version', () => {
	it('in the User-Agent is that of the package', () => {
		expect(VERSION).toBe(manifest.version);
	});
});
