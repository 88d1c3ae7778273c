import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { N8n } from './n8n/instance.ts';
import { login } from './n8n/login.ts';
import { repoRoot } from './n8n/paths.ts';
import { rest } from './n8n/rest.ts';
import { getWorkflow, importWorkflow } from './n8n/workflows.ts';
import type { StoredWorkflow, WorkflowJson } from './n8n/workflows.ts';
import { Editor } from '../test/support/n8n/editor.ts';
import { demoJob, isOurs, packageName } from './examples.ts';

/** What the README shows and no example does. */
const more: WorkflowJson = {
	name: 'More Forms',
	nodes: [
		{
			id: 'updateMany',
			name: 'Update Variants',
			type: `${packageName}.bigCommerce`,
			typeVersion: 1,
			position: [0, 0],
			parameters: {
				resource: 'productVariant',
				operation: 'updateMany',
			},
		},
	],
	connections: {},
};

/** Whose results the README shows, too. */
const withResult = ['bigCommerce-order-getAll'];

/** A picture of every BigCommerce node's form in the running demo, for the README. */
async function takeScreenshots({ origin, folder, only }: Options): Promise<void> {
	const n8n = { origin, ...(await login(origin)) } as N8n;
	const listed = await rest<StoredWorkflow[]>(n8n, 'GET', '/workflows');
	const workflows = await Promise.all(listed.map(({ id }) => getWorkflow(n8n, id)));
	// The main jobs come first: theirs is the picture where several examples use an operation.
	workflows.sort((a, b) => Number(Boolean(demoJob(b))) - Number(Boolean(demoJob(a))));
	const credentials = workflows.flatMap(({ nodes }) => nodes).find(isOurs)?.credentials;
	const nodes = more.nodes.map((node) => ({ ...node, credentials }));
	const added = await importWorkflow(n8n, { ...more, nodes });
	const editor = await Editor.open(n8n);
	const taken = new Set<string>();
	try {
		for (const workflow of [...workflows, added]) {
			for (const node of workflow.nodes.filter(isOurs)) {
				const name = pictureName(node);
				if (taken.has(name) || !new RegExp(only).test(name)) continue;
				taken.add(name);
				await editor.openWorkflow(workflow.id);
				await editor.openNode(node.name);
				await editor.screenshot(join(folder, `${name}.png`));
				console.log(join(folder, `${name}.png`));
				if (!withResult.includes(name)) continue;
				const result = join(folder, `${name.replace(/^[^-]*/, 'result')}.png`);
				await editor.executeNode();
				await editor.screenshot(result);
				console.log(result);
			}
		}
	} finally {
		await editor.close();
		await rest(n8n, 'POST', `/workflows/${added.id}/archive`);
		await rest(n8n, 'DELETE', `/workflows/${added.id}`);
	}
}

interface Options {
	origin: string;
	folder: string;
	/** Names of pictures to take, as a regular expression. */
	only: string;
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
		only: { type: 'string', default: '.' },
	},
});
takeScreenshots(values).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	console.error(
		'Screenshots are taken from the running demo: npm start in another terminal first.',
	);
	process.exitCode = 1;
});
