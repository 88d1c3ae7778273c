import { createHmac } from 'node:crypto';
import fc from 'fast-check';

import {
	acceptedSecrets,
	carriesSecret,
	checkSignature,
	clientSecretsOf,
} from '../../nodes/BigCommerce/triggers/webhook/verify';

const NOW = 1_800_000_000;
const WINDOW = 300;

/** Written anew here, from the words of Standard Webhooks. */
const sign = (id: string, timestamp: number | string, body: string, clientSecret: string) =>
	`v1,${createHmac('sha256', Buffer.from(clientSecret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`;

const signed = fc.record({
	id: fc.stringMatching(/^msg_[A-Za-z0-9]{1,30}$/),
	timestamp: fc.integer({ min: NOW - WINDOW, max: NOW + WINDOW }),
	body: fc.json(),
	clientSecret: fc.string({ minLength: 1, maxLength: 80 }),
});

const verdict = (headers: object, body: string, ...clientSecrets: string[]) =>
	checkSignature({
		headers,
		rawBody: Buffer.from(body),
		clientSecrets,
		windowSeconds: WINDOW,
		now: NOW,
	});

const headersOf = (id: string, timestamp: number, signature: string) => ({
	'webhook-id': id,
	'webhook-timestamp': String(timestamp),
	'webhook-signature': signature,
});

const caseOf = (name: string, upper: boolean[]) =>
	[...name].map((sign, at) => (upper[at % upper.length] ? sign.toUpperCase() : sign)).join('');

describe('the signature of a delivery', () => {
	it('is accepted when it is right, whatever the body, and whatever the case of the header names', () => {
		fc.assert(
			fc.property(
				signed,
				fc.array(fc.boolean(), { minLength: 1 }),
				({ id, timestamp, body, clientSecret }, upper) => {
					const headers = headersOf(id, timestamp, sign(id, timestamp, body, clientSecret));
					const written = Object.fromEntries(
						Object.entries(headers).map(([name, value]) => [caseOf(name, upper), value]),
					);
					expect(verdict(written, body, clientSecret)).toBe('valid');
				},
			),
		);
	});

	it('is accepted when one of several is right', () => {
		fc.assert(
			fc.property(
				signed,
				fc.array(fc.base64String(), { maxLength: 4 }),
				({ id, timestamp, body, clientSecret }, others) => {
					const all = [
						...others.map((other) => `v1,${other}`),
						sign(id, timestamp, body, clientSecret),
						'v1a,other',
					];
					expect(verdict(headersOf(id, timestamp, all.join(' ')), body, clientSecret)).toBe(
						'valid',
					);
				},
			),
		);
	});

	it('never passes when body, id, time, secret or signature were changed', () => {
		const part = fc.constantFrom('id', 'timestamp', 'body', 'clientSecret', 'signature' as const);
		fc.assert(
			fc.property(
				signed,
				part,
				fc.nat(),
				fc.stringMatching(/^[A-Za-z0-9+/=]$/),
				(given, changed, position, letter) => {
					const { id, timestamp, body, clientSecret } = given;
					const now = {
						id,
						timestamp: String(timestamp),
						body,
						clientSecret,
						signature: sign(id, timestamp, body, clientSecret),
					};
					const text = now[changed];
					const at = position % text.length;
					const other = text.slice(0, at) + letter + text.slice(at + 1);
					fc.pre(other !== text);
					now[changed] = other;
					const headers = {
						'webhook-id': now.id,
						'webhook-timestamp': now.timestamp,
						'webhook-signature': now.signature,
					};
					expect(verdict(headers, now.body, now.clientSecret)).toBe('invalid');
				},
			),
			{ numRuns: 1000 },
		);
	});

	it('is stale outside the window, on either side, though it is right', () => {
		fc.assert(
			fc.property(
				signed,
				fc.integer({ min: 1, max: 1e6 }),
				fc.boolean(),
				({ id, body, clientSecret }, beyond, past) => {
					const timestamp = past ? NOW - WINDOW - beyond : NOW + WINDOW + beyond;
					expect(
						verdict(
							headersOf(id, timestamp, sign(id, timestamp, body, clientSecret)),
							body,
							clientSecret,
						),
					).toBe('stale');
				},
			),
		);
	});

	it('cannot pass without an id and a time', () => {
		const signature = sign('', '', '{}', 'key');
		expect(verdict({ 'webhook-signature': signature }, '{}', 'key')).toBe('invalid');
		expect(
			verdict(
				{
					'webhook-signature': sign('a', '1e9', '{}', 'key'),
					'webhook-id': 'a',
					'webhook-timestamp': '1e9',
				},
				'{}',
				'key',
			),
		).toBe('invalid');
		expect(
			verdict(
				{ 'webhook-signature': '', 'webhook-id': 'a', 'webhook-timestamp': '1' },
				'{}',
				'key',
			),
		).toBe('invalid');
	});

	it('is accepted from either client secret while one is changed for the other', () => {
		const headers = headersOf('msg_1', NOW, sign('msg_1', NOW, '{}', 'old'));
		expect(verdict(headers, '{}', 'new', 'old')).toBe('valid');
		expect(verdict(headers, '{}', 'new')).toBe('invalid');
		expect(verdict(headers, '{}')).toBe('invalid');
		expect(clientSecretsOf({ clientSecret: ' new, old\n' })).toEqual(['new', 'old']);
		expect(clientSecretsOf({ clientSecret: ' ' })).toEqual([]);
		expect(clientSecretsOf({})).toEqual([]);
	});

	it('is accepted when its header was sent twice, which n8n joins by a comma', () => {
		const good = sign('msg_1', NOW, '{}', 'key');
		expect(verdict(headersOf('msg_1', NOW, `v1,abc, ${good}`), '{}', 'key')).toBe('valid');
	});

	it('is none when the header is not there', () => {
		expect(verdict({ 'webhook-id': 'a' }, '{}', 'key')).toBe('none');
	});

	it('matches a worked example', () => {
		// printf 'msg_1.1800000000.{"a":1}' | openssl dgst -sha256 -hmac client-secret -binary | base64
		const signature = 'v1,SmVX/m1vN0dQQhcSj7JusUeafhTGYvIl98Ig2VL+NSo=';
		expect(verdict(headersOf('msg_1', NOW, signature), '{"a":1}', 'client-secret')).toBe('valid');
	});
});

describe('the secret header', () => {
	it('is right only when it is the very secret, in any case of the name', () => {
		const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
		fc.assert(
			fc.property(hex, hex, fc.array(fc.boolean(), { minLength: 1 }), (secret, other, upper) => {
				expect(carriesSecret({ [caseOf('x-n8n-secret', upper)]: secret }, [secret])).toBe(true);
				expect(carriesSecret({ 'x-n8n-secret': other }, [secret])).toBe(other === secret);
				expect(carriesSecret({ 'x-n8n-secret': secret.slice(1) }, [secret])).toBe(false);
				expect(carriesSecret({ 'x-n8n-secret': [secret] }, [secret])).toBe(false);
				expect(carriesSecret({}, [secret])).toBe(false);
			}),
		);
	});

	it('may be the one before for two days after a change', () => {
		const hours = (count: number) => count * 3_600_000;
		const secrets = { secret: 'new', previousSecret: 'old', rotatedAt: hours(1_000) };
		expect(acceptedSecrets(secrets, hours(1_047))).toEqual(['new', 'old']);
		expect(acceptedSecrets(secrets, hours(1_048))).toEqual(['new']);
		expect(acceptedSecrets({ previousSecret: 'old', rotatedAt: 0 }, hours(1_000))).toEqual([]);
		expect(acceptedSecrets({})).toEqual([]);
		expect(carriesSecret({ 'x-n8n-secret': 'old' }, ['new', 'old'])).toBe(true);
		expect(carriesSecret({ 'x-n8n-secret': '' }, [])).toBe(false);
	});
});
