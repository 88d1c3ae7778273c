import { randomBytes } from 'crypto';
import type { IDataObject, IHookFunctions, INodeType } from 'n8n-workflow';

import type { Client } from '../../api/client';
import { connect } from '../../operation/connect';
import { InputError } from '../../api/inputError';
import { toNodeError } from '../../operation/errors';
import { reachableAddress } from '../../store/webhooks/destination';
import { areInPlace, bringInLine, removeAll } from '../../store/webhooks/hooks';
import { optionsOf } from './triggerOptions';
import { scopesOf } from './wantedScopes';
import type { Secrets } from './verify';

/** What n8n keeps for the node while the workflow is published (and, apart from it, while the editor listens). */
export interface HookMemory extends IDataObject, Secrets {
	/** By scope. */
	hookIds?: Record<string, number>;
}

export const memoryOf = (context: Pick<IHookFunctions, 'getWorkflowStaticData'>) =>
	context.getWorkflowStaticData('node') as HookMemory;

interface HookPlan {
	client: Client;
	destination: string;
	scopes: string[];
}

/** Everything that can be told before a request is sent. */
async function plan(hook: IHookFunctions): Promise<HookPlan> {
	const scopes = scopesOf(hook);
	const destination = reachableAddress(hook.getNodeWebhookUrl('default'));
	const { client, credential } = await connect(hook, hook.getNodeParameter('authentication'));
	if (optionsOf(hook).requireSignature && !credential.clientSecret?.trim()) {
		throw new InputError(
			"'Require Signature' is on, and the credential holds no Client Secret to check signatures with",
			"Fill in the Client Secret of the credential, or switch 'Require Signature' off.",
		);
	}
	return { client, destination, scopes };
}

const withNodeErrors = <Result>(work: (hook: IHookFunctions) => Promise<Result>) =>
	async function (this: IHookFunctions): Promise<Result> {
		try {
			return await work(this);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};

export const webhookMethods: NonNullable<INodeType['webhookMethods']> = {
	default: {
		/**
		 * Asked when a workflow is published, by n8n 1 at each of its starts too: a hook that BigCommerce has switched off
		 * meanwhile counts as missing.
		 */
		checkExists: withNodeErrors(async (hook) => {
			const { client, destination, scopes } = await plan(hook);
			const { secret } = memoryOf(hook);
			return secret !== undefined && (await areInPlace(client, { destination, scopes, secret }));
		}),

		/** A secret that n8n has lost is replaced on all hooks, and accepted for a while. Unpublishing draws a new one. */
		create: withNodeErrors(async (hook) => {
			const { client, destination, scopes } = await plan(hook);
			const memory = memoryOf(hook);
			const secret = memory.secret ?? randomBytes(32).toString('hex');
			const { hookIds, formerSecret } = await bringInLine(client, { destination, scopes, secret });
			if (formerSecret !== undefined) {
				memory.previousSecret = formerSecret;
				memory.rotatedAt = Date.now();
			}
			memory.hookIds = hookIds;
			memory.secret = secret;
			return true;
		}),

		/** Finds the hooks by their address, so that none stays behind that n8n does not remember. */
		delete: withNodeErrors(async (hook) => {
			const destination = hook.getNodeWebhookUrl('default');
			const { client } = await connect(hook, hook.getNodeParameter('authentication'));
			if (destination && URL.canParse(destination))
				await removeAll(client, new URL(destination).href);
			const memory = memoryOf(hook);
			delete memory.secret;
			delete memory.previousSecret;
			delete memory.rotatedAt;
			delete memory.hookIds;
			return true;
		}),
	},
};
