import { dateIn } from '../../nodes/BigCommerce/operation/dates';

const instant = (given: unknown, zone: string, day?: 'start' | 'end') =>
	dateIn(zone, given, 'Created After', day)?.toISOString();

describe('dates that were picked in the editor', () => {
	it.each([
		['2026-01-15', 'America/New_York', '2026-01-15T05:00:00.000Z'],
		['2026-07-15T12:30:00', 'America/New_York', '2026-07-15T16:30:00.000Z'],
		['2026-07-15T12:30:00', 'Asia/Kolkata', '2026-07-15T07:00:00.000Z'],
		['2026-07-15 12:30:00', 'America/New_York', '2026-07-15T16:30:00.000Z'],
		['2026-07-15T12:30', 'UTC', '2026-07-15T12:30:00.000Z'],
		['2026-05-04', 'Asia/Tokyo', '2026-05-03T15:00:00.000Z'],
		// The clocks go forward at 2:00 and back at 3:00.
		['2026-03-29T01:30:00', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
		['2026-03-29T03:30:00', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
		['2026-10-25T12:00:00', 'Europe/Berlin', '2026-10-25T11:00:00.000Z'],
	])('%s in %s', (given, zone, iso) => {
		expect(instant(given, zone)).toBe(iso);
	});

	it.each([
		['2026-07-15T12:30:00Z', '2026-07-15T12:30:00.000Z'],
		['2026-07-15T12:30:00+02:00', '2026-07-15T10:30:00.000Z'],
		[1353369600, '2012-11-20T00:00:00.000Z'],
		[new Date('2026-07-15T12:30:00Z'), '2026-07-15T12:30:00.000Z'],
		['', undefined],
		[undefined, undefined],
	])('%j is the same in every zone', (given, iso) => {
		expect(instant(given, 'America/New_York')).toBe(iso);
	});

	it.each([
		// A usual day, the one on which the clocks go forward, and the one on which they go back.
		['2026-10-01', '2026-10-01T04:00:00.000Z', '2026-10-02T03:59:59.999Z'],
		['2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.999Z'],
		['2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.999Z'],
	])('%s alone is the whole of that day', (day, start, end) => {
		expect(instant(day, 'America/New_York', 'start')).toBe(start);
		expect(instant(day, 'America/New_York', 'end')).toBe(end);
	});

	it('a time is meant to the minute even where a day would be whole', () => {
		expect(instant('2026-10-01T00:00:00', 'America/New_York', 'end')).toBe(
			'2026-10-01T04:00:00.000Z',
		);
	});

	it.each(['soon', '2026-13-01', [1, 2], { a: 1 }, true])('%j is refused', (given) => {
		expect(() => instant(given, 'UTC')).toThrow(/'Created After' is .*, which is not a date/);
	});
});
