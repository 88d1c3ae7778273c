import type { INodeParameters } from 'n8n-workflow';

import { importCredential } from '../../../demo/n8n/credentials.ts';
import type { N8n } from '../../../demo/n8n/instance.ts';
import type { CredentialRef, WorkflowJson } from '../../../demo/n8n/workflows.ts';

/** The credential by which n8n's OpenAI model asks the one that stands in for it. */
export const standInCredential = async (n8n: N8n, url: string): Promise<CredentialRef> =>
	await importCredential(n8n, {
		name: 'Stand-in model',
		type: 'openAiApi',
		data: { apiKey: 'none', url },
	});

/** An agent whose one tool is the action node with these parameters and settings. */
export function agentWorkflow(
	openAi: CredentialRef,
	parameters: object,
	settings: object = {},
): WorkflowJson {
	const node = (name: string, type: string, typeVersion: number, form: object) => ({
		id: name,
		name,
		type,
		typeVersion,
		position: [0, 0] as [number, number],
		parameters: form as INodeParameters,
	});
	const to = (type: 'main' | 'ai_languageModel' | 'ai_tool') => ({
		[type]: [[{ node: 'Agent', type, index: 0 }]],
	});
	return {
		name: 'Agent',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node('Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, {
				promptType: 'define',
				text: 'Where is my order?',
			}),
			{
				...node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
					model: { __rl: true, mode: 'id', value: 'stand-in' },
				}),
				credentials: { openAiApi: openAi },
			},
			{ ...node('Shop', 'n8n-nodes-bigcommerce.bigCommerceTool', 1, parameters), ...settings },
		],
		connections: { Start: to('main'), Model: to('ai_languageModel'), Shop: to('ai_tool') },
	};
}
