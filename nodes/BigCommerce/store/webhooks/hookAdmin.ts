import type { Client } from '../../api/client';
import { list, type ListQuery } from '../../api/pagination';
import { hooks, type Hook } from './hooks';

/** `deactivated`: BigCommerce has switched it off; `inactive`: somebody else did (webhooks.v3.yml, /hooks/admin). */
export type HookStatus = 'active' | 'deactivated' | 'inactive';

/** A destination that BigCommerce sends nothing to for some minutes, since too many deliveries to it were in vain. */
export interface BlockedDomain {
	destination: string;
	/** Seconds. */
	time_left: number;
	reasons?: Array<{ failure_description?: string; count?: number; timestamp?: number }>;
}

export interface HookAdmin {
	emails?: string[];
	hooks_list?: Array<{ id: number; status?: HookStatus }>;
	blocked_domains?: BlockedDomain[];
}

export type HookWithStatus = Hook & { status: HookStatus };

export interface HookOverview {
	hooks: HookWithStatus[];
	blockedDomains: BlockedDomain[];
	emails: string[];
}

const readAdmin = async (client: Client): Promise<HookAdmin> =>
	(await client.get<HookAdmin>({
		path: '/v3/hooks/admin',
		task: 'read the notification settings of the webhooks',
	})) ?? {};

/** All hooks of the API account, what became of them, and where BigCommerce delivers nothing just now: two requests. */
export async function readOverview(client: Client, listing?: ListQuery): Promise<HookOverview> {
	const [all, admin] = await Promise.all([list<Hook>(client, hooks, listing), readAdmin(client)]);
	const statuses = new Map(admin.hooks_list?.map(({ id, status }) => [id, status]));
	return {
		hooks: all.map((hook) => ({ ...hook, status: statusOf(hook, statuses.get(hook.id)) })),
		blockedDomains: admin.blocked_domains ?? [],
		emails: admin.emails ?? [],
	};
}

export const originOf = (address: string) =>
	URL.canParse(address) ? new URL(address).origin : undefined;

/** BigCommerce names a blocked destination as an address, or by its host alone. */
export const isBlocked = ({ destination }: BlockedDomain, address: string) =>
	originOf(destination) === originOf(address) || destination === new URL(address).host;

/** The list has the last word on whether a hook delivers. */
const statusOf = ({ is_active }: Hook, status: HookStatus = 'inactive'): HookStatus =>
	is_active ? 'active' : status === 'active' ? 'inactive' : status;
