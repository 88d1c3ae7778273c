import { additionalData, asNode, asWorkflow } from './n8nCore';
import { ExecuteContext } from 'n8n-core';
import { createEmptyRunExecutionData, type IN8nHttpFullResponse } from 'n8n-workflow';

import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { Client, type ClientOptions } from '../../nodes/BigCommerce/api/client';
import { resolveStore } from '../../nodes/BigCommerce/api/store';
import type { Credential } from '../../nodes/BigCommerce/operation/connect';

type Settings = Pick<ClientOptions, 'signal' | 'timeoutMs'>;

/** The engine's client over n8n-core's own request helper, as a node gets it. */
export function clientFor(credential: Credential, { signal, timeoutMs }: Settings = {}): Client {
	const type = new BigCommerce();
	const setting = { parameters: {} };
	const node = asNode(type, setting);
	const context = new ExecuteContext(
		asWorkflow(type, node, setting),
		node,
		additionalData(credential),
		'manual',
		createEmptyRunExecutionData(),
		0,
		[{ json: {} }],
		{ main: [[{ json: {} }]] },
		{ node, data: { main: [[{ json: {} }]] }, source: null },
		[],
		signal,
	);
	return new Client({
		store: resolveStore(credential),
		signal,
		timeoutMs,
		send: async (options) =>
			(await context.helpers.httpRequestWithAuthentication.call(
				context,
				'bigCommerceApi',
				options,
			)) as IN8nHttpFullResponse,
	});
}
