import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { childEnvironment } from '../../../demo/n8n/command.ts';
import { freePorts } from '../../../demo/n8n/ports.ts';
import { until } from './sink.ts';

/** A database or a Redis of the test's own: on a free port, in a temporary folder, gone with the test. */
export type Server = { port: number; stop(): Promise<void> };

export type QueuePrograms = { redis: string; postgres: string; initdb: string };

/** Debian keeps PostgreSQL's programs off the PATH. */
const DEBIAN = '/usr/lib/postgresql';
const READY_LIMIT = 30_000;

function findProgram(name: string): string | undefined {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
	const folders = [
		...(process.env.PATH ?? '').split(delimiter),
		...versions.map((version) => join(DEBIAN, version, 'bin')),
	];
	return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** What the queue mode needs, or the names of what this machine lacks. */
export function findQueuePrograms(): QueuePrograms | string[] {
	const redis = findProgram('redis-server');
	const postgres = findProgram('postgres');
	const initdb = findProgram('initdb');
	if (redis && postgres && initdb) return { redis, postgres, initdb };
	return [...(redis ? [] : ['redis-server']), ...(postgres && initdb ? [] : ['postgresql'])];
}

type User = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root; its package brings a user for it. */
function userOfDatabase(): User {
	if (process.getuid?.() !== 0) return {};
	const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString());
	return { uid: idOf('-u'), gid: idOf('-g') };
}

export async function startPostgres({ postgres, initdb }: QueuePrograms): Promise<Server> {
	const user = userOfDatabase();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-postgres-'));
	if (user.uid !== undefined) await chown(folder, user.uid, user.gid ?? user.uid);
	const data = join(folder, 'data');
	const trusting = ['-D', data, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
	const made = spawnSync(initdb, trusting, { cwd: folder, encoding: 'utf8', ...user });
	if (made.status !== 0) throw new Error(`initdb ended with ${made.status}: ${made.stderr}`);
	const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
	return await startServer(
		postgres,
		(port) => ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
		// SIGINT: ends at once, without waiting for its clients to leave.
		{ folder, user, end: 'SIGINT' },
	);
}

export async function startRedis({ redis }: QueuePrograms): Promise<Server> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-redis-'));
	return await startServer(
		redis,
		(port) => ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
		{ folder, user: {}, end: 'SIGTERM' },
	);
}

async function startServer(
	program: string,
	args: (port: number) => string[],
	{ folder, user, end }: { folder: string; user: User; end: NodeJS.Signals },
): Promise<Server> {
	const [port = 0] = await freePorts(1);
	const child = spawn(program, args(port), {
		...{ cwd: folder, env: childEnvironment(), stdio: 'ignore' },
		...user,
	});
	const ended = once(child, 'exit');
	const killWithUs = () => child.kill('SIGKILL');
	process.once('exit', killWithUs);
	const stop = async () => {
		if (child.exitCode === null) child.kill(end);
		await ended;
		process.removeListener('exit', killWithUs);
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	};
	try {
		await until(
			async () => {
				if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
				return await answers(port);
			},
			READY_LIMIT,
			() => `${program} did not answer`,
		);
		return { port, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

const answers = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('connect', () => socket.end());
	});
