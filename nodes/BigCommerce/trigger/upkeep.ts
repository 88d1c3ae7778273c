import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { Client } from '../api/client';
import { defineFields } from '../operation/define';
import {
	isBlocked,
	originOf,
	readOverview,
	type BlockedDomain,
	type HookWithStatus,
} from './hookAdmin';
import { hookPath, type Hook } from './hooks';
import { headerOf, SECRET_HEADER } from './verify';

/** What a look at the store's hooks found, and what was done. */
export interface RepairReport {
	/** This n8n's hooks that delivered all along. */
	active: HookWithStatus[];
	reactivated: HookWithStatus[];
	notReactivated: Array<{ hook: HookWithStatus; reason: string }>;
	/** Hooks of the same API account that belong to others. */
	others: number;
	/** Those of this n8n's address only. */
	blockedDomains: BlockedDomain[];
}

/** Addresses that the editor listens on last for one test. */
const isForTest = (destination: string) => new URL(destination).pathname.includes('/webhook-test/');

/** A hook is this n8n's own if it delivers to its address and carries a secret as our trigger gives one. */
const isOwn = ({ destination, headers }: Hook, origin: string) =>
	originOf(destination) === origin &&
	!isForTest(destination) &&
	headerOf(headers ?? {}, SECRET_HEADER) !== undefined;

const inWords = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Nothing else of the hook is touched: its secret stays. */
export const reactivate = async (client: Client, { id, scope }: Hook) =>
	await client.put<Hook>({
		path: hookPath(id),
		body: { is_active: true },
		doing: `switch the webhook for ${scope} on again`,
	});

/** Switches this n8n's dead hooks on again. Two requests where all is well, and one more for each dead hook. */
export async function repairHooks(client: Client, ownAddress: string): Promise<RepairReport> {
	const origin = originOf(ownAddress) ?? '';
	const { hooks, blockedDomains } = await readOverview(client);
	const own = hooks.filter((hook) => isOwn(hook, origin));
	const dead = own.filter(({ is_active }) => !is_active);
	const attempts = await Promise.allSettled(
		dead.map(async (hook) => await reactivate(client, hook)),
	);
	const reasonOf = (hook: HookWithStatus) => {
		const attempt = attempts[dead.indexOf(hook)];
		return attempt?.status === 'rejected' ? inWords(attempt.reason) : undefined;
	};
	return {
		active: own.filter(({ is_active }) => is_active),
		reactivated: dead.filter((hook) => reasonOf(hook) === undefined),
		notReactivated: dead.flatMap((hook) => {
			const reason = reasonOf(hook);
			return reason === undefined ? [] : [{ hook, reason }];
		}),
		others: hooks.length - own.length,
		blockedDomains: blockedDomains.filter((domain) => isBlocked(domain, ownAddress)),
	};
}

export const ownAddressField = defineFields([
	{
		displayName: 'Own Address',
		name: 'ownAddress',
		type: 'hidden',
		// The one address below n8n's WEBHOOK_URL that every node can ask for.
		default: '={{ $execution.resumeUrl }}',
		description: 'Address of this n8n, by which its webhooks are known',
	},
]);

/** What the polling trigger's form says of it. */
export interface UpkeepChoice {
	isOn: boolean;
	/** Also start the workflow with what was found. */
	reports: boolean;
	/** Any address below that of this n8n's webhooks. */
	ownAddress: string;
}

interface Finding {
	event: string;
	text: string;
	id: number | null;
	payload: object;
}

const findingsIn = ({ reactivated, notReactivated, blockedDomains }: RepairReport): Finding[] => [
	...reactivated.map(({ id, scope, destination, status }) => ({
		event: 'webhook/reactivated',
		text: `The webhook ${id} for ${scope} was ${status}, and is on again`,
		id,
		payload: { scope, destination, status },
	})),
	...notReactivated.map(({ hook: { id, scope, destination, status }, reason }) => ({
		event: 'webhook/notReactivated',
		text: `The webhook ${id} for ${scope} is ${status}, and could not be switched on: ${reason}`,
		id,
		payload: { scope, destination, status, reason },
	})),
	...blockedDomains.map((domain) => ({
		event: 'webhook/domainBlocked',
		text: `BigCommerce delivers nothing to ${domain.destination} for ${domain.time_left} seconds: too many deliveries were in vain`,
		id: null,
		payload: domain,
	})),
];

function asItem({ event, id, payload }: Finding, storeHash: string, at: string): IDataObject {
	const eventKey = [storeHash, event, id ?? '', at].join(':');
	const subject = { event, eventKey, resource: 'webhook', resourceId: id };
	return { ...subject, storeHash, occurredAt: at, hash: null, payload: payload as IDataObject };
}

/** The upkeep as a part of a polling round: told in n8n's log, and never in the way of the round itself. */
export async function upkeepRound(
	{ logger }: IPollFunctions,
	client: Client,
	{ isOn, reports, ownAddress }: UpkeepChoice,
): Promise<IDataObject[]> {
	// BigCommerce delivers over https alone: where nobody outside can reach this n8n, no hook is its own.
	if (!isOn || !originOf(ownAddress)?.startsWith('https:')) return [];
	try {
		const report = await repairHooks(client, ownAddress);
		const findings = findingsIn(report);
		for (const { text } of findings) logger.warn(`BigCommerce: ${text}`);
		logger.debug(`BigCommerce: ${report.active.length} webhooks of this n8n deliver`);
		const at = new Date().toISOString();
		return reports ? findings.map((one) => asItem(one, client.store.storeHash, at)) : [];
	} catch (error) {
		logger.warn(`BigCommerce: the webhooks could not be looked after: ${inWords(error)}`);
		return [];
	}
}
