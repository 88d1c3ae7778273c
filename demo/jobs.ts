import type { IDataObject } from 'n8n-workflow';
import type { N8n } from './n8n/instance.ts';
import { listExecutions, runWorkflow, waitForExecutions } from './n8n/executions.ts';
import type { Execution } from './n8n/executions.ts';
import { errorText } from './n8n/plainError.ts';
import { activate } from './n8n/publication.ts';
import type { StoredWorkflow } from './n8n/workflows.ts';
import type { DemoStore } from './store/index.ts';
import { isOurs, packageName, startsByHand } from './examples.ts';
import { placeOrder } from './order.ts';

export type JobResult = {
	job: string;
	items: number;
	requests: number;
	milliseconds: number;
	/** Items that carry an error of their own: rows refused while the others were done. */
	refused: number;
	error?: string;
};

/** Runs one job as its trigger asks for it, and notes what it took. */
export async function runJob(
	n8n: N8n,
	store: DemoStore,
	job: string,
	workflow: StoredWorkflow,
): Promise<JobResult> {
	const requestsBefore = requestsOfPackage(store);
	const began = performance.now();
	const took = () => ({
		requests: requestsOfPackage(store) - requestsBefore,
		milliseconds: performance.now() - began,
	});
	try {
		const execution = startsByHand(workflow)
			? await runWorkflow(n8n, workflow.id)
			: await runByEvent(n8n, store, workflow);
		const failure = execution.error?.message ?? `n8n ended it as "${execution.status}"`;
		const given = givenOut(execution, workflow);
		return {
			job,
			items: given.length,
			refused: given.filter((item) => item.error).length,
			...took(),
			...(execution.status !== 'success' && { error: failure }),
		};
	} catch (error) {
		return { job, items: 0, refused: 0, ...took(), error: errorText(error) };
	}
}

async function runByEvent(n8n: N8n, store: DemoStore, { id }: StoredWorkflow): Promise<Execution> {
	await activate(n8n, id);
	const { length: earlier } = await listExecutions(n8n, id);
	await placeOrder(store);
	const [execution] = await waitForExecutions(n8n, id, earlier + 1);
	if (!execution) throw new Error('The event started no execution');
	return execution;
}

/** What the package itself gave out: the items of the last of its nodes that ran. */
function givenOut({ items }: Execution, { nodes }: StoredWorkflow): IDataObject[] {
	const ours = new Set(nodes.filter(isOurs).map(({ name }) => name));
	const last = Object.keys(items)
		.filter((name) => ours.has(name))
		.at(-1);
	return last ? (items[last] ?? []) : [];
}

/** The shop's customer sends requests too; those of the package bear its name. */
const requestsOfPackage = ({ exchanges }: DemoStore): number =>
	exchanges.filter(({ requestHeaders }) => requestHeaders['user-agent']?.startsWith(packageName))
		.length;
