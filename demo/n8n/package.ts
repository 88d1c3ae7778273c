import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNpm } from './command.ts';
import type { Finished } from './command.ts';
import { explainNpm } from './explainNpm.ts';
import { whileHoldingLock } from './lock.ts';
import { cacheFolder, repoRoot } from './paths.ts';
import { PlainError, lastLines } from './plainError.ts';

export type PackOptions = {
	/** Another package than this project's: to try the installation by itself. */
	folder?: string;
	signal?: AbortSignal;
};

/** Everything that the tarball is made of or that decides how. */
const sources = [
	...['credentials', 'icons', 'nodes'],
	...['gulpfile.js', 'index.js', 'package.json', 'tsconfig.json', 'README.md', 'LICENSE'],
];

/** Builds and packs the package; the tarball is kept until a source file changes. */
export async function pack({ folder = repoRoot, signal }: PackOptions = {}): Promise<string> {
	const target = join(cacheFolder, 'packed', await sourcesHash(folder));
	const tarball = join(target, 'package.tgz');
	await mkdir(join(cacheFolder, 'packed'), { recursive: true });
	return await whileHoldingLock(join(cacheFolder, 'packed', '.lock'), { signal }, async () => {
		if (existsSync(tarball)) return tarball;
		await rm(target, { recursive: true, force: true });
		await mkdir(target);
		const built = await runNpm(['run', 'build'], { cwd: folder, signal });
		if (built.code !== 0) throw failed('The package could not be built', built);
		const packed = await runNpm(
			['pack', '--silent', '--ignore-scripts', '--pack-destination', target],
			{
				cwd: folder,
				signal,
			},
		);
		const [name] = await readdir(target);
		if (packed.code !== 0 || !name) throw failed('The package could not be packed', packed);
		await rename(join(target, name), tarball);
		return tarball;
	});
}

/** Installs the tarball where n8n keeps community packages, as its own installer does. */
export async function installPackage(
	userFolder: string,
	tarball: string,
	signal?: AbortSignal,
): Promise<void> {
	const folder = join(userFolder, '.n8n', 'nodes');
	await mkdir(folder, { recursive: true });
	const manifest = { name: 'installed-nodes', private: true, dependencies: {} };
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
	// n8n provides the peer dependency; nothing else is needed, so no registry has to be reached.
	const flags = [
		'--ignore-scripts',
		'--legacy-peer-deps',
		'--omit=peer',
		'--no-audit',
		'--no-fund',
	];
	const { code, output } = await runNpm(['install', tarball, ...flags], { cwd: folder, signal });
	if (code !== 0) throw explainNpm('Installing the package into n8n', output);
}

export async function packAndInstall(userFolder: string, options: PackOptions = {}): Promise<void> {
	await installPackage(userFolder, await pack(options), options.signal);
}

const failed = (what: string, { output }: Finished): PlainError =>
	new PlainError(`${what}; --verbose shows why.`, lastLines(output, 40));

async function sourcesHash(folder: string): Promise<string> {
	const hash = createHash('sha256');
	for (const source of sources) await addToHash(hash, folder, source);
	return hash.digest('hex').slice(0, 16);
}

async function addToHash(
	hash: ReturnType<typeof createHash>,
	folder: string,
	path: string,
): Promise<void> {
	const full = join(folder, path);
	const found = await stat(full).catch(() => undefined);
	if (!found) return;
	if (found.isDirectory()) {
		for (const name of (await readdir(full)).sort())
			await addToHash(hash, folder, join(path, name));
		return;
	}
	hash.update(`${path}\0${found.size}\0`).update(await readFile(full));
}
