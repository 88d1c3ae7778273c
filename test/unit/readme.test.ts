import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { scopeInWords } from '../../nodes/BigCommerce/api/scopes';
import { VERSION } from '../../nodes/BigCommerce/api/version';
import { resources } from '../../nodes/BigCommerce/registry';
import manifest from '../../package.json';

const file = resolve(__dirname, '../../README.md');
const MARKED = /(<!-- operations:start -->\n)[\s\S]*?(<!-- operations:end -->)/;

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

describe('README', () => {
	// UPDATE_README=1 npm run test:unit writes the table; it is never edited by hand.
	it('lists every operation with its scopes', () => {
		const text = readFileSync(file, 'utf8');
		expect(text).toMatch(MARKED);
		const expected = text.replace(
			MARKED,
			(_, start: string, end: string) => `${start}${operationTable()}${end}`,
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
