import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { N8n } from './n8n/instance.ts';
import { login } from './n8n/login.ts';
import { repoRoot } from './n8n/paths.ts';
import { rest } from './n8n/rest.ts';
import { getWorkflow } from './n8n/workflows.ts';
import type { StoredWorkflow } from './n8n/workflows.ts';
import { Editor } from '../test/support/n8n/editor.ts';
import { demoJob, isOurs } from './examples.ts';

/** A picture of every BigCommerce node's form in the running demo, for the README. */
async function takeScreenshots(origin: string, folder: string): Promise<void> {
	const n8n = { origin, ...(await login(origin)) } as N8n;
	const listed = await rest<StoredWorkflow[]>(n8n, 'GET', '/workflows');
	const workflows = await Promise.all(listed.map(({ id }) => getWorkflow(n8n, id)));
	// The main jobs come first: theirs is the picture where several examples use an operation.
	workflows.sort((a, b) => Number(Boolean(demoJob(b))) - Number(Boolean(demoJob(a))));
	const editor = await Editor.open(n8n);
	const taken = new Set<string>();
	try {
		for (const { id, nodes } of workflows) {
			for (const node of nodes.filter(isOurs)) {
				const name = pictureName(node);
				if (taken.has(name)) continue;
				taken.add(name);
				await editor.openWorkflow(id);
				await editor.openNode(node.name);
				await editor.screenshot(join(folder, `${name}.png`));
				console.log(join(folder, `${name}.png`));
			}
		}
	} finally {
		await editor.close();
	}
}

/** One picture for each operation that the examples use, e.g. `bigCommerce-order-getAll`. */
function pictureName({ type, parameters }: StoredWorkflow['nodes'][number]): string {
	const parts = [type.split('.').at(-1), parameters.resource, parameters.operation];
	return parts.filter(Boolean).join('-');
}

const { values } = parseArgs({
	options: {
		origin: { type: 'string', default: 'http://127.0.0.1:5678' },
		folder: { type: 'string', default: join(repoRoot, 'docs', 'images') },
	},
});
takeScreenshots(values.origin, values.folder).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	console.error(
		'Screenshots are taken from the running demo: npm start in another terminal first.',
	);
	process.exitCode = 1;
});
