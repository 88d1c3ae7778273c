import { createRequire } from 'node:module';

import { transformFileSync } from '@swc/core';

/**
 * Loads a file of TypeScript in a process of its own, without Jest. n8n loads nodes as CommonJS, and so do its own
 * packages; their TypeScript is compiled on the way, as Jest does it.
 */
export function asCommonJs<Exports>(file: string): Exports {
	const require = createRequire(import.meta.url);
	const extensions: Partial<typeof require.extensions> = require.extensions;
	const { '.json': json } = extensions;
	// A node's codex, `BigCommerce.node.json`, must not be taken for the node.
	delete extensions['.json'];
	extensions['.ts'] = (module, name) => {
		const { code } = transformFileSync(name, {
			jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
			module: { type: 'commonjs' },
		});
		(module as unknown as { _compile: (code: string, file: string) => void })._compile(code, name);
	};
	extensions['.json'] = json;
	return require(file) as Exports;
}
