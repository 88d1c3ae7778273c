/** A date as the editor's picker writes it, or a spreadsheet: with or without a time, without a zone. */
const ZONELESS = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/;

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function aheadOfUtc(time: number, zone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(time);
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

/** `+02:00` */
function offsetText(ms: number): string {
	const minutes = Math.round(Math.abs(ms) / 60_000);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * A date without a zone is meant on the clocks of the workflow's time zone: it gets that zone's offset. Every other
 * value stays as it is.
 */
export function inWorkflowZone(given: unknown, zone: string): unknown {
	if (typeof given !== 'string' || !ZONELESS.test(given.trim())) return given;
	const written = given.trim().replace(' ', 'T');
	const text = written.includes('T') ? written : `${written}T00:00:00`;
	const asUtc = Date.parse(`${text}Z`);
	if (Number.isNaN(asUtc)) return given;
	// The second look is for days on which the clocks change.
	const guess = asUtc - aheadOfUtc(asUtc, zone);
	return `${text}${offsetText(aheadOfUtc(guess, zone))}`;
}
