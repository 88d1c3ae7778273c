import type { Fault, FaultMatch } from '../types.ts';

interface SwitchedOn {
	fault: Fault;
	left: number;
	skip: number;
}

function matches(
	match: FaultMatch,
	method: string,
	path: string,
	query: Record<string, string>,
): boolean {
	if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
	if (match.path !== undefined && !pathMatches(match.path, path)) return false;
	return Object.entries(match.query ?? {}).every(([name, value]) => query[name] === value);
}

function pathMatches(wanted: RegExp | string, path: string): boolean {
	if (typeof wanted !== 'string')
		return new RegExp(wanted.source, wanted.flags.replace(/[gy]/g, '')).test(path);
	const pattern = wanted
		.split(/\{[^}]*\}/)
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('[^/]+');
	return new RegExp(`^${pattern}$`).test(path);
}

/** The faults that are switched on, in the order they were added; the first that fits a request takes it. */
export class FaultList {
	private entries: SwitchedOn[] = [];

	add(fault: Fault): void {
		this.entries.push({ fault, left: fault.times ?? 1, skip: fault.after ?? 0 });
	}

	clear(): void {
		this.entries = [];
	}

	take(method: string, path: string, query: Record<string, string>): Fault | undefined {
		for (const entry of this.entries) {
			if (entry.left <= 0 || !matches(entry.fault.match ?? {}, method, path, query)) continue;
			if (entry.skip > 0) {
				entry.skip -= 1;
				continue;
			}
			entry.left -= 1;
			return entry.fault;
		}
		return undefined;
	}
}
