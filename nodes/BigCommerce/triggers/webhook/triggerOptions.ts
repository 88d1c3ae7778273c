import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { textsOf } from '../../operation/values';
import { toParts } from '../../store/orders/orderParts';

type Context = Pick<IHookFunctions | IWebhookFunctions, 'getNodeParameter'>;

/** The node's collection 'Options'; only what was added to it is there. */
interface TriggerOptions {
	channelEvents?: string[];
	channels?: unknown;
	include?: unknown;
	onUnreadable?: 'startWithEvent' | 'deliverAgain';
	otherScopes?: string;
	replayWindow?: number;
	requireSignature?: boolean;
}

export const settingsOf = (context: Context) =>
	context.getNodeParameter('settings', {}) as TriggerOptions;

/** What an order has where nothing else is asked for: the same as with the action node. */
export const USUAL_PARTS = ['lineItems', 'shippingAddresses'];

export function optionsOf(context: Context) {
	const {
		include = USUAL_PARTS,
		onUnreadable = 'startWithEvent',
		replayWindow = 5,
		requireSignature = false,
	} = settingsOf(context);
	return {
		parts: toParts(textsOf(include)),
		deliversAgain: onUnreadable === 'deliverAgain',
		windowSeconds: replayWindow * 60,
		requireSignature,
	};
}
