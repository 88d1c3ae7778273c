import type { INode } from 'n8n-workflow';

import { importCredential } from '../../../demo/n8n/credentials.ts';
import type { N8n } from '../../../demo/n8n/instance.ts';
import {
	withCredential,
	type CredentialRef,
	type WorkflowJson,
} from '../../../demo/n8n/workflows.ts';
import { chain, node, start } from './nodes.ts';

/** The credential by which n8n's OpenAI model asks the one that stands in for it. */
export const standInCredential = async (n8n: N8n, url: string): Promise<CredentialRef> =>
	await importCredential(n8n, {
		name: 'Stand-in model',
		type: 'openAiApi',
		data: { apiKey: 'none', url },
	});

/** An agent whose one tool is the action node with these parameters and settings. */
export function agentWorkflow(
	{ openAi, shop }: { openAi: CredentialRef; shop: CredentialRef },
	parameters: object,
	settings: Partial<INode> = {},
): WorkflowJson {
	const agent = node(
		'Agent',
		'@n8n/n8n-nodes-langchain.agent',
		{ promptType: 'define', text: 'Where is my order?' },
		{ typeVersion: 3.1 },
	);
	const model = node(
		'Model',
		'@n8n/n8n-nodes-langchain.lmChatOpenAi',
		{ model: { __rl: true, mode: 'id', value: 'stand-in' } },
		{ typeVersion: 1.2, position: [150, 200], credentials: { openAiApi: openAi } },
	);
	const tool = node('Shop', 'n8n-nodes-bigcommerce.bigCommerceTool', parameters, {
		position: [350, 200],
		...settings,
	});
	const { connections, ...workflow } = chain(shop, [start, agent]);
	const to = (type: 'ai_languageModel' | 'ai_tool') => ({
		[type]: [[{ node: 'Agent', type, index: 0 }]],
	});
	return withCredential(
		{
			...workflow,
			nodes: [...workflow.nodes, model, tool],
			connections: { ...connections, Model: to('ai_languageModel'), Shop: to('ai_tool') },
		},
		'n8n-nodes-bigcommerce',
		shop,
	);
}
