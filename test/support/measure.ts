import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

import { nodeProgram } from '../../demo/n8n/node.ts';
import type { Measured, Measuring } from './measuredRun.ts';

/** Runs the node in a process of its own, so that nothing else is in the memory that is measured. */
export async function measureRun(measuring: Measuring): Promise<Measured> {
	const child = spawn(
		nodeProgram,
		[
			'--expose-gc',
			'--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
			resolve(__dirname, 'measuredRun.ts'),
			JSON.stringify(measuring),
		],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	const output = await text(child.stdout);
	if (!output) throw new Error('The run that was measured ended without an answer');
	return JSON.parse(output) as Measured;
}
