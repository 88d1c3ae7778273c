import type { StoreSettings } from '../state.ts';

interface Tally {
	startedAt: number;
	all: number;
	good: number;
	blockedUntil: number;
}

/** A destination origin whose deliveries mostly fail rests for some minutes; its events wait for their retry (API notes 5.4). */
export class BlockList {
	private readonly tallies = new Map<string, Tally>();

	clear(): void {
		this.tallies.clear();
	}

	/** Milliseconds until the origin may be tried again; 0 when it may be now. */
	waitFor(origin: string, now: number): number {
		return Math.max(0, (this.tallies.get(origin)?.blockedUntil ?? 0) - now);
	}

	count(origin: string, good: boolean, now: number, rules: StoreSettings['blockList']): void {
		let tally = this.tallies.get(origin);
		if (!tally || now - tally.startedAt >= rules.windowMs) {
			tally = { startedAt: now, all: 0, good: 0, blockedUntil: tally?.blockedUntil ?? 0 };
			this.tallies.set(origin, tally);
		}
		tally.all += 1;
		if (good) tally.good += 1;
		if (tally.all >= rules.minimum && tally.good / tally.all < rules.successShare) {
			tally.blockedUntil = now + rules.blockMs;
			tally.startedAt = now;
			tally.all = 0;
			tally.good = 0;
		}
	}

	blocked(now: number): Array<{ destination: string; time_left: number; reasons: unknown[] }> {
		return [...this.tallies]
			.filter(([, tally]) => tally.blockedUntil > now)
			.map(([destination, tally]) => ({
				destination,
				time_left: Math.ceil((tally.blockedUntil - now) / 1000),
				reasons: [],
			}));
	}
}
