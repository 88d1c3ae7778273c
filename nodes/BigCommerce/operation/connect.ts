import type { IAllExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { Client } from '../api/client';
import { resolveStore } from '../api/store';
import { assertRecentN8n } from './recentN8n';

/** Which credential type a choice of the parameter `authentication` stands for. */
const CREDENTIALS = { accessToken: 'bigCommerceApi' } as const;

/** What every context that speaks to the store offers: execute, trigger hooks and pickers alike. */
type Caller = Pick<IAllExecuteFunctions, 'getCredentials' | 'helpers'> & {
	getNodeParameter: (name: string, ...rest: never[]) => unknown;
	getExecutionCancelSignal?: () => AbortSignal | undefined;
};

export interface Credential {
	apiPath: string;
	storeHash: string;
	clientId: string;
	clientSecret: string;
	accessToken: string;
}

const credentialTypeOf = (authentication: unknown) =>
	CREDENTIALS[(authentication ?? 'accessToken') as keyof typeof CREDENTIALS] ??
	CREDENTIALS.accessToken;

/**
 * The one place in which a node's credential becomes a client; the token itself is added by the credential type. A
 * `signal` ends its work where there is no execution that could be cancelled.
 */
export async function connect(
	caller: Caller,
	authentication: unknown,
	signal = caller.getExecutionCancelSignal?.(),
): Promise<{ client: Client; credential: Credential }> {
	assertRecentN8n(caller.helpers, 'httpRequestWithAuthentication');
	const credentialType = credentialTypeOf(authentication);
	const credential = await caller.getCredentials<Credential>(credentialType);
	const send = async (options: IHttpRequestOptions) =>
		(await caller.helpers.httpRequestWithAuthentication.call(
			caller as IAllExecuteFunctions,
			credentialType,
			options,
		)) as IN8nHttpFullResponse;
	const { clientId } = credential;
	const client = new Client({ store: resolveStore(credential), send, clientId, signal });
	return { client, credential };
}
