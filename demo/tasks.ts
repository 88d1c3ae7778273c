import type { ListrTask } from 'listr2';
import { keepCredential } from './n8n/credentials.ts';
import { ensureN8n, isReady } from './n8n/install.ts';
import { startN8n } from './n8n/instance.ts';
import type { N8n } from './n8n/instance.ts';
import { installPackage, pack } from './n8n/package.ts';
import { PlainError } from './n8n/plainError.ts';
import { activate, deactivate } from './n8n/publication.ts';
import { getWorkflow, importWorkflow, keptWorkflows, withCredential } from './n8n/workflows.ts';
import type { StoredWorkflow } from './n8n/workflows.ts';
import { startDemoStore } from './store/index.ts';
import type { DemoStore } from './store/index.ts';
import type { StartArguments } from './arguments.ts';
import type { Closing } from './closing.ts';
import { demoJob, packageName, readExamples, startsByHand } from './examples.ts';
import { openDemoFolder } from './demoFolder.ts';
import { runJob } from './jobs.ts';
import type { JobResult } from './jobs.ts';

/** What the steps hand on to each other. */
export type Demo = {
	arguments: StartArguments;
	closing: Closing;
	signal: AbortSignal;
	tarball?: string;
	userFolder?: string;
	store?: DemoStore;
	n8n?: N8n;
	workflows: StoredWorkflow[];
	results: JobResult[];
};

/** BigCommerce delivers to https alone, so n8n calls itself this and the demo store knows better. */
const publicOrigin = 'https://n8n.demo.example';

export const tasks: Array<ListrTask<Demo>> = [
	{
		title: 'Build the package',
		task: async (demo) => {
			demo.tarball = await pack({ signal: demo.signal });
		},
	},
	{
		title: 'Install n8n (once, about 3 minutes)',
		skip: async () => (await isReady()) && 'n8n is installed',
		task: async ({ signal }, task) => {
			await ensureN8n({ signal, onProgress: paced((line) => (task.output = line)) });
		},
	},
	{
		title: 'Start the demo store',
		task: async (demo, task) => {
			const { userFolder, storePort } = await openDemoFolder(demo.arguments);
			demo.userFolder = userFolder;
			const hosts = { [publicOrigin]: `http://127.0.0.1:${demo.arguments.port}` };
			const store = await startDemoStore({ hosts, port: storePort });
			demo.store = store;
			demo.closing.add(() => store.stop());
			task.title = `Demo store at ${store.origin}`;
		},
	},
	{
		title: 'Start n8n with the package installed',
		task: async (demo, task) => {
			const { port } = demo.arguments;
			const userFolder = present(demo.userFolder);
			await installPackage(userFolder, present(demo.tarball), demo.signal);
			const webhookUrl = `${publicOrigin}/`;
			const n8n = await startN8n({
				...{ userFolder, port, webhookUrl, signal: demo.signal },
				ownGroup: true,
			});
			demo.n8n = n8n;
			demo.closing.add(() => n8n.stop());
			task.title = `n8n at ${n8n.origin}`;
		},
	},
	{
		title: 'Load the demo credential and the example workflows',
		task: async (demo, task) => {
			const n8n = present(demo.n8n);
			const credential = await keepCredential(n8n, {
				name: 'BigCommerce demo store',
				type: 'bigCommerceApi',
				data: { ...present(demo.store).credential },
			});
			const kept = await keptWorkflows(n8n);
			// The store is a new one each time, and has none of the webhooks of what was published.
			for (const { id } of kept.filter(({ active }) => active)) {
				await deactivate(n8n, id);
				await activate(n8n, id);
			}
			for (const { workflow } of await readExamples()) {
				const ready = withCredential(workflow, packageName, credential);
				const id = kept.find(({ name }) => name === workflow.name)?.id;
				demo.workflows.push(await (id ? getWorkflow(n8n, id) : importWorkflow(n8n, ready)));
			}
			task.title = `Demo credential and ${demo.workflows.length} example workflows loaded${kept.length > 0 ? ', beside what was kept of the last time (--reset starts over)' : ''}`;
		},
	},
	{
		title: 'Run the main jobs',
		task: (demo, task) =>
			task.newListr<Demo>(byHandFirst(demo.workflows).flatMap(jobTask), { exitOnError: false }),
	},
];

function jobTask(workflow: StoredWorkflow): Array<ListrTask<Demo>> {
	const job = demoJob(workflow);
	if (!job) return [];
	const run: ListrTask<Demo>['task'] = async (demo) => {
		const result = await runJob(present(demo.n8n), present(demo.store), job, workflow);
		demo.results.push(result);
		if (result.error) throw new PlainError(`${job}: ${result.error}`);
	};
	return [{ title: job, task: run }];
}

/** What waits for an event comes last: it stays published while the editor is open. */
const byHandFirst = (workflows: StoredWorkflow[]): StoredWorkflow[] => [
	...workflows.filter(startsByHand),
	...workflows.filter((workflow) => !startsByHand(workflow)),
];

function present<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('A step of the demo ran before the one it needs');
	return value;
}

/** A terminal shows progress in place; where lines are only added (a log), one in 15 s is enough. */
function paced(show: (line: string) => void): (line: string) => void {
	let next = 0;
	return (line) => {
		if (!process.stdout.isTTY && Date.now() < next) return;
		next = Date.now() + 15_000;
		show(line);
	};
}
