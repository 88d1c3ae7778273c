import { readdirSync } from 'node:fs';

import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts'];

/**
 * Rules of eslint-plugin-n8n-nodes-base that contradict the community-nodes plugin or are meant for n8n's main
 * repository alone; n8n's scan leaves out the same ones (and two more, which hold here).
 */
const contradicted = {
	// Demands the literal 'main' where the community plugin demands NodeConnectionTypes.Main.
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	// Demands a slug of docs.n8n.io where the community plugin demands a URL.
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
};

/** The house of CONTRIBUTING.md: a floor imports from those below it alone, and what stands on one floor beside another not at all. */
const house = './nodes/BigCommerce';
const floors = [['api'], ['store', 'operation'], ['forms'], ['resources', 'listings', 'triggers']];
const resources = readdirSync(new URL(`${house}/resources`, import.meta.url));
const zones = [
	...floors.flatMap((floor, level) =>
		floor.map((part) => ({
			target: `${house}/${part}`,
			from: [...floor.filter((other) => other !== part), ...floors.slice(level + 1).flat()].map(
				(other) => `${house}/${other}`,
			),
		})),
	),
	...resources.map((resource) => ({
		target: `${house}/resources/${resource}`,
		from: resources
			.filter((other) => other !== resource)
			.map((other) => `${house}/resources/${other}`),
	})),
	{ target: './demo/store', from: './nodes' },
];

const unusedVars = [
	'error',
	{ ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
];

/**
 * What n8n's own scan applies to a community package, plus the recommended sets of ESLint and typescript-eslint.
 * The scan ignores disabling comments, so they are refused here as well.
 */
export default tseslint.config(
	{ ignores: ['dist/**', 'demo/n8n/**/node_modules/**', '.cache/**', 'coverage/**'] },
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.ts'],
		extends: [
			js.configs.recommended,
			...tseslint.configs.recommended,
			importX.configs['flat/typescript'],
		],
		settings: {
			'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.js'] })],
		},
		rules: {
			'import-x/no-cycle': 'error',
			'import-x/no-restricted-paths': ['error', { zones }],
			'@typescript-eslint/no-unused-vars': unusedVars,
		},
	},
	{
		// What a value is is known of what ships: an object is never written out as [object Object], a promise never forgotten.
		files: shipped,
		extends: [...tseslint.configs.recommendedTypeChecked],
		languageOptions: {
			parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
		},
		rules: { '@typescript-eslint/no-unused-vars': unusedVars },
	},
	{ files: [...shipped, 'package.json'], extends: [n8nCommunityNodesPlugin.configs.recommended] },
	{ files: shipped, rules: { 'no-console': 'error' } },
	{
		// Patterns meet texts of any length that come from outside.
		files: shipped,
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': 'error',
			'regexp/no-super-linear-move': 'error',
		},
	},
	{
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: n8nNodesBase.configs.community.rules,
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: { ...n8nNodesBase.configs.credentials.rules, ...contradicted },
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: { ...n8nNodesBase.configs.nodes.rules, ...contradicted },
	},
);
