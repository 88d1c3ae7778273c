import type { StoreState } from './state.ts';

/** What a caller may say about the store it wants; every part has a believable default. */
export interface DemoStoreOptions {
	/** 0 (default) takes a free port. */
	port?: number;
	storeHash?: string;
	clientId?: string;
	clientSecret?: string;
	accessToken?: string;
	/** OAuth scope parameter names that the token has, e.g. `store_v2_orders_read_only`; default: all. */
	scopes?: string[];
	seed?: 'shop' | 'empty';
	/** This many further products, made deterministically: a large catalogue for benches. */
	products?: number;
	/** How many variants each of them has; 1 (default) makes them simple. */
	variantsEach?: number;
	quota?: Quota;
	/** How long each API answer is held back. */
	latencyMs?: number;
	/** Public https origin of webhook destinations to the local origin that really receives them. */
	hosts?: Record<string, string>;
	/** The waits between the tries of one delivery; tests shrink them. */
	webhookRetrySeconds?: number[];
	log?: (line: string) => void;
}

export interface Quota {
	requests: number;
	windowMs: number;
}

export interface Credential {
	storeHash: string;
	clientId: string;
	clientSecret: string;
	accessToken: string;
	apiPath: string;
}

/** One request that came in and what went out; `path` starts with /v2 or /v3. */
export interface RecordedExchange {
	at: number;
	method: string;
	path: string;
	query: Record<string, string>;
	requestHeaders: Record<string, string>;
	requestBody: unknown;
	/** 0 where no answer was sent (a reset or a hang). */
	status: number;
	responseHeaders: Record<string, string>;
	responseBody: unknown;
	/** The kind of the fault that changed this answer. */
	faulted?: string;
}

export type FaultKind =
	'status' | 'rateLimit' | 'rateLimitBare' | 'html' | 'cutBody' | 'reset' | 'hang' | 'empty';

export interface FaultMatch {
	method?: string;
	/** A RegExp is searched for in the path; a string is the whole path, where `{...}` stands for one segment. */
	path?: RegExp | string;
	query?: Record<string, string>;
}

/** A disturbance that is switched on: which requests it meets, how often, and what they get. */
export interface Fault {
	match?: FaultMatch;
	/** How many requests it meets before it is used up; default 1. */
	times?: number;
	/** How many matching requests pass unharmed first. */
	after?: number;
	kind: FaultKind;
	/** The request is carried out and only its answer is lost or replaced. */
	applied?: boolean;
	/** For `status` (default 500), `html` (502) and `empty` (200). */
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
	/** For `rateLimit`: what X-Rate-Limit-Time-Reset-Ms says; default 200. */
	resetMs?: number;
}

export interface DeliveryRecord {
	at: number;
	hookId: number;
	scope: string;
	destination: string;
	/** 1 is the first try. */
	attempt: number;
	/** 0 where nothing was answered. */
	status: number;
	error?: string;
	headers: Record<string, string>;
	body: string;
}

export interface DemoStore {
	origin: string;
	credential: Credential;
	exchanges: RecordedExchange[];
	state: StoreState;
	faults: { add(fault: Fault): void; clear(): void };
	setQuota(quota: Quota): void;
	setScopes(scopes: string[] | 'all'): void;
	setLatency(ms: number): void;
	/** Adds to (or replaces in) the map of webhook origins. */
	setHosts(hosts: Record<string, string>): void;
	/** Most API requests seen under way at once. */
	maxParallel: number;
	/** Something happened in the shop: its deliveries to all matching active hooks are queued. */
	emit(scope: string, data: object): Promise<void>;
	deliveries: DeliveryRecord[];
	/** Resolves when no first delivery is pending. */
	settled(): Promise<void>;
	/** State, faults, exchanges, deliveries, quota, scopes and latency as at the start. */
	reset(): void;
	stop(): Promise<void>;
}
