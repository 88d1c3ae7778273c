/** BigCommerce repeats a delivery for up to two days (API notes 5.3). */
const LIFETIME_MS = 48 * 60 * 60_000;
const MOST_KEYS = 20_000;

/** Ends a claim: whether the delivery was handed on, so that its repeats are not wanted. */
export type EndClaim = (handedOn: boolean) => void;

/**
 * The deliveries that this process has handed on, by any key that all of their repeats share. The oldest are forgotten
 * first; what was forgotten, or was taken by another process, is for Skip Duplicates to find.
 */
export class Repeats {
	private readonly handedOn = new Map<string, number>();
	private readonly underWay = new Map<string, Promise<boolean>>();
	private readonly most: number;
	private readonly lifetimeMs: number;

	constructor(most = MOST_KEYS, lifetimeMs = LIFETIME_MS) {
		this.most = most;
		this.lifetimeMs = lifetimeMs;
	}

	/** Undefined for a repeat. While the same delivery is under way this waits for its end: it may not be handed on. */
	async claim(keys: readonly string[], now = Date.now): Promise<EndClaim | undefined> {
		for (;;) {
			if (keys.some((key) => this.isKnown(key, now()))) return undefined;
			const other = keys.map((key) => this.underWay.get(key)).find(Boolean);
			if (!other) return this.begin(keys, now);
			await other;
		}
	}

	get size(): number {
		return this.handedOn.size;
	}

	private isKnown(key: string, now: number): boolean {
		const since = this.handedOn.get(key);
		return since !== undefined && now - since < this.lifetimeMs;
	}

	private begin(keys: readonly string[], now: () => number): EndClaim {
		let endClaim: EndClaim = () => undefined;
		const ended = new Promise<boolean>((resolve) => {
			endClaim = (handedOn) => {
				// The first answer counts.
				if (keys.some((key) => this.underWay.get(key) !== ended)) return;
				for (const key of keys) this.underWay.delete(key);
				if (handedOn) this.remember(keys, now());
				resolve(handedOn);
			};
		});
		for (const key of keys) this.underWay.set(key, ended);
		return endClaim;
	}

	private remember(keys: readonly string[], now: number): void {
		for (const key of keys) {
			this.handedOn.delete(key);
			this.handedOn.set(key, now);
		}
		for (const [key, since] of this.handedOn) {
			if (this.handedOn.size <= this.most && now - since < this.lifetimeMs) break;
			this.handedOn.delete(key);
		}
	}
}
