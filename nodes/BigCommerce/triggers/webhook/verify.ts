import { createHash, createHmac, timingSafeEqual } from 'crypto';

import { headerOf, SECRET_HEADER } from '../../store/webhooks/hooks';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Takes the same time whatever differs, the length included: digests are compared, not the texts. */
const isSame = (given: string, expected: string) =>
	timingSafeEqual(digest(given), digest(expected));

/** BigCommerce repeats a delivery for two days (API notes 5.3), and may do so with the headers of its first try. */
const PREVIOUS_SECRET_MS = 48 * 60 * 60_000;

/** The secrets of a workflow's hooks, as n8n keeps them. */
export interface Secrets {
	secret?: string;
	/** What the hooks carried before. */
	previousSecret?: string;
	/** When the present secret took its place, in milliseconds since 1970. */
	rotatedAt?: number;
}

/** The secret that the hooks carry, and for a while the one before it. */
export function acceptedSecrets(
	{ secret, previousSecret, rotatedAt = 0 }: Secrets,
	now = Date.now(),
): string[] {
	const before = now - rotatedAt < PREVIOUS_SECRET_MS ? previousSecret : undefined;
	return [secret, before].filter((one): one is string => Boolean(one));
}

export function carriesSecret(headers: object, secrets: readonly string[]): boolean {
	const given = headerOf(headers, SECRET_HEADER) ?? '';
	return secrets.filter((secret) => isSame(given, secret)).length > 0;
}

/** A client secret that is being changed for another may stand beside it: both sign for a while. */
export const clientSecretsOf = ({ clientSecret = '' }: { clientSecret?: string }): string[] =>
	clientSecret.split(/[\s,;]+/).filter(Boolean);

export interface Signed {
	headers: object;
	rawBody: Uint8Array;
	/** Any of them may have signed. */
	clientSecrets: readonly string[];
	/** How far the signature's time may be from now, in seconds. */
	windowSeconds: number;
	/** Seconds since 1970. */
	now: number;
}

/** `none`: no signature came along. `stale`: it is right, but was made too long ago, or in the future. */
export type Signature = 'none' | 'valid' | 'invalid' | 'stale';

export const hasSignature = (headers: object) =>
	headerOf(headers, 'webhook-signature') !== undefined;

/** Nobody signs with that many keys; each one is compared. */
const MOST_SIGNATURES = 20;

/** Separated by spaces; a header that was sent twice reaches n8n joined by a comma. */
const signaturesIn = (header: string) => header.split(/,?\s+/).slice(0, MOST_SIGNATURES);

/**
 * Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, the key being the bytes of the client secret as they are,
 * in a list of `v1,<base64>` (API notes 5.8). One that matches suffices: a secret that is being changed signs twice.
 */
export function checkSignature({
	headers,
	rawBody,
	clientSecrets,
	windowSeconds,
	now,
}: Signed): Signature {
	const given = headerOf(headers, 'webhook-signature');
	if (given === undefined) return 'none';
	const id = headerOf(headers, 'webhook-id');
	const timestamp = headerOf(headers, 'webhook-timestamp');
	if (!id || !timestamp || !/^\d+$/.test(timestamp)) return 'invalid';
	const expected = clientSecrets.map((clientSecret) => {
		const mac = createHmac('sha256', clientSecret).update(`${id}.${timestamp}.`).update(rawBody);
		return `v1,${mac.digest('base64')}`;
	});
	// Compared as text: decoding base64 would let differently written signatures pass.
	const matches = signaturesIn(given).filter((one) => expected.some((good) => isSame(one, good)));
	if (matches.length === 0) return 'invalid';
	return Math.abs(now - Number(timestamp)) <= windowSeconds ? 'valid' : 'stale';
}
