import type { IConnections, INode } from 'n8n-workflow';
import type { N8n } from './instance.ts';
import { rest } from './rest.ts';

/** A workflow as the editor exports it. */
export type WorkflowJson = {
	id?: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: object;
	meta?: Record<string, unknown>;
};

export type StoredWorkflow = WorkflowJson & { id: string; versionId: string; active: boolean };

export type CredentialRef = { id: string; name: string; type: string };

export const importWorkflow = (n8n: N8n, workflow: WorkflowJson): Promise<StoredWorkflow> =>
	rest(n8n, 'POST', '/workflows', {
		active: false,
		...workflow,
		settings: { executionOrder: 'v1', ...workflow.settings },
	});

type ListedWorkflow = { id: string; name: string; active: boolean };

export const keptWorkflows = (n8n: N8n): Promise<ListedWorkflow[]> =>
	rest(n8n, 'GET', '/workflows');

export const getWorkflow = (n8n: N8n, id: string): Promise<StoredWorkflow> =>
	rest(n8n, 'GET', `/workflows/${id}`);

/** Calls the production webhook of a trigger, as a service would. */
export async function callWebhook(
	n8n: N8n,
	workflow: WorkflowJson,
	body: unknown,
	{ headers = {}, path = 'webhook' }: { headers?: Record<string, string>; path?: string } = {},
): Promise<{ status: number; data: unknown }> {
	const trigger = workflow.nodes.find(({ webhookId }) => webhookId);
	if (!trigger) throw new Error(`The workflow "${workflow.name}" has no node with a webhook`);
	const url = `/webhook/${trigger.webhookId}/${path}`;
	const { status, data } = await n8n.api.post<unknown>(url, body, { headers });
	return { status, data };
}

/** Exported workflows name no credential: the given one goes to every node of the given package. */
export function withCredential(
	workflow: WorkflowJson,
	packageName: string,
	{ id, name, type }: CredentialRef,
): WorkflowJson {
	const nodes = workflow.nodes.map((node) =>
		node.type.startsWith(`${packageName}.`)
			? { ...node, credentials: { ...node.credentials, [type]: { id, name } } }
			: node,
	);
	return { ...workflow, nodes };
}

export const startNode = ({ name, nodes }: WorkflowJson): INode => {
	const trigger = nodes.find(({ type, disabled }) => !disabled && /trigger$/i.test(type));
	if (!trigger) throw new Error(`The workflow "${name}" has no trigger to start from`);
	return trigger;
};
