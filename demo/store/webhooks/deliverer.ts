import { byId, type StoreState } from '../state.ts';
import type { HookRecord } from '../records.ts';
import type { DeliveryRecord } from '../types.ts';
import { BlockList } from './blockList.ts';
import { scopeMatches } from './scopes.ts';
import { messageIdOf, payload, signatureHeaders } from './signature.ts';
import { post, type Posted } from './transport.ts';

/**
 * Seconds between the tries of one delivery, about two days in all (API notes 5.3): with the time that a destination has to
 * answer, the first repeat of one that hangs comes 71 seconds after it, as was seen (5.9).
 */
export const RETRY_SECONDS = [60, 180, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 50_400, 86_400];

interface Delivery {
	hook: HookRecord;
	scope: string;
	id: string;
	body: string;
	attempt: number;
}

export interface DelivererParts {
	state: StoreState;
	clientSecret: string;
	hosts: Record<string, string>;
	retrySeconds: number[];
	log(line: string): void;
}

/** Delivers events to the active hooks, tries again what failed, and switches off a hook whose last try failed. */
export class Deliverer {
	readonly deliveries: DeliveryRecord[] = [];
	readonly blockList = new BlockList();
	private readonly parts: DelivererParts;
	private readonly firsts = new Set<Promise<void>>();
	private readonly timers = new Set<NodeJS.Timeout>();
	private aborter = new AbortController();

	constructor(parts: DelivererParts) {
		this.parts = parts;
	}

	async emit(scope: string, data: object): Promise<void> {
		await this.queue(scope, data);
	}

	/** Queues the deliveries of an event; the promise is that of their first tries. */
	queue(scope: string, data: object): Promise<void> {
		const { state } = this.parts;
		const now = Date.now();
		const hooks = byId(state.hooks).filter(
			(hook) =>
				hook.is_active &&
				scopeMatches(hook.scope, scope) &&
				now - hook.created_at * 1000 >= state.settings.hookDelayMs,
		);
		if (hooks.length === 0) return Promise.resolve();
		const body = payload(
			scope,
			data,
			state.store.storeId,
			state.store.hash,
			Math.floor(now / 1000),
		);
		const tries = hooks.flatMap((hook) => {
			const delivery = { hook, scope, id: messageIdOf(body), body, attempt: 1 };
			const twinAfter = state.settings.twinAfterMs;
			if (twinAfter !== undefined) this.later(twinAfter, delivery);
			return this.attempt(delivery);
		});
		const all = Promise.all(tries).then(() => undefined);
		this.firsts.add(all);
		void all.finally(() => this.firsts.delete(all));
		return all;
	}

	async settled(): Promise<void> {
		while (this.firsts.size > 0) await Promise.all(this.firsts);
	}

	/** Ends everything that is under way or waits. */
	stop(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		this.aborter.abort();
		this.aborter = new AbortController();
		this.blockList.clear();
	}

	private async attempt(delivery: Delivery): Promise<void> {
		const { hook } = delivery;
		// The hook may have been deleted or switched off since the last try.
		if (this.parts.state.hooks.get(hook.id) !== hook || !hook.is_active) return;
		const origin = originOf(hook.destination);
		const wait = this.blockList.waitFor(origin, Date.now());
		if (wait > 0) {
			this.later(wait, delivery);
			return;
		}
		const timestamp = Math.floor(Date.now() / 1000);
		const headers = {
			'Content-Type': 'application/json',
			'User-Agent': 'pekko-http/1.3.0',
			'Accept-Encoding': 'gzip',
			...hook.headers,
			...(this.parts.state.settings.signWebhooks
				? signatureHeaders(delivery.id, timestamp, delivery.body, this.parts.clientSecret)
				: {}),
		};
		const { aborter } = this;
		const posted = await this.send(hook, delivery.body, headers);
		if (aborter.signal.aborted) return;
		this.note(delivery, headers, posted);
		const good = posted.status >= 200 && posted.status < 300;
		this.blockList.count(origin, good, Date.now(), this.parts.state.settings.blockList);
		if (!good) this.failed(delivery);
	}

	private async send(
		hook: HookRecord,
		body: string,
		headers: Record<string, string>,
	): Promise<Posted> {
		const destination = new URL(hook.destination);
		const local = this.parts.hosts[destination.origin];
		// The demo store never calls out of this machine: only origins that were mapped to a local one are reached.
		if (local === undefined)
			return { status: 0, error: `no local host is set for ${destination.origin}` };
		const address = new URL(destination.pathname + destination.search, local);
		try {
			return await post(
				address,
				body,
				{ ...headers, Host: destination.host },
				this.parts.state.settings.deliveryTimeoutMs,
				this.aborter.signal,
			);
		} catch (error) {
			// E.g. a custom header that HTTP does not allow.
			return { status: 0, error: error instanceof Error ? error.message : String(error) };
		}
	}

	private note(delivery: Delivery, headers: Record<string, string>, posted: Posted): void {
		const { hook, scope, attempt, body } = delivery;
		this.deliveries.push({
			at: Date.now(),
			hookId: hook.id,
			scope,
			destination: hook.destination,
			attempt,
			status: posted.status,
			...(posted.error === undefined ? {} : { error: posted.error }),
			headers,
			body,
		});
		this.parts.log(
			`webhook ${scope} -> ${hook.destination}: ${posted.error ?? posted.status} (try ${attempt})`,
		);
	}

	private failed(delivery: Delivery): void {
		const seconds = this.parts.retrySeconds[delivery.attempt - 1];
		if (seconds === undefined) {
			delivery.hook.is_active = false;
			delivery.hook.deactivated = true;
			delivery.hook.updated_at = Math.floor(Date.now() / 1000);
			return;
		}
		this.later(seconds * 1000, { ...delivery, attempt: delivery.attempt + 1 });
	}

	private later(ms: number, delivery: Delivery): void {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			void this.attempt(delivery);
		}, ms).unref();
		this.timers.add(timer);
	}
}

function originOf(destination: string): string {
	return new URL(destination).origin;
}
