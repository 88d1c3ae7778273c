import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from './paths.ts';

const oldestForN8n = 24;
const ownFolder = join(repoRoot, 'node_modules', 'node');

const majorOf = (version: string): number => Number(version.split('.')[0]);

const runningMajor = majorOf(process.versions.node);

/**
 * The Node that runs n8n. Whatever npm starts runs on the project's own Node already; started in
 * another way (from an editor, say) this process may be too old for n8n.
 */
export const nodeProgram =
	runningMajor >= oldestForN8n
		? process.execPath
		: join(ownFolder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

export function nodeMajor(): number {
	if (nodeProgram === process.execPath) return runningMajor;
	const manifest = readFileSync(join(ownFolder, 'package.json'), 'utf8');
	return majorOf((JSON.parse(manifest) as { version: string }).version);
}
