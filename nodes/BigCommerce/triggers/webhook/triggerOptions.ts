import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** The node's collection 'Options'; only what was added to it is there. */
interface TriggerOptions {
	onUnreadable?: 'startWithEvent' | 'deliverAgain';
	replayWindow?: number;
	requireSignature?: boolean;
}

export function optionsOf(context: Pick<IHookFunctions | IWebhookFunctions, 'getNodeParameter'>) {
	const {
		onUnreadable = 'startWithEvent',
		replayWindow = 5,
		requireSignature = false,
	} = context.getNodeParameter('settings', {}) as TriggerOptions;
	return {
		deliversAgain: onUnreadable === 'deliverAgain',
		windowSeconds: replayWindow * 60,
		requireSignature,
	};
}
