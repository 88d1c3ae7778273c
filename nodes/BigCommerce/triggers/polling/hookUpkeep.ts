import type { IPollFunctions } from 'n8n-workflow';

import type { Client } from '../../api/client';
import { originOf } from '../../store/webhooks/hookAdmin';
import { repairHooks, type RepairReport } from '../../store/webhooks/hookRepair';
import type { EventItem } from '../eventItem';

/** What the polling trigger's form says of it. */
export interface UpkeepChoice {
	isOn: boolean;
	/** Also start the workflow with what was found. */
	reports: boolean;
	/** Any address below that of this n8n's webhooks. */
	ownAddress: string;
}

interface Finding {
	name: string;
	scope: string;
	text: string;
	id: number | null;
	payload: object;
}

const findingsIn = ({ reactivated, notReactivated, blockedDomains }: RepairReport): Finding[] => [
	...reactivated.map(({ id, scope, destination, status }) => ({
		name: 'Webhook switched on again',
		scope: 'webhook/reactivated',
		text: `The webhook ${id} for ${scope} was ${status}, and is on again`,
		id,
		payload: { scope, destination, status },
	})),
	...notReactivated.map(({ hook: { id, scope, destination, status }, reason }) => ({
		name: 'Webhook could not be switched on',
		scope: 'webhook/notReactivated',
		text: `The webhook ${id} for ${scope} is ${status}, and could not be switched on: ${reason}`,
		id,
		payload: { scope, destination, status, reason },
	})),
	...blockedDomains.map((domain) => ({
		name: 'Domain blocked',
		scope: 'webhook/domainBlocked',
		text: `BigCommerce delivers nothing to ${domain.destination} for ${domain.time_left} seconds: too many deliveries were in vain`,
		id: null,
		payload: domain,
	})),
];

function asItem(
	{ name, scope, id, payload }: Finding,
	storeHash: string,
	occurredAt: string,
): EventItem {
	const key = [storeHash, scope, id ?? '', occurredAt].join(':');
	const about = { resource: 'webhook', resourceId: id, record: 'none' as const };
	return {
		...(id !== null && { id }),
		...payload,
		event: { name, scope, key, occurredAt, ...about, storeHash, hash: null, payload },
	};
}

/** The upkeep as a part of a polling round: written to n8n's log, and never in the way of the round itself. */
export async function upkeepRound(
	{ logger }: IPollFunctions,
	client: Client,
	{ isOn, reports, ownAddress }: UpkeepChoice,
): Promise<EventItem[]> {
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
		logger.warn(
			`BigCommerce: the webhooks could not be looked after: ${error instanceof Error ? error.message : String(error)}`,
		);
		return [];
	}
}
