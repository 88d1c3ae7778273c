import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runNpm } from '../../../demo/n8n/command.ts';
import { cacheFolder } from '../../../demo/n8n/paths.ts';

/** The packages beside which this one is measured, each at the version that was looked into. */
export const versions = {
	'@aligent/bigcommerce-api': '1.1.1',
	'bigcommerce-client': '1.4.0',
	'bigcommerce-api-client': '0.7.19',
	'node-bigcommerce': '4.1.0',
};

/** Installs them once below the git-ignored cache, without their install scripts; answers the folder. */
export async function ensurePackages(): Promise<string> {
	const folder = join(cacheFolder, 'bench-packages');
	const stamp = join(folder, `${Object.values(versions).join('_')}.installed`);
	if (existsSync(stamp)) return folder;
	await mkdir(folder, { recursive: true });
	const manifest = { private: true, dependencies: versions };
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest, undefined, '\t'));
	const { code, output } = await runNpm(
		['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress'],
		{ cwd: folder },
	);
	if (code !== 0) throw new Error(`The packages of the bench could not be installed:\n${output}`);
	await writeFile(stamp, '');
	return folder;
}
