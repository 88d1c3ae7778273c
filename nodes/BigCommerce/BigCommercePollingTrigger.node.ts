import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { pollingFields } from './triggers/polling/pollingFields';
import { poll } from './triggers/polling/poll';
import { PollingProperties } from './triggers/polling/pollTimes';
import { pickers } from './forms/pickers';

export class BigCommercePollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce Polling Trigger',
		name: 'bigCommercePollingTrigger',
		icon: {
			light: 'file:../../icons/bigCommerce.svg',
			dark: 'file:../../icons/bigCommerce.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["source"] + ($parameter["changes"] === "newAndUpdated" && $parameter["source"] !== "shipment" ? ": new and updated" : ": new") }}',
		description:
			'Asks a BigCommerce store regularly for new and updated records, where webhooks cannot reach or as their safety net',
		eventTriggerDescription: '',
		activationMessage:
			'The store is now asked at the chosen times, and the workflow starts when there is something new.',
		defaults: { name: 'BigCommerce Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'bigCommerceApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
		],
		properties: PollingProperties.from(pollingFields),
	};

	methods = pickers;

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll.call(this);
	}
}
