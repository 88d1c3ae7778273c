import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { nodeProgram } from './node.ts';
import { n8nProgram } from './paths.ts';

export type ProcessOptions = {
	/** What n8n is to be: `worker` and `webhook` are parts of a queue mode. */
	command?: 'start' | 'worker' | 'webhook';
	cwd: string;
	env: NodeJS.ProcessEnv;
	logFile: string;
	log?: (line: string) => void;
	/** A process group of its own, so that Ctrl-C reaches whoever started it alone. */
	ownGroup?: boolean;
};

export type N8nProcess = {
	/** Resolves when it has ended, for whatever reason. */
	ended: Promise<void>;
	stop(): Promise<void>;
	/** Ends it at once, as a power cut would; its task runner too, where it has a group of its own. */
	kill(): Promise<void>;
};

const stopLimit = 10_000;

/** One process of n8n that does not outlive this one. */
export function startProcess(options: ProcessOptions): N8nProcess {
	const { command = 'start', cwd, env, logFile, log } = options;
	const ownGroup = Boolean(options.ownGroup) && process.platform !== 'win32';
	const child = spawn(nodeProgram, [n8nProgram, command], {
		cwd,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: ownGroup,
	});
	const file = createWriteStream(logFile, { flags: 'a' });
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			file.write(text);
			log?.(text.trimEnd());
		});
	}
	const killWithUs = () => signal(child, 'SIGKILL', ownGroup);
	process.once('exit', killWithUs);
	const ended = new Promise<void>((resolve) => child.once('close', () => file.end(resolve))).then(
		() => void process.removeListener('exit', killWithUs),
	);
	return {
		ended,
		stop: async () => {
			signal(child, 'SIGTERM');
			const impatient = setTimeout(killWithUs, stopLimit);
			await ended;
			clearTimeout(impatient);
		},
		kill: async () => {
			killWithUs();
			await ended;
		},
	};
}

function signal(child: ChildProcess, name: NodeJS.Signals, group = false): void {
	if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
	// Asked to end, n8n ends its task runner itself; a forced end has to reach both.
	if (group) process.kill(-child.pid, name);
	else child.kill(name);
}
