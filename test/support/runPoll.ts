import { additionalData, asNode, asWorkflow, type NodeSetting } from './n8nCore';
import { PollContext } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';

import { BigCommercePollingTrigger } from '../../nodes/BigCommerce/BigCommercePollingTrigger.node';

const type = new BigCommercePollingTrigger();

/** A published workflow with the polling trigger in it, on the real n8n-core. */
export class Poller {
	/** n8n's static data of the workflow, as its database would hold it: it lives as JSON between two polls. */
	memory = '{}';
	/** What the node said in n8n's log, by level. */
	readonly log: string[] = [];
	credential: object;
	parameters: object;
	budgetMs = 300_000;
	/** Stands in for an older n8n: what it has not. */
	lacks: Array<'getPollBudgetMs' | 'helpers'> = [];
	webhookOrigin = 'https://n8n.example.com';

	constructor(credential: object, parameters: object) {
		this.credential = credential;
		this.parameters = parameters;
	}

	get cursor(): IDataObject | undefined {
		const memory = JSON.parse(this.memory) as Record<string, IDataObject | undefined>;
		return memory['node:BigCommerce Polling Trigger']?.cursor as IDataObject | undefined;
	}

	/** One poll; null where nothing starts. A test in the editor keeps no static data. */
	async poll(mode: 'trigger' | 'manual' = 'trigger'): Promise<IDataObject[] | null> {
		const given: NodeSetting = {
			name: 'BigCommerce Polling Trigger',
			staticData: JSON.parse(this.memory) as object,
			parameters: this.parameters as NodeSetting['parameters'],
		};
		const node = asNode(type, given);
		const workflow = asWorkflow(type, node, given);
		const context = new PollContext(
			workflow,
			node,
			{
				...additionalData(this.credential),
				webhookWaitingBaseUrl: `${this.webhookOrigin}/webhook-waiting`,
			},
			mode,
			mode === 'manual' ? 'manual' : 'activate',
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			() => this.budgetMs,
		);
		const note = (level: string) => (message: string) => void this.log.push(`${level}: ${message}`);
		Object.defineProperty(context, 'logger', {
			value: { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') },
		});
		for (const name of this.lacks)
			Object.defineProperty(context, name, { value: name === 'helpers' ? {} : undefined });
		const output = await type.poll.call(context);
		if (mode !== 'manual') this.memory = JSON.stringify(workflow.staticData);
		if (output?.some((items) => items.length === 0))
			throw new Error('An empty output was answered');
		return output && output.flat().map(({ json }) => json);
	}
}
