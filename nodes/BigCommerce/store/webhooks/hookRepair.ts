import type { Client } from '../../api/client';
import {
	isBlocked,
	originOf,
	readOverview,
	type BlockedDomain,
	type HookWithStatus,
} from './hookAdmin';
import { headerOf, hookPath, SECRET_HEADER, type Hook } from './hooks';

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
		task: `switch the webhook for ${scope} on again`,
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
