import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core writes its instance key there when it is first asked for it.
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-core-'));
process.env.N8N_LOG_LEVEL ??= 'silent';

import {
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { BigCommerceApi } from '../../credentials/BigCommerceApi.credentials';

export interface NodeSetting {
	parameters: INodeParameters;
	onError?: INode['onError'];
	name?: string;
	id?: string;
	/** Names the workflow whose processed items are remembered. */
	workflowId?: string;
	webhookId?: string;
	staticData?: object;
}

/** Fills in what the form would: n8n itself does this before it runs a node. */
export function asNode(
	type: INodeType,
	{ parameters, onError, name = 'BigCommerce', id = 'node-1', webhookId }: NodeSetting,
): INode {
	const { description } = type;
	const node: INode = {
		id,
		name,
		type: `n8n-nodes-bigcommerce.${description.name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		onError,
		webhookId,
		credentials: { bigCommerceApi: { id: '1', name: 'BigCommerce' } },
	};
	node.parameters =
		NodeHelpers.getNodeParameters(
			description.properties,
			parameters,
			true,
			false,
			node,
			description,
		) ?? {};
	return node;
}

export function asWorkflow(
	type: INodeType,
	node: INode,
	{ workflowId = 'workflow-1', staticData }: NodeSetting,
): Workflow {
	const nodeTypes: INodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => type,
		getKnownTypes: () => ({}),
	};
	return new Workflow({
		id: workflowId,
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
		staticData: staticData as never,
	});
}

/** The part of n8n that hands out credentials; the credential type's own `authenticate` is what adds the token. */
export function additionalData(credential: object): IWorkflowExecuteAdditionalData {
	const type = new BigCommerceApi();
	const helper: Partial<ICredentialsHelper> = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getDecrypted: async () => credential as ICredentialDataDecryptedObject,
		preAuthentication: async () => undefined,
		authenticate: async (data, _name, request) =>
			await type.authenticate(data, request as IHttpRequestOptions),
		getCredentialsProperties: () => type.properties,
	};
	return {
		credentialsHelper: helper,
		restApiUrl: 'http://localhost/rest',
		webhookBaseUrl: 'https://n8n.example.com/webhook',
		webhookTestBaseUrl: 'https://n8n.example.com/webhook-test',
		webhookWaitingBaseUrl: 'https://n8n.example.com/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		instanceBaseUrl: 'http://localhost/',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
