import type { Quota } from '../types.ts';

/** The store's quota: so many requests in a fixed window, shared by all callers (API notes 1.3). */
export class QuotaWindow {
	private quota: Quota;
	private startedAt = 0;
	private used = 0;

	constructor(quota: Quota) {
		this.quota = quota;
	}

	set(quota: Quota): void {
		this.quota = quota;
		this.startedAt = 0;
		this.used = 0;
	}

	/** Takes one request from the window; false when it is spent. A refused request costs nothing. */
	take(now: number): boolean {
		this.turn(now);
		if (this.used >= this.quota.requests) return false;
		this.used += 1;
		return true;
	}

	headers(now: number): Record<string, string> {
		this.turn(now);
		return {
			'X-Rate-Limit-Requests-Quota': String(this.quota.requests),
			'X-Rate-Limit-Requests-Left': String(Math.max(0, this.quota.requests - this.used)),
			'X-Rate-Limit-Time-Window-Ms': String(this.quota.windowMs),
			'X-Rate-Limit-Time-Reset-Ms': String(this.resetMs(now)),
		};
	}

	resetMs(now: number): number {
		return Math.max(0, Math.ceil(this.startedAt + this.quota.windowMs - now));
	}

	private turn(now: number): void {
		if (now - this.startedAt < this.quota.windowMs) return;
		this.startedAt = now;
		this.used = 0;
	}
}
