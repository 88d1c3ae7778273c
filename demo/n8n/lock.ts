import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

type LockOptions = { onProgress?: (message: string) => void; signal?: AbortSignal };

/**
 * Runs `work` while no other process does, by a file that names its owner. A lock whose owner is
 * gone (an interrupted run) is taken over.
 */
export async function whileHoldingLock<T>(
	file: string,
	{ onProgress, signal }: LockOptions,
	work: () => Promise<T>,
): Promise<T> {
	while (!(await take(file))) {
		const owner = Number(await readFile(file, 'utf8').catch(() => ''));
		if (owner && !isAlive(owner)) await rm(file, { force: true });
		else {
			onProgress?.(`waiting for another run (process ${owner}) that is doing the same`);
			await sleep(500, undefined, { signal });
		}
	}
	try {
		return await work();
	} finally {
		await rm(file, { force: true });
	}
}

async function take(file: string): Promise<boolean> {
	try {
		await writeFile(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

function isAlive(pid: number): boolean {
	if (pid === process.pid) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
