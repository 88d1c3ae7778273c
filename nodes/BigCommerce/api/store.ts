import { withShortValues } from './shortened';
import { withoutSlashes } from './values';

/** Where a store's API is reached: `${origin}/stores/${storeHash}/v2|v3/…`. */
export interface StoreAddress {
	origin: string;
	storeHash: string;
}

/** What people paste into the credential; either field suffices. */
export interface StoreAddressInput {
	apiPath?: string;
	storeHash?: string;
}

export class StoreAddressError extends Error {
	override name = 'StoreAddressError';

	constructor(message: string) {
		super(withShortValues(message));
	}
}

const BIGCOMMERCE_ORIGIN = 'https://api.bigcommerce.com';
const STORE_HASH = /^[a-z0-9]+$/;
const CANONICAL_HOST = /^store-([a-z0-9]+)\.mybigcommerce\.com$/;

const isThisMachine = (host: string) =>
	host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

const looksLikeAddress = (text: string) => text.includes('://') || /^[^/]+\.[^/]+/.test(text);

/** Reads what was pasted into one field: an address gives a host (and mostly a hash), anything else a hash alone. */
function read(pasted: string, field: string): Partial<StoreAddress> {
	const text = pasted.trim();
	if (!looksLikeAddress(text)) {
		const hash = withoutSlashes(text.toLowerCase())
			.replace(/^stores\//, '')
			.replace(/\/v[23]$/, '')
			.replace(/^store-/, '');
		if (!STORE_HASH.test(hash)) {
			throw new StoreAddressError(
				`The ${field} "${text}" holds no store hash. It is the short code of letters and digits in the API path, for example abc123 in https://api.bigcommerce.com/stores/abc123/v3/`,
			);
		}
		return { storeHash: hash };
	}
	const url = parse(text, field);
	const canonical = CANONICAL_HOST.exec(url.hostname);
	if (canonical) return { storeHash: canonical[1] };
	const inPath = /\/stores\/(?:store-)?([a-z0-9]+)(?:\/|$)/i.exec(url.pathname);
	if (!inPath) {
		throw new StoreAddressError(
			`The ${field} "${text}" names no store. Paste the API path from the API account (it contains /stores/ and the store hash), or the address that starts with https://store-`,
		);
	}
	const base = url.pathname.slice(0, inPath.index);
	return { origin: allowedOrigin(url, base, field), storeHash: inPath[1]?.toLowerCase() };
}

function parse(text: string, field: string): URL {
	try {
		return new URL(text.includes('://') ? text : `https://${text}`);
	} catch {
		throw unreadable(text, field);
	}
}

const unreadable = (text: string, field: string) =>
	new StoreAddressError(`The ${field} "${text}" is not an address that can be read`);

/** A token must not travel unencrypted, except to this machine (a demo store or a proxy). */
function allowedOrigin(url: URL, base: string, field: string): string {
	const secure = url.protocol === 'https:';
	if (!secure && !(url.protocol === 'http:' && isThisMachine(url.hostname))) {
		throw new StoreAddressError(
			`The ${field} must start with https://, because the access token would travel unencrypted to ${url.host}`,
		);
	}
	return `${url.origin}${base}`;
}

/**
 * One origin and one store hash from the credential's API Path and Store Hash.
 * Accepts `abc123`, `store-abc123`, `stores/abc123`, the storefront or control-panel address and the API path
 * ending in /v2/ or /v3/, in any case, with spaces and slashes around (API notes 1.1).
 */
export function resolveStore({ apiPath = '', storeHash = '' }: StoreAddressInput): StoreAddress {
	const fromPath = apiPath.trim() ? read(apiPath, 'API Path') : {};
	const fromHash = storeHash.trim() ? read(storeHash, 'Store Hash') : {};
	if (fromPath.storeHash && fromHash.storeHash && fromPath.storeHash !== fromHash.storeHash) {
		throw new StoreAddressError(
			`The API Path belongs to store ${fromPath.storeHash}, the Store Hash says ${fromHash.storeHash}. Keep the one that is right and empty the other field`,
		);
	}
	const hash = fromPath.storeHash ?? fromHash.storeHash;
	if (!hash) {
		throw new StoreAddressError('Fill in the API Path or the Store Hash; either one is enough');
	}
	return { origin: fromPath.origin ?? fromHash.origin ?? BIGCOMMERCE_ORIGIN, storeHash: hash };
}
