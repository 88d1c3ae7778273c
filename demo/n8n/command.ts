import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { nodeProgram } from './node.ts';
import { PlainError } from './plainError.ts';

export type CommandOptions = {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	onLine?: (line: string) => void;
	signal?: AbortSignal;
};

export type Finished = { code: number | null; output: string };

/** The outer npm describes itself in the environment; an npm started by us must not believe it. */
const describesOuterNpm = (name: string): boolean =>
	/^npm_(package|lifecycle)_/.test(name) ||
	['npm_config_local_prefix', 'npm_command', 'INIT_CWD', 'NODE_OPTIONS'].includes(name);

/** This process's environment for a child, with the Node that n8n needs first on the PATH. */
export function childEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(([name]) => !describesOuterNpm(name));
	const path = [dirname(nodeProgram), process.env.PATH ?? ''].join(delimiter);
	return { ...Object.fromEntries(kept), PATH: path, ...extra };
}

/** Runs a program to its end and keeps what it printed; only its exit code says whether it worked. */
export function runCommand(
	command: string,
	args: string[],
	{ cwd, env = childEnvironment(), onLine, signal }: CommandOptions,
): Promise<Finished> {
	return new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		const end = () => child.kill('SIGTERM');
		signal?.addEventListener('abort', end, { once: true });

		let output = '';
		let unfinished = '';
		const take = (chunk: string) => {
			output += chunk;
			const lines = (unfinished + chunk).split('\n');
			unfinished = lines.pop() ?? '';
			for (const line of lines) onLine?.(line);
		};
		for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);

		child.once('error', reject);
		child.once('close', (code) => {
			signal?.removeEventListener('abort', end);
			if (signal?.aborted) reject(signal.reason);
			else resolve({ code, output });
		});
	});
}

/** npm as the one that started us, else the one on the PATH. */
export async function runNpm(args: string[], options: CommandOptions): Promise<Finished> {
	const started = process.env.npm_execpath;
	const script = started && /npm-cli\.c?js$/.test(started) && existsSync(started) ? started : null;
	try {
		return script
			? await runCommand(nodeProgram, [script, ...args], options)
			: await runCommand('npm', args, options);
	} catch (error) {
		if (!isMissingProgram(error)) throw error;
		throw new PlainError('npm was not found on the PATH; it is installed together with Node.js.');
	}
}

const isMissingProgram = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ENOENT';
