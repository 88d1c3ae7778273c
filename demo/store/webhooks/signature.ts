import { createHash, createHmac } from 'node:crypto';

/** Deliveries bear the hash of their body as their id (API notes 5.9). */
export const messageIdOf = (body: string): string => (JSON.parse(body) as { hash: string }).hash;

/** Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, the key being the raw client secret (API notes 5.8). */
export function signatureHeaders(
	id: string,
	timestamp: number,
	body: string,
	clientSecret: string,
): Record<string, string> {
	const signature = createHmac('sha256', clientSecret)
		.update(`${id}.${timestamp}.${body}`)
		.digest('base64');
	return {
		'webhook-id': id,
		'webhook-timestamp': String(timestamp),
		'webhook-signature': `v1,${signature}`,
	};
}

/** The payload as it is delivered; `hash` is a SHA-1 over the rest, the same for every repeat of the event (API notes 5.5). */
export function payload(
	scope: string,
	data: object,
	storeId: number,
	storeHash: string,
	createdAt: number,
): string {
	const rest = {
		scope,
		store_id: String(storeId),
		data,
		created_at: createdAt,
		producer: `stores/${storeHash}`,
	};
	const hash = createHash('sha1').update(JSON.stringify(rest)).digest('hex');
	return JSON.stringify({
		scope,
		store_id: rest.store_id,
		data,
		hash,
		created_at: createdAt,
		producer: rest.producer,
	});
}
