import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';

import manifest from '../../package.json';

const root = resolve(__dirname, '../..');
const run = (command: string, ...parameters: string[]) =>
	execFileSync(command, parameters, {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
		// The linter's rules judge every file as a node while NODE_ENV says "test".
		env: { ...process.env, NODE_ENV: 'production' },
	});

describe('the package', () => {
	let folder: string;
	let unpacked: string;
	let files: string[];

	beforeAll(() => {
		if (!existsSync(join(root, 'dist'))) run('npm', 'run', 'build');
		// Inside the project, where n8n-workflow is found as n8n itself provides it.
		mkdirSync(join(root, '.cache'), { recursive: true });
		folder = mkdtempSync(join(root, '.cache/package-'));
		const [packed] = JSON.parse(
			run('npm', 'pack', '--json', '--pack-destination', folder),
		) as Array<{
			filename: string;
			files: Array<{ path: string }>;
		}>;
		files = packed?.files.map(({ path }) => path) ?? [];
		run('tar', 'xzf', join(folder, packed?.filename ?? ''), '-C', folder);
		unpacked = join(folder, 'package');
	}, 120_000);

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('holds only what a user needs', () => {
		const unneeded = files.filter(
			(path) =>
				!/^(package\.json|index\.js|README\.md|LICENSE)$/.test(path) &&
				!/^dist\/(credentials|nodes)\/.+\.(js|d\.ts|node\.json)$/.test(path) &&
				!/^dist\/icons\/[^/]+\.svg$/.test(path),
		);
		expect(unneeded).toEqual([]);
		for (const path of [...manifest.n8n.nodes, ...manifest.n8n.credentials])
			expect(files).toContain(path);
		expect(readdirSync(unpacked)).toEqual(
			expect.arrayContaining(['README.md', 'LICENSE', 'index.js']),
		);
	});

	it('has no runtime dependencies', () => {
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('is loaded by n8n with all its nodes, the credential and their icons', async () => {
		const loader = new PackageDirectoryLoader(unpacked);
		await loader.loadAll();
		const { nodes, credentials } = loader.types;
		expect(nodes.map(({ name }) => name).sort()).toEqual(
			manifest.n8n.nodes
				.map((path) =>
					path.replace(
						/.*\/(.)(.*)\.node\.js$/,
						(_, first: string, rest: string) => first.toLowerCase() + rest,
					),
				)
				.sort(),
		);
		expect(credentials.map(({ name }) => name)).toEqual(['bigCommerceApi']);
		const polling = nodes.find(({ name }) => name === 'bigCommercePollingTrigger');
		expect(polling?.properties.filter(({ name }) => name === 'pollTimes')).toMatchObject([
			{ default: { item: [{ mode: 'everyX', value: 30, unit: 'minutes' }] } },
		]);
		for (const { iconUrl, codex } of nodes) {
			expect(iconUrl).toEqual({
				light: expect.stringMatching(/svg$/),
				dark: expect.stringMatching(/svg$/),
			});
			expect(codex?.categories).toContain('Sales');
		}
	});

	it("passes n8n's own scan, source and package", () => {
		const output = run(process.execPath, join(root, 'test/support/scan.mjs'), root, unpacked);
		const results = JSON.parse(output.trim().split('\n').at(-1) ?? '[]') as Array<{
			passed: boolean;
		}>;
		expect(results).toEqual([{ passed: true }, { passed: true }]);
	}, 120_000);
});
