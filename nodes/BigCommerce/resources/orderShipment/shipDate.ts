import { toDate } from '../../operation/values';

/** A shipment has no field for it: BigCommerce dates it when it is recorded (orderShipment_Post has none). */
const noteOf = (day: string) => `Shipped on ${day}`;
const ANY_NOTE = /^Shipped on \d{4}-\d\d-\d\d$/;

/** The day as it was meant where it was written: a warehouse's evening is not the next day in UTC. */
export function isoDay(given: unknown, label: string): string | undefined {
	const date = toDate(given, label);
	if (!date) return undefined;
	const text =
		typeof given === 'object' && given !== null && 'toISO' in given
			? String((given as { toISO: () => string }).toISO())
			: String(given);
	const written = /^\s*(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
	return written ?? date.toISOString().slice(0, 10);
}

/** The comments with the day as their last line, in place of one that stands there already. */
export const withShipDate = (comments: string, day: string) => {
	const others = comments.split(/\r?\n/).filter((line) => !ANY_NOTE.test(line.trim()));
	return [...others, noteOf(day)].join('\n').trim();
};
