import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { ensureN8n, isReady } from '../demo/n8n/install.ts';
import { cacheFolder, repoRoot } from '../demo/n8n/paths.ts';
import { errorText } from '../demo/n8n/plainError.ts';

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

/** Every file of these starts an n8n; side by side they would only slow each other. */
const withN8n = ['n8n', 'proof'];

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

async function jestProject(name: string): Promise<Counts> {
	heading(`${name} tests`);
	const report = join(reports, `${name}.json`);
	const jest = join(repoRoot, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = ['-c', join('test', 'jest.config.js'), '--selectProjects', name];
	// n8n's engine keeps timers of its own, which would hold Jest back after the last test.
	const output = ['--json', `--outputFile=${report}`, '--passWithNoTests', '--forceExit'];
	const pace = withN8n.includes(name) ? ['--runInBand'] : [];
	const { exitCode } = await execa(process.execPath, [jest, ...config, ...output, ...pace], {
		cwd: repoRoot,
		reject: false,
		// Its report for machines goes to the file; what a person reads is on stderr.
		stdio: ['ignore', 'ignore', 'inherit'],
	});
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

/** The first run on a machine installs n8n; later ones find it in place. */
async function installN8n(): Promise<Counts> {
	if (await isReady()) return none;
	heading('installing n8n (once, about 3 minutes)');
	let next = 0;
	const onProgress = (message: string) => {
		if (Date.now() < next) return;
		next = Date.now() + 15_000;
		console.log(message);
	};
	try {
		await ensureN8n({ onProgress });
		return none;
	} catch (error) {
		console.log(errorText(error));
		return asCheck(false);
	}
}

/** Without an n8n its suites fail one by one: one failure says it all. */
async function n8nProjects(): Promise<Counts> {
	const installed = await installN8n();
	return installed.failed > 0
		? installed
		: await inTurn(withN8n.map((name) => () => jestProject(name)));
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
	const suites = ['unit', 'contract', 'node'].map((name) => () => jestProject(name));

	const sum = await inTurn([...checks, ...suites, n8nProjects]);
	const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
	console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
	return sum.failed > 0 ? 1 : 0;
}

process.exitCode = await runAll();
