import { inWorkflowZone } from '../../nodes/BigCommerce/operation/zone';

const instant = (given: string, zone: string) =>
	new Date(String(inWorkflowZone(given, zone))).toISOString();

describe('dates that were picked in the editor', () => {
	it.each([
		['2026-01-15', 'America/New_York', '2026-01-15T05:00:00.000Z'],
		['2026-07-15T12:30:00', 'America/New_York', '2026-07-15T16:30:00.000Z'],
		['2026-07-15T12:30:00', 'Asia/Kolkata', '2026-07-15T07:00:00.000Z'],
		['2026-07-15 12:30:00', 'America/New_York', '2026-07-15T16:30:00.000Z'],
		['2026-07-15T12:30', 'UTC', '2026-07-15T12:30:00.000Z'],
		// The clocks go forward at 2:00 and back at 3:00.
		['2026-03-29T01:30:00', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
		['2026-03-29T03:30:00', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
		['2026-10-25T12:00:00', 'Europe/Berlin', '2026-10-25T11:00:00.000Z'],
	])('%s in %s', (given, zone, iso) => {
		expect(instant(given, zone)).toBe(iso);
	});

	it('keep the day that was written', () => {
		expect(inWorkflowZone('2026-05-04', 'Asia/Tokyo')).toBe('2026-05-04T00:00:00+09:00');
	});

	it.each(['2026-07-15T12:30:00Z', '2026-07-15T12:30:00+02:00', '', 'soon', 1353369600, undefined])(
		'%j is left as it is',
		(given) => {
			expect(inWorkflowZone(given, 'America/New_York')).toBe(given);
		},
	);
});
