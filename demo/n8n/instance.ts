import { mkdir, readFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { AxiosInstance } from 'axios';
import { n8nEnvironment } from './environment.ts';
import { login } from './login.ts';
import type { Login } from './login.ts';
import { nodeProgram } from './node.ts';
import { n8nProgram } from './paths.ts';
import { PlainError, lastLines } from './plainError.ts';
import { freePorts, portIsTaken } from './ports.ts';

export type N8nOptions = {
	userFolder: string;
	port?: number;
	webhookUrl?: string;
	env?: NodeJS.ProcessEnv;
	log?: (line: string) => void;
	signal?: AbortSignal;
	/**
	 * Set by a caller that answers Ctrl-C itself: n8n gets a process group of its own, so that the key
	 * reaches the caller alone. Otherwise Ctrl-C ends n8n together with whoever started it.
	 */
	ownGroup?: boolean;
};

export type N8n = {
	origin: string;
	userFolder: string;
	logFile: string;
	login: Login;
	/** Signed in as the owner; answers of any status are returned, never thrown. */
	api: AxiosInstance;
	stop(): Promise<void>;
};

const startLimit = 180_000;
const stopLimit = 10_000;

/** Starts an n8n on SQLite in `userFolder`, makes its owner and signs in. */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	const { userFolder, webhookUrl, env, log, signal } = options;
	const ownGroup = Boolean(options.ownGroup) && process.platform !== 'win32';
	const [freePort = 0, brokerPort = 0] = await freePorts(2);
	const port = options.port ?? freePort;
	const origin = `http://127.0.0.1:${port}`;
	const logFile = join(userFolder, 'n8n.log');
	await mkdir(userFolder, { recursive: true });

	const child = spawn(nodeProgram, [n8nProgram, 'start'], {
		cwd: userFolder,
		env: n8nEnvironment({ userFolder, port, brokerPort, origin, webhookUrl }, env),
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
	const ended = new Promise<void>((resolve) => child.once('close', () => file.end(resolve)));
	const killWithUs = () => kill(child, 'SIGKILL', ownGroup);
	process.once('exit', killWithUs);

	const stop = async () => {
		kill(child, 'SIGTERM');
		const impatient = setTimeout(killWithUs, stopLimit);
		await ended;
		clearTimeout(impatient);
		process.removeListener('exit', killWithUs);
	};

	const waiting = new AbortController();
	const anyEnd = AbortSignal.any([waiting.signal, ...(signal ? [signal] : [])]);
	try {
		await Promise.race([
			waitUntilReady(origin, anyEnd),
			ended.then(() => diedEarly(logFile, port)),
		]);
		const session = await login(origin);
		return { origin, userFolder, logFile, ...session, stop };
	} catch (error) {
		await stop();
		throw error;
	} finally {
		waiting.abort();
	}
}

/**
 * `/healthz` answers before the REST API does, and while n8n migrates its database it answers every
 * address with a page that asks to wait: only settings in JSON say that it is ready.
 */
async function waitUntilReady(origin: string, signal: AbortSignal): Promise<void> {
	const client = axios.create({ baseURL: origin, proxy: false, timeout: 5_000 });
	const deadline = Date.now() + startLimit;
	while (Date.now() < deadline) {
		const answer = await client.get<unknown>('/rest/settings').catch(() => undefined);
		if (typeof answer?.data === 'object') return;
		await sleep(100, undefined, { signal });
	}
	throw new PlainError(`n8n was not ready after ${startLimit / 1000} s.`);
}

async function diedEarly(logFile: string, port: number): Promise<never> {
	const said = await readFile(logFile, 'utf8').catch(() => '');
	if (new RegExp(`port ${port} is already in use|EADDRINUSE.*:${port}\\b`, 'i').test(said)) {
		throw portIsTaken(port);
	}
	throw new PlainError(
		`n8n ended before it was ready; its log is ${logFile}.`,
		lastLines(said, 20),
	);
}

function kill(child: ChildProcess, signal: NodeJS.Signals, group = false): void {
	if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
	// Asked to end, n8n ends its task runner itself; a forced end has to reach both.
	if (group) process.kill(-child.pid, signal);
	else child.kill(signal);
}
