/** One Jest project a kind of test; `npm test` runs them all, `npm run test:unit` the fast ones. */
const transform = {
	'^.+\\.ts$': [
		'@swc/jest',
		{
			jsc: { parser: { syntax: 'typescript', decorators: false }, target: 'es2022' },
			module: { type: 'commonjs' },
			sourceMaps: 'inline',
		},
	],
};

const project = (displayName, more = {}) => ({
	displayName,
	rootDir: `${__dirname}/..`,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
	modulePathIgnorePatterns: [
		'<rootDir>/demo/n8n/node_modules/',
		'<rootDir>/demo/n8n/oldest/node_modules/',
		'<rootDir>/.cache/',
	],
	// A busy machine is no failure; a test that hangs still ends.
	setupFilesAfterEnv: ['<rootDir>/test/longEnough.js'],
	transform,
	...more,
});

module.exports = {
	projects: ['unit', 'contract', 'node', 'n8n', 'proof', 'bench'].map((name) => project(name)),
};
