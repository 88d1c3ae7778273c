import { additionalData, asNode, asWorkflow, type NodeSetting } from './n8nCore';
import { ExecuteContext, LoadOptionsContext } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	type IBinaryKeyData,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodePropertyOptions,
	type NodeExecutionHint,
} from 'n8n-workflow';

import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { useProcessedItems } from './memory';

export interface NodeRun extends Omit<NodeSetting, 'parameters'> {
	/** Input items' json; one empty item without it, as after a manual trigger. */
	items?: object[];
	/** The files that each of the items carries. */
	files?: IBinaryKeyData;
	signal?: AbortSignal;
	hints?: NodeExecutionHint[];
	/** Names the execution; n8n keeps it when it tries the node once more. */
	executionId?: string;
	/** How often the node ran before in this execution, as in a loop. */
	runIndex?: number;
	/** Told what the node says to the editor while it works. */
	onMessage?: (message: string) => void;
}

const type = new BigCommerce();

/** n8n sends what a node says to the browser's console. */
const telling = (tell: (message: string) => void) => (_type: string, data: unknown) =>
	(data as { messages: string[] }).messages.forEach((message) => tell(message));

/** Runs the action node in process on the real n8n-core and answers its output items. */
export async function runNode(
	credential: object,
	parameters: Record<string, unknown>,
	{ items = [{}], files, ...setting }: NodeRun = {},
): Promise<INodeExecutionData[]> {
	const input = items.map((json, item): INodeExecutionData => ({
		json: json as IDataObject,
		pairedItem: { item },
		...(files && { binary: files }),
	}));
	return await runItems(credential, parameters, input, setting);
}

/** The same for items that are whole already. */
export async function runItems(
	credential: object,
	parameters: Record<string, unknown>,
	input: INodeExecutionData[],
	{
		signal,
		hints,
		executionId,
		runIndex = 0,
		onMessage,
		...setting
	}: Omit<NodeRun, 'items' | 'files'> = {},
): Promise<INodeExecutionData[]> {
	await useProcessedItems();
	const given: NodeSetting = { ...setting, parameters: parameters as NodeSetting['parameters'] };
	const node = asNode(type, given);
	const context = new ExecuteContext(
		asWorkflow(type, node, given),
		node,
		{
			...additionalData(credential),
			executionId,
			...(onMessage && { sendDataToUI: telling(onMessage) }),
		},
		'manual',
		createEmptyRunExecutionData(),
		runIndex,
		input,
		{ main: [input] },
		{ node, data: { main: [input] }, source: null },
		[],
		signal,
	);
	try {
		const [output = []] = await type.execute.call(context);
		return output;
	} finally {
		hints?.push(...context.hints);
	}
}

/** The output items' json alone. */
export const runForJson = async (...run: Parameters<typeof runNode>) =>
	(await runNode(...run)).map(({ json }) => json);

const loadContext = (credential: object, parameters: NodeSetting['parameters'] = {}) => {
	const node = asNode(type, { parameters });
	return new LoadOptionsContext(
		asWorkflow(type, node, { parameters }),
		node,
		{ ...additionalData(credential), currentNodeParameters: node.parameters },
		'',
	) as unknown as ILoadOptionsFunctions;
};

/** n8n's own log: one for all contexts. */
export const n8nLog = () => loadContext({}).logger;

export const loadOptions = async (
	credential: object,
	method: keyof BigCommerce['methods']['loadOptions'],
): Promise<INodePropertyOptions[]> =>
	await type.methods.loadOptions[method].call(loadContext(credential));

export const searchList = async (
	credential: object,
	method: keyof BigCommerce['methods']['listSearch'],
	filter?: string,
	page?: string,
	/** What the form holds already, for pickers that depend on it. */
	parameters: object = {},
): Promise<INodeListSearchResult> =>
	await type.methods.listSearch[method].call(
		loadContext(credential, parameters as NodeSetting['parameters']),
		filter,
		page,
	);
