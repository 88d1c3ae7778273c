import { createHash, createHmac, timingSafeEqual } from 'crypto';

/** The header that carries the random secret of a workflow's hooks; BigCommerce sends it with every delivery. */
export const SECRET_HEADER = 'X-N8n-Secret';

/** Header names come in any case. */
export function headerOf(headers: object, name: string): string | undefined {
	const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase());
	return typeof found?.[1] === 'string' ? found[1] : undefined;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Takes the same time whatever differs, the length included: digests are compared, not the texts. */
const isSame = (given: string, expected: string) =>
	timingSafeEqual(digest(given), digest(expected));

export const carriesSecret = (headers: object, secret: string) =>
	isSame(headerOf(headers, SECRET_HEADER) ?? '', secret);

export interface Signed {
	headers: object;
	rawBody: Uint8Array;
	clientSecret: string;
	/** How far the signature's time may be from now, in seconds. */
	windowSeconds: number;
	/** Seconds since 1970. */
	now: number;
}

/** `none`: no signature came along. `stale`: it is right, but was made too long ago, or in the future. */
export type Signature = 'none' | 'valid' | 'invalid' | 'stale';

export const hasSignature = (headers: object) =>
	headerOf(headers, 'webhook-signature') !== undefined;

/**
 * Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, the key being the bytes of the client secret as they are,
 * in a list of `v1,<base64>` (fact sheet 6.6). One that matches suffices: a secret that is being changed signs twice.
 */
export function checkSignature({
	headers,
	rawBody,
	clientSecret,
	windowSeconds,
	now,
}: Signed): Signature {
	const given = headerOf(headers, 'webhook-signature');
	if (given === undefined) return 'none';
	const id = headerOf(headers, 'webhook-id');
	const timestamp = headerOf(headers, 'webhook-timestamp');
	if (!id || !timestamp || !/^\d+$/.test(timestamp)) return 'invalid';
	const expected = createHmac('sha256', clientSecret)
		.update(`${id}.${timestamp}.`)
		.update(rawBody)
		.digest('base64');
	// Compared as text: decoding base64 would let differently written signatures pass.
	const matches = given.split(' ').filter((one) => isSame(one, `v1,${expected}`));
	if (matches.length === 0) return 'invalid';
	return Math.abs(now - Number(timestamp)) <= windowSeconds ? 'valid' : 'stale';
}
