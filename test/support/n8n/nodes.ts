import type { INode } from 'n8n-workflow';

import { runWorkflow } from '../../../demo/n8n/executions.ts';
import {
	withCredential,
	type CredentialRef,
	type WorkflowJson,
} from '../../../demo/n8n/workflows.ts';
import type { Suite } from './suite.ts';

export const node = (
	name: string,
	type: string,
	parameters: object,
	more: Partial<INode> = {},
): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: parameters as INode['parameters'],
	...more,
});

export const start = node('Start', 'n8n-nodes-base.manualTrigger', {});

export const ours = (parameters: object, more: Partial<INode> = {}) =>
	node('BigCommerce', 'n8n-nodes-bigcommerce.bigCommerce', parameters, more);

export const dataTable = (parameters: object) =>
	node('Table', 'n8n-nodes-base.dataTable', parameters, { typeVersion: 1.1 });

/** The nodes one after the other, side by side in the editor. */
export function chain(credential: CredentialRef, nodes: readonly INode[]): WorkflowJson {
	const connections: WorkflowJson['connections'] = {};
	for (const [index, { name }] of nodes.slice(0, -1).entries()) {
		connections[name] = {
			main: [[{ node: nodes[index + 1]?.name ?? '', type: 'main', index: 0 }]],
		};
	}
	const placed = nodes.map((one, column): INode => ({ ...one, position: [column * 250, 0] }));
	return withCredential(
		{ name: 'Chain', nodes: placed, connections },
		'n8n-nodes-bigcommerce',
		credential,
	);
}

/** Runs one node by hand and answers its items. */
export async function itemsOf({ n8n, credential }: Suite, one: INode) {
	const { items, error } = await runWorkflow(n8n, chain(credential, [start, one]));
	expect(error).toBeUndefined();
	return items[one.name] ?? [];
}
