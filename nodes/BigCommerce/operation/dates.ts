import { toDate } from './values';

/** The day as it was meant where it was written: a warehouse's evening is not the next day in UTC. */
export function dayIn(zone: string, given: unknown, label: string): string | undefined {
	const date = dateIn(zone, given, label);
	if (!date) return undefined;
	const own =
		typeof given === 'object' && given !== null && 'toISO' in given
			? (given as { toISO: () => unknown }).toISO()
			: given;
	const written = typeof own === 'string' && /^\s*(\d{4}-\d\d-\d\d)/.exec(own)?.[1];
	const ahead = aheadOfUtc(date.getTime(), zone);
	return written || new Date(date.getTime() + ahead).toISOString().slice(0, 10);
}

/** A date as the editor's picker writes it, or a spreadsheet: with or without a time, without a zone. */
const ZONELESS = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;
const DAY_ALONE = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A zone's clocks; making one takes n8n longer than reading it many times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
	const clock =
		clocks.get(timeZone) ??
		new Intl.DateTimeFormat('en-US', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	clocks.set(timeZone, clock);
	return clock;
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function aheadOfUtc(time: number, zone: string): number {
	const parts = clockOf(zone).formatToParts(time);
	const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value);
	const shown = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second'),
	);
	return shown - Math.floor(time / 1000) * 1000;
}

/** The instant at which a zone's clocks show what they would show in UTC at `shown`. */
function onClocksOf(zone: string, shown: number): Date {
	// The second look is for days on which the clocks change.
	const guess = shown - aheadOfUtc(shown, zone);
	return new Date(shown - aheadOfUtc(guess, zone));
}

/**
 * A date of whatever kind an expression gives. Without a time zone it is meant on the clocks of the workflow's; without
 * a time it is the start of that day there, or its last moment where the field means all of it.
 */
export function dateIn(
	zone: string,
	given: unknown,
	label: string,
	day: 'start' | 'end' = 'start',
): Date | undefined {
	const value: unknown = Array.isArray(given) && given.length === 1 ? given[0] : given;
	if (typeof value !== 'string' || !ZONELESS.test(value.trim())) return toDate(value, label);
	const text = value.trim().replace(' ', 'T');
	const isDay = DAY_ALONE.test(text);
	const shown = Date.parse(isDay ? `${text}T00:00:00Z` : `${text}Z`);
	// 31 February and the like are left to the error.
	if (Number.isNaN(shown)) return toDate(text, label);
	if (!isDay || day === 'start') return onClocksOf(zone, shown);
	return new Date(onClocksOf(zone, shown + DAY_MS).getTime() - 1);
}
