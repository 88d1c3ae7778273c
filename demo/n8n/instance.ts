import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { AxiosInstance } from 'axios';
import { n8nEnvironment } from './environment.ts';
import { login } from './login.ts';
import type { Login } from './login.ts';
import { PlainError, lastLines } from './plainError.ts';
import { freePorts, portIsTaken } from './ports.ts';
import { startProcess } from './process.ts';

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
	/** Ends it at once, as a power cut would. */
	kill(): Promise<void>;
};

const startLimit = 180_000;

/** Starts an n8n on SQLite in `userFolder`, makes its owner and signs in. */
export async function startN8n(options: N8nOptions): Promise<N8n> {
	const { userFolder, webhookUrl, env, log, signal, ownGroup } = options;
	const [freePort = 0, brokerPort = 0] = await freePorts(2);
	const port = options.port ?? freePort;
	const origin = `http://127.0.0.1:${port}`;
	const logFile = join(userFolder, 'n8n.log');
	await mkdir(userFolder, { recursive: true });

	const { ended, stop, kill } = startProcess({
		cwd: userFolder,
		env: n8nEnvironment({ userFolder, port, brokerPort, origin, webhookUrl }, env),
		...{ logFile, log, ownGroup },
	});

	const waiting = new AbortController();
	const anyEnd = AbortSignal.any([waiting.signal, ...(signal ? [signal] : [])]);
	try {
		await Promise.race([
			waitUntilReady(origin, anyEnd),
			ended.then(() => diedEarly(logFile, port)),
		]);
		const session = await login(origin);
		return { origin, userFolder, logFile, ...session, stop, kill };
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
export async function waitUntilReady(origin: string, signal: AbortSignal): Promise<void> {
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
