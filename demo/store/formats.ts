/** How BigCommerce writes money and times: v2 decimal strings and RFC-2822 dates, v3 numbers and ISO dates (API notes 1.13). */

/** "Trail Mug, 12 oz" as a part of an address: "trail-mug-12-oz". */
export const slug = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

/** "10.0000" */
export const decimal = (amount: number): string => round4(amount).toFixed(4);

/** Money is kept to four places; this takes away what floating point adds. */
export const round4 = (amount: number): number =>
	Math.round((amount + Number.EPSILON) * 10_000) / 10_000;

export const cents = (amount: number): number => Math.round((amount + Number.EPSILON) * 100) / 100;

/** "Tue, 20 Nov 2012 00:00:00 +0000"; empty where there is no date yet. */
export const rfc2822 = (time: number | null): string =>
	time === null ? '' : new Date(time).toUTCString().replace('GMT', '+0000');

/** "2018-08-15T14:49:05+00:00", as the catalogue writes it. */
export const isoOffset = (time: number): string =>
	new Date(time).toISOString().replace(/\.\d{3}Z$/, '+00:00');

/** "2018-08-15T14:49:05Z", as customers and locations write it. */
export const isoZulu = (time: number): string =>
	new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
