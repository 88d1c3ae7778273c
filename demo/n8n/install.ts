import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { childEnvironment, runNpm } from './command.ts';
import { explainNpm } from './explainNpm.ts';
import { whileHoldingLock } from './lock.ts';
import { nodeMajor } from './node.ts';
import { cacheFolder, n8nFolder, n8nModules, n8nProgram } from './paths.ts';
import { PlainError } from './plainError.ts';

export type Progress = (message: string) => void;
export type InstallOptions = { onProgress?: Progress; signal?: AbortSignal };

/** How far an installation came; it lies inside node_modules, so that it goes when they go. */
type Stamp = { key: string; stage: 'packages' | 'ready' };

const neededGigabytes = 2.5;

const stampFile = join(n8nModules, '.demo-stamp.json');

/** Installs n8n below this folder, once for every lock file and Node major. */
export async function ensureN8n(options: InstallOptions = {}): Promise<void> {
	if (await isReady()) return;
	await mkdir(cacheFolder, { recursive: true });
	await whileHoldingLock(join(cacheFolder, 'n8n-install.lock'), options, async () => {
		if (!(await isReady())) await install(options);
	});
}

export async function isReady(): Promise<boolean> {
	const stamp = await readStamp();
	return stamp?.stage === 'ready' && stamp.key === (await installKey()) && existsSync(n8nProgram);
}

async function install({ onProgress = () => {}, signal }: InstallOptions): Promise<void> {
	const key = await installKey();
	const began = Date.now();
	const tell = (step: string) => onProgress(`${step} (${elapsed(began)})`);

	const stamp = await readStamp();
	if (stamp?.key !== key || stamp.stage !== 'packages') {
		// What an interrupted installation left cannot be trusted; npm's cache makes a fresh one quick.
		if (existsSync(n8nModules)) tell('removing what is left of an earlier installation');
		await rm(n8nModules, { recursive: true, force: true, maxRetries: 3 });
		await requireSpace();
		await installPackages(tell, signal);
		await writeStamp({ key, stage: 'packages' });
	}
	await prepareDatabaseDriver(tell, signal);
	await writeStamp({ key, stage: 'ready' });
}

/** On a full disk npm tries for many minutes before it says so. */
async function requireSpace(): Promise<void> {
	const { bavail, bsize } = await statfs(n8nFolder);
	const free = (bavail * bsize) / 1e9;
	if (free < neededGigabytes) {
		throw new PlainError(
			`There is too little room for n8n: it needs ${neededGigabytes} GB on this disk, and ${free.toFixed(1)} GB are free.`,
		);
	}
}

async function installPackages(tell: Progress, signal?: AbortSignal): Promise<void> {
	const total = await packageCount();
	let fetched = 0;
	const count = () =>
		tell(
			fetched < total
				? `fetching packages: ${fetched} of about ${total}`
				: 'unpacking the packages',
		);
	const ticking = setInterval(count, 1000);
	try {
		// `npm ci` needs every optional package of every platform to be in the registry; this does not.
		const args = ['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
		const { code, output } = await runNpm([...args, '--no-progress', '--loglevel=http'], {
			cwd: n8nFolder,
			signal,
			onLine: (line) => {
				if (/^npm http .*\.tgz\b/.test(line)) fetched += 1;
			},
		});
		if (code !== 0) throw explainNpm('Installing n8n', output);
	} finally {
		clearInterval(ticking);
	}
}

const driverBuild = join(n8nModules, 'sqlite3', 'build', 'Release', 'node_sqlite3.node');

/** Where a driver that was built is kept: another n8n has the same, and building it takes longer than all else. */
async function keptDriver(): Promise<string> {
	const { version } = JSON.parse(
		await readFile(join(n8nModules, 'sqlite3', 'package.json'), 'utf8'),
	) as { version: string };
	const name = ['sqlite3', version, `node${nodeMajor()}`, process.platform, process.arch].join('-');
	return join(cacheFolder, `${name}.node`);
}

/** The one package whose install script matters: the others work without theirs. */
async function prepareDatabaseDriver(tell: Progress, signal?: AbortSignal): Promise<void> {
	const kept = await keptDriver();
	if (existsSync(kept)) {
		await mkdir(dirname(driverBuild), { recursive: true });
		await copyFile(kept, driverBuild);
		return;
	}
	await buildDatabaseDriver(tell, signal);
	await copyFile(driverBuild, kept);
}

async function buildDatabaseDriver(tell: Progress, signal?: AbortSignal): Promise<void> {
	const ticking = setInterval(() => tell('preparing the database driver (sqlite3)'), 1000);
	try {
		let { code, output } = await rebuild({}, signal);
		const headers = headersOnThisMachine();
		if (code !== 0 && headers && couldNotFetchHeaders(output)) {
			({ code, output } = await rebuild({ npm_config_nodedir: headers }, signal));
		}
		if (code !== 0) throw explainNpm('Installing n8n', output);
	} finally {
		clearInterval(ticking);
	}
}

const rebuild = (env: NodeJS.ProcessEnv, signal?: AbortSignal) =>
	runNpm(['rebuild', 'sqlite3', '--foreground-scripts'], {
		cwd: n8nFolder,
		env: childEnvironment(env),
		signal,
	});

const couldNotFetchHeaders = (output: string): boolean =>
	/gyp WARN install got an error|gyp ERR!.*(network|download|response)/.test(output);

/** sqlite3 uses Node's stable interface, so the headers of another major that lie here will do. */
function headersOnThisMachine(): string | undefined {
	const nodes = [process.execPath, process.env.npm_node_execpath ?? '', '/usr/bin/node'];
	return nodes
		.map((node) => dirname(dirname(node)))
		.find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h')));
}

async function installKey(): Promise<string> {
	const hash = createHash('sha256');
	for (const name of ['package.json', 'package-lock.json']) {
		hash.update(await readFile(join(n8nFolder, name)));
	}
	hash.update([nodeMajor(), process.platform, process.arch].join());
	return hash.digest('hex');
}

/** Optional packages are mostly those of other platforms, which npm leaves out. */
async function packageCount(): Promise<number> {
	const lock = JSON.parse(await readFile(join(n8nFolder, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, { optional?: boolean }>;
	};
	return Object.values(lock.packages).filter(({ optional }) => !optional).length - 1;
}

async function readStamp(): Promise<Stamp | undefined> {
	try {
		return JSON.parse(await readFile(stampFile, 'utf8')) as Stamp;
	} catch {
		return undefined;
	}
}

async function writeStamp(stamp: Stamp): Promise<void> {
	await mkdir(n8nModules, { recursive: true });
	await writeFile(stampFile, JSON.stringify(stamp));
}

const elapsed = (since: number): string => {
	const seconds = Math.round((Date.now() - since) / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};
