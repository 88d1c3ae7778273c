import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { PlainError } from './plainError.ts';

const host = '127.0.0.1';

/**
 * Below the ports that systems hand out by themselves: one of those could go to some outgoing connection between being
 * found free and being listened on, seconds later.
 */
const LOWEST = 15_000;
const HIGHEST = 31_999;

/** Found free before: another part of this process is about to use them. */
const given = new Set<number>();

/** Ports that were free a moment ago, each given once. */
export async function freePorts(count: number): Promise<number[]> {
	const ports: number[] = [];
	while (ports.length < count) {
		const port = randomInt(LOWEST, HIGHEST + 1);
		if (given.has(port) || !(await isFree(port))) continue;
		given.add(port);
		ports.push(port);
	}
	return ports;
}

export const isFree = (port: number): Promise<boolean> =>
	listen(port).then(
		async (server) => {
			await close(server);
			return true;
		},
		() => false,
	);

/** Says so in a sentence where another program listens on the port already. */
export async function requireFreePort(port: number): Promise<void> {
	try {
		await close(await listen(port));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : '';
		if (code === 'EADDRINUSE') throw portIsTaken(port);
		if (code === 'EACCES') {
			throw new PlainError(`Port ${port} may not be opened by this user; name another by --port.`);
		}
		throw error;
	}
}

export const portIsTaken = (port: number): PlainError =>
	new PlainError(
		`Port ${port} is taken by another program; name another one, e.g. npm start -- --port ${port + 1}.`,
	);

type Server = ReturnType<typeof createServer>;

function listen(port: number): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(port, host, () => resolve(server));
	});
}

const close = (server: Server): Promise<void> =>
	new Promise((resolve) => server.close(() => resolve()));
