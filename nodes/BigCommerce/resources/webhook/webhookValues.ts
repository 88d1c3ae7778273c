import type { Client } from '../../api/client';
import { InputError } from '../../api/inputError';
import type { Locator } from '../../operation/params';
import { compact } from '../../api/values';
import { idOf } from '../../operation/values';
import { checkAddress } from '../../store/webhooks/destination';
import type { HookWithStatus } from '../../store/webhooks/hookAdmin';
import { hookPath, type Hook } from '../../store/webhooks/hooks';

const MASK = '********';

/** Headers carry secrets: their names are shown, and never what they hold. */
export const masked = <Shown extends Hook>(hook: Shown): Shown => ({
	...hook,
	headers:
		hook.headers && Object.fromEntries(Object.keys(hook.headers).map((name) => [name, MASK])),
});

const isoOf = (seconds: number | undefined) =>
	seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();

/** A hook with what the list of hooks tells beyond it. */
export type HookInList = Hook & Partial<HookWithStatus> & { blocked?: object | null };

export const simplifyHook = (hook: HookInList) =>
	compact({
		id: hook.id,
		event: hook.scope,
		destination: hook.destination,
		isActive: hook.is_active,
		status: hook.status,
		blocked: hook.blocked,
		headers: hook.headers,
		createdAt: isoOf(hook.created_at),
		updatedAt: isoOf(hook.updated_at),
	});

export const hookIdOf = ({ webhook }: { webhook: Locator }) => idOf(webhook, 'Webhook');

/** Items for one webhook are written in order. */
export const hookOf = ({ webhook }: { webhook: Locator }) => webhook.value;

export async function changeHook(client: Client, id: number, body: object): Promise<Hook> {
	const changed = await client.put<Hook>({
		path: hookPath(id),
		body,
		task: `change webhook ${id}`,
	});
	return masked(changed as Hook);
}

export interface HeaderRows {
	header?: Array<{ name: string; value: string }>;
}

/** Undefined where no header was given. */
export function toHeaders({ header = [] }: HeaderRows = {}): Record<string, string> | undefined {
	const rows = header.map(({ name, value }) => [String(name).trim(), String(value)] as const);
	if (rows.some(([name]) => name === ''))
		throw new InputError("'Headers' holds one without a name", "Give each header a 'Name'.");
	return rows.length > 0 ? Object.fromEntries(rows) : undefined;
}

export function toDestination(given: string): string {
	const checked = checkAddress(given.trim());
	if (checked.reason === undefined) return checked.href;
	throw new InputError(
		`BigCommerce cannot deliver to the 'Destination' "${given}": ${checked.reason}`,
		"Give 'Destination' a public address that starts with https:// and names no port.",
	);
}

export function toScope(given: string | number): string {
	const scope = String(given);
	if (/^store\/.+/.test(scope)) return scope;
	throw new InputError(
		scope ? `'Event' is "${scope}", which is no scope of webhooks` : "'Event' is empty",
		'Choose an event, or give a scope by an expression, such as store/channel/5/order/created.',
	);
}
