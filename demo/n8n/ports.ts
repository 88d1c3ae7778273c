import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { PlainError } from './plainError.ts';

const host = '127.0.0.1';

/** Ports that were free a moment ago; asked for together, so that no two are the same. */
export async function freePorts(count: number): Promise<number[]> {
	const held = await Promise.all(Array.from({ length: count }, () => listen(0)));
	const ports = held.map((server) => (server.address() as AddressInfo).port);
	await Promise.all(held.map(close));
	return ports;
}

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
