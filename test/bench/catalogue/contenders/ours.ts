import { createRequire } from 'node:module';

import { transformFileSync } from '@swc/core';

import { LOCATION, type Access, type Contender, type ReadProduct } from '../work.ts';

type RunForJson = (
	credential: object,
	parameters: object,
	run?: { items: object[] },
) => Promise<Array<Record<string, unknown>>>;

/** n8n loads nodes as CommonJS; their TypeScript is compiled on the way, as Jest does it. */
function loadRunner(): RunForJson {
	const require = createRequire(import.meta.url);
	const extensions: Partial<typeof require.extensions> = require.extensions;
	const { '.json': json } = extensions;
	// A node's codex, `BigCommerce.node.json`, must not be taken for the node.
	delete extensions['.json'];
	extensions['.ts'] = (module, file) => {
		const { code } = transformFileSync(file, {
			jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
			module: { type: 'commonjs' },
		});
		(module as unknown as { _compile: (code: string, file: string) => void })._compile(code, file);
	};
	extensions['.json'] = json;
	const { runForJson } = require('../../../support/runNode.ts') as { runForJson: RunForJson };
	return runForJson;
}

/** This package's node, as n8n itself runs it: forms, expressions for every item and all. */
export function ours(access: Access): Contender {
	const run = loadRunner();
	const reading = { resource: 'product', operation: 'getAll', simplify: false };
	const credential = { ...access, clientSecret: '', apiPath: '' };
	return {
		warmUp: async () => await run(credential, { ...reading, limit: 1 }),
		readProducts: async () =>
			(await run(credential, { ...reading, returnAll: true })) as unknown as ReadProduct[],
		writePrices: async (changes) =>
			await run(
				credential,
				{
					resource: 'productVariant',
					operation: 'updateMany',
					findBy: 'id',
					updateFields: { price: '={{ $json.price }}' },
				},
				{ items: changes },
			),
		changeStocks: async (changes) =>
			await run(
				credential,
				{
					resource: 'inventory',
					operation: 'set',
					identifyBy: 'productId',
					location: LOCATION,
					options: { reason: 'Count' },
				},
				{ items: changes },
			),
	};
}
