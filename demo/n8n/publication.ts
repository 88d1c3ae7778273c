import { setTimeout as sleep } from 'node:timers/promises';
import type { N8n } from './instance.ts';
import { isOldestN8n } from './paths.ts';
import { rest } from './rest.ts';
import { getWorkflow } from './workflows.ts';

type Publication = {
	status: 'in_progress' | 'published' | 'not_published' | 'partial' | 'failed';
	triggers: Array<{ nodeId: string; status: string; errorMessage?: string | null }>;
};

const limit = 60_000;

/** Publishes the workflow as it stands: its triggers are registered when this returns. */
export async function activate(n8n: N8n, id: string): Promise<void> {
	const { versionId } = await getWorkflow(n8n, id);
	const version = { versionId, name: 'Published', description: '' };
	await rest(n8n, 'POST', `/workflows/${id}/activate`, version);
	const { status, triggers } = await settled(n8n, id, (now) => now !== 'not_published');
	if (status === 'published') return;
	const reasons = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
	throw new Error(reasons.join('; ') || `n8n published the workflow as "${status}"`);
}

/** Takes the workflow's triggers down again. */
export async function deactivate(n8n: N8n, id: string): Promise<void> {
	await rest(n8n, 'POST', `/workflows/${id}/deactivate`, {});
	await settled(n8n, id, (now) => now === 'not_published');
}

/** n8n registers and removes triggers after it has answered; its status says when that is done. */
async function settled(
	n8n: N8n,
	id: string,
	isEnd: (status: Publication['status']) => boolean,
): Promise<Publication> {
	// n8n 1 answers when it is done.
	if (isOldestN8n) return { status: 'published', triggers: [] };
	const deadline = Date.now() + limit;
	for (;;) {
		const now = await rest<Publication>(n8n, 'GET', `/workflows/${id}/publication-status`);
		if (now.status !== 'in_progress' && isEnd(now.status)) return now;
		if (Date.now() > deadline) {
			throw new Error(`The workflow's triggers were still ${now.status} after ${limit / 1000} s`);
		}
		await sleep(100);
	}
}
