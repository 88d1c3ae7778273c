import { withoutSlashes } from '../../api/values';
import type { IHookFunctions } from 'n8n-workflow';

import { InputError } from '../../api/inputError';
import { toIds } from '../../operation/values';
import { DELIVERY_EXCEPTION } from '../../store/webhooks/eventLists/store';
import { withCompletions, type OrderWish } from './newOrders';
import { settingsOf } from './triggerOptions';

// store/order/created, store/cart/*, store/channel/*/order/created: a * stands last, or for the channel.
const SCOPE = /^store(?=(?:\/[^/]+){2,}$)(\/channel\/\*(?=\/))?(\/[A-Za-z0-9_]+)*(\/\*)?$/;

/** What was typed, as BigCommerce writes it: no slash around it, and `store/` in front. */
function typedScope(text: string): string {
	const bare = withoutSlashes(text);
	const scope = bare.startsWith('store/') ? bare : `store/${bare}`;
	if (!SCOPE.test(scope)) {
		throw new InputError(
			`'Other Scopes' holds "${text}", which is not a webhook scope`,
			'A scope looks like store/cart/abandoned or store/channel/*/order/created. A * may stand at its end, or for the channel. Separate several by commas.',
		);
	}
	return scope;
}

/** Families with wildcards of their own (API notes 5.7): metafields, and what happens in one channel. */
const APART = /^(\*|\d+)\/|(^|\/)metafield\//;

/** A wildcard fires for all events of its group, the deeper ones included (webhooks.v3.yml). */
function covers(wildcard: string, scope: string): boolean {
	const group = wildcard.endsWith('/*') ? wildcard.slice(0, -1) : undefined;
	if (group === undefined || scope === wildcard || !scope.startsWith(group)) return false;
	return !APART.test(scope.slice(group.length));
}

/** What is chosen for single channels: the ends of scopes, and the channels' ids. */
export interface OfChannels {
	events: readonly string[];
	channels: unknown;
}

function channelScopes({ events, channels }: OfChannels): string[] {
	if (events.length === 0) return [];
	const ids = toIds(channels, 'Channel Names or IDs');
	if (ids.length === 0) {
		throw new InputError(
			"'Channel Events' are chosen, but no channel",
			"Choose at least one channel in 'Channel Names or IDs', or remove the 'Channel Events'.",
		);
	}
	return ids.flatMap((id) => events.map((event) => `store/channel/${id}/${event}`));
}

/** All scopes that were chosen or typed, each once. */
export function chosenScopes(
	chosen: readonly string[],
	others: string,
	ofChannels: OfChannels = { events: [], channels: [] },
): string[] {
	const typed = others
		.split(/[\s,;]+/)
		.filter(Boolean)
		.map(typedScope);
	const all = [...new Set([...chosen, ...channelScopes(ofChannels), ...typed])].sort();
	if (all.length === 0) {
		throw new InputError(
			"No event is chosen in 'Trigger On'",
			"Choose at least one event there or in 'More Events', or type a scope in 'Other Scopes'.",
		);
	}
	if (all.length > 1 && all.includes(DELIVERY_EXCEPTION)) {
		throw new InputError(
			"'Webhook: Delivery Exception' is chosen together with other events",
			'BigCommerce sends it only to an address that has no other webhook. Add a second BigCommerce Trigger for it: each trigger has an address of its own.',
		);
	}
	return all;
}

/** None that a chosen wildcard brings already, which would deliver it twice. */
export const withoutCovered = (scopes: readonly string[]): string[] =>
	scopes.filter((scope) => !scopes.some((wildcard) => covers(wildcard, scope))).sort();

/** What the trigger's form asks for. */
export function wishOf(context: Pick<IHookFunctions, 'getNodeParameter'>): OrderWish {
	const { channelEvents = [], channels = [], otherScopes = '' } = settingsOf(context);
	const given = (name: string) => context.getNodeParameter(name, []) as string[];
	return {
		chosen: chosenScopes([...given('events'), ...given('moreEvents')], otherScopes, {
			events: channelEvents,
			channels,
		}),
		skipsIncomplete: context.getNodeParameter('skipIncomplete', true) === true,
	};
}

/** The scopes of the hooks that it takes. */
export const scopesOf = (context: Pick<IHookFunctions, 'getNodeParameter'>): string[] =>
	withoutCovered(withCompletions(wishOf(context)));
