import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { cacheFolder, repoRoot } from '../demo/n8n/paths.ts';

/** `npm test`: every check and every suite, one after the other, and one line that sums them up. */
type Counts = { passed: number; failed: number; skipped: number };

type JestReport = {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	/** Files that could not even be loaded: their tests are not among the failed ones. */
	numRuntimeErrorTestSuites: number;
};

/** Jest projects that run together, or some of their files. */
type Suite = { projects: string[]; files?: string; env?: NodeJS.ProcessEnv; inBand?: boolean };

/** Tests mostly wait for each other's answers, so that each core has one under way. */
const withoutN8n: Suite = { projects: ['unit', 'contract', 'node'] };

/** Every file of these starts an n8n; side by side they would only slow each other. */
const withNewestN8n: Suite[] = [
	{ projects: ['n8n'], inBand: true },
	{ projects: ['proof'], inBand: true },
];

/** What users have must work on the earliest n8n that is supported: the credential, the jobs, both triggers, the examples. */
const withOldestN8n: Suite[] = [
	{
		projects: ['n8n'],
		files: 'test/n8n/(package|engine|stock|examples|catalogueExamples)',
		env: { DEMO_N8N: 'oldest' },
		inBand: true,
	},
];

const none: Counts = { passed: 0, failed: 0, skipped: 0 };
const reports = join(cacheFolder, 'test-results');

const heading = (text: string): void => console.log(`\n== ${text}`);

const asCheck = (worked: boolean): Counts =>
	worked ? { ...none, passed: 1 } : { ...none, failed: 1 };

const checks = ['lint', 'typecheck', 'build'].map((name) => async (): Promise<Counts> => {
	heading(name);
	const { exitCode } = await execa('npm', ['run', '--silent', name], inherited);
	if (exitCode !== 0) console.log(`${name} failed`);
	return asCheck(exitCode === 0);
});

const inherited = { cwd: repoRoot, stdio: 'inherit', reject: false } as const;

async function jestSuite({ projects, files, env = {}, inBand }: Suite): Promise<Counts> {
	const name = [env.DEMO_N8N, ...projects].filter(Boolean).join(' ');
	heading(`${name} tests`);
	const report = join(reports, `${name}.json`);
	const jest = join(repoRoot, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = ['-c', join('test', 'jest.config.js'), '--selectProjects', ...projects];
	// n8n's engine keeps timers of its own, which would hold Jest back after the last test.
	const output = ['--json', `--outputFile=${report}`, '--passWithNoTests', '--forceExit'];
	const which = files ? ['--testPathPatterns', files] : [];
	const pace = inBand ? ['--runInBand'] : ['--maxWorkers=100%'];
	const { exitCode } = await execa(
		process.execPath,
		[jest, ...config, ...output, ...which, ...pace],
		{
			cwd: repoRoot,
			env,
			reject: false,
			// Its report for machines goes to the file; what a person reads is on stderr.
			stdio: ['ignore', 'ignore', 'inherit'],
		},
	);
	const counts = await countsOf(report);
	return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function countsOf(report: string): Promise<Counts> {
	try {
		const found = JSON.parse(await readFile(report, 'utf8')) as JestReport;
		return {
			passed: found.numPassedTests,
			failed: found.numFailedTests + found.numRuntimeErrorTestSuites,
			skipped: found.numPendingTests + found.numTodoTests,
		};
	} catch {
		return none;
	}
}

type Installing = Promise<{ exitCode?: number; all?: string }>;

/** Installs an n8n where it is not in place yet. It waits for the network and the disk, so it goes on beside other tests. */
const installing = (env: NodeJS.ProcessEnv): Installing =>
	execa(process.execPath, [...process.execArgv, join(repoRoot, 'demo', 'n8n', 'installNow.ts')], {
		cwd: repoRoot,
		reject: false,
		all: true,
		env,
	});

/** Without its n8n the suites would fail one by one: one failure says it all. */
async function withN8n(suites: Suite[], version: string, installed: Installing): Promise<Counts> {
	heading(`${version} n8n, installed once`);
	const { exitCode, all } = await installed;
	if (exitCode !== 0) {
		console.log(all);
		return asCheck(false);
	}
	return await inTurn(suites.map((suite) => () => jestSuite(suite)));
}

async function inTurn(runs: Array<() => Promise<Counts>>): Promise<Counts> {
	let sum = none;
	for (const run of runs) {
		const { passed, failed, skipped } = await run();
		sum = {
			passed: sum.passed + passed,
			failed: sum.failed + failed,
			skipped: sum.skipped + skipped,
		};
	}
	return sum;
}

async function runAll(): Promise<number> {
	await rm(reports, { recursive: true, force: true });
	await mkdir(reports, { recursive: true });
	const newest = installing({});
	// The database driver that the first has built serves the second.
	const oldest = newest.then(async () => await installing({ DEMO_N8N: 'oldest' }));
	const sum = await inTurn([
		...checks,
		() => jestSuite(withoutN8n),
		() => withN8n(withNewestN8n, 'newest', newest),
		() => withN8n(withOldestN8n, 'oldest', oldest),
	]);
	const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
	console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
	return sum.failed > 0 ? 1 : 0;
}

process.exitCode = await runAll();
