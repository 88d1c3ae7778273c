import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { repoRoot } from './n8n/paths.ts';
import { startNode } from './n8n/workflows.ts';
import type { WorkflowJson } from './n8n/workflows.ts';

export const packageName = 'n8n-nodes-bigcommerce';

export type Example = { file: string; workflow: WorkflowJson };

/** The importable workflows, in the order of their file names. */
export async function readExamples(folder = join(repoRoot, 'examples')): Promise<Example[]> {
	const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	return await Promise.all(
		files.map(async (file) => ({
			file,
			workflow: JSON.parse(await readFile(join(folder, file), 'utf8')) as WorkflowJson,
		})),
	);
}

/** The name of the main job that the example shows, where it shows one. */
export function demoJob({ meta }: WorkflowJson): string | undefined {
	return typeof meta?.demoJob === 'string' ? meta.demoJob : undefined;
}

export const isOurs = ({ type }: { type: string }): boolean => type.startsWith(`${packageName}.`);

/** A schedule need not be waited for; our own triggers wait for an event of the store. */
export const startsByHand = (workflow: WorkflowJson): boolean => !isOurs(startNode(workflow));
