import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

import { nodeProgram } from '../../../demo/n8n/node.ts';
import type { Assignment, Report } from './work.ts';

/** Many times what the work takes; who is not done by then is stopped. */
export const LONGEST_MS = 90_000;

export const LATE = 'It was not done in time';

/** Runs a contender in a process of its own; one that takes too long has lost. */
export async function inProcess(assignment: Assignment): Promise<Report> {
	const child = spawn(
		nodeProgram,
		['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', resolve(__dirname, 'run.ts')],
		{ stdio: ['pipe', 'pipe', 'pipe'] },
	);
	const ending = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
	child.stdin.end(JSON.stringify(assignment));
	const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
	clearTimeout(ending);
	if (output) return JSON.parse(output) as Report;
	if (child.killed || complaint === '')
		return { ms: LONGEST_MS, restMemory: 0, peakMemory: 0, error: LATE };
	throw new Error(`${assignment.contender} could not be started:\n${complaint}`);
}
