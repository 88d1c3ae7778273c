import { Listr } from 'listr2';
import { readArguments, usage } from './arguments.ts';
import type { StartArguments } from './arguments.ts';
import { Closing } from './closing.ts';
import { PlainError, errorText } from './n8n/plainError.ts';
import { requireFreePort } from './n8n/ports.ts';
import { jobTable } from './table.ts';
import { tasks } from './tasks.ts';
import type { Demo } from './tasks.ts';

const interrupted = 130;
const closing = new Closing();
const stopping = new AbortController();

/** `npm start`: a demo store and an n8n side by side, with the main jobs run once. */
async function start(options: StartArguments): Promise<number> {
	const demo: Demo = {
		arguments: options,
		closing,
		signal: stopping.signal,
		workflows: [],
		results: [],
	};
	const stopped = untilAskedToStop();
	await requireFreePort(options.port);
	await Promise.race([runTasks(demo), stopped]);
	if (stopping.signal.aborted) return interrupted;

	console.log(`\n${jobTable(demo.results)}`);
	const failures = demo.results.filter(({ error }) => error).length;
	if (options.once) return failures > 0 ? 1 : 0;

	const { origin, login } = demo.n8n ?? {};
	console.log(`\nEditor:     ${origin}`);
	console.log(`Login:      ${login?.email}  ${login?.password}`);
	console.log(`Workflows:  ${origin}/home/workflows`);
	for (const { id, name } of demo.workflows) console.log(`  ${origin}/workflow/${id}  ${name}`);
	console.log(
		'Ctrl-C ends n8n and the demo store. What you build is kept for the next time; npm start -- --reset starts over.',
	);
	await stopped;
	return 0;
}

async function runTasks(demo: Demo): Promise<void> {
	const list = new Listr<Demo>(tasks, {
		ctx: demo,
		// Signals are answered here, after what was started has ended.
		registerSignalListeners: false,
		rendererOptions: { collapseSubtasks: false, collapseErrors: true },
	});
	await list.run();
}

const untilAskedToStop = (): Promise<void> =>
	new Promise((resolve) => {
		const stop = () => {
			stopping.abort();
			resolve();
		};
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				// The second time is meant: whoever waits no longer gets an end at once.
				if (stopping.signal.aborted) process.exit(interrupted);
				stop();
			});
		}
		// npm hands a SIGTERM to the shell between us, which ends without a word to us.
		const parent = process.ppid;
		setInterval(() => process.ppid !== parent && stop(), 1000).unref();
	});

function report(error: unknown, verbose: boolean): void {
	console.error(`\n${errorText(error)}`);
	if (!verbose) return;
	if (error instanceof PlainError && error.detail) console.error(error.detail);
	else if (error instanceof Error) console.error(error.stack);
}

let exitCode = 1;
const given = process.argv.slice(2);
try {
	const options = readArguments(given);
	if (options.help) console.log(usage);
	exitCode = options.help ? 0 : await start(options);
} catch (error) {
	if (!stopping.signal.aborted) report(error, given.includes('--verbose'));
	else exitCode = interrupted;
}
await closing.all();
process.exit(exitCode);
