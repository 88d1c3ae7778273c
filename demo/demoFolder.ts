import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './n8n/paths.ts';
import { freePorts, isFree } from './n8n/ports.ts';

export type DemoFolder = {
	userFolder: string;
	/** The same each time, so that the credential and the published workflows find the demo store again. */
	storePort: number;
};

/** Where the demo's n8n keeps what was built in it: a folder for each port of the editor. */
export async function openDemoFolder({
	port,
	reset,
}: {
	port: number;
	reset: boolean;
}): Promise<DemoFolder> {
	const userFolder = join(cacheFolder, `demo-${port}`);
	if (reset) await rm(userFolder, { recursive: true, force: true, maxRetries: 3 });
	// The package is installed anew each time: it may have changed.
	await rm(join(userFolder, '.n8n', 'nodes'), { recursive: true, force: true, maxRetries: 3 });
	await mkdir(userFolder, { recursive: true });
	const portFile = join(userFolder, 'store-port');
	const kept = Number(await readFile(portFile, 'utf8').catch(() => ''));
	const [other = 0] = await freePorts(1);
	const storePort = kept > 0 && (await isFree(kept)) ? kept : other;
	await writeFile(portFile, String(storePort));
	return { userFolder, storePort };
}
