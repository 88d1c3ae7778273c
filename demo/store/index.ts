import { control } from './control.ts';
import { allRoutes } from './endpoints/index.ts';
import { Gate } from './http/gate.ts';
import { QuotaWindow } from './http/quotaWindow.ts';
import { Router } from './http/routes.ts';
import { seed } from './seed/index.ts';
import { StoreServer } from './server.ts';
import { emptyState } from './state.ts';
import type { DemoStore, DemoStoreOptions, Quota } from './types.ts';
import { Deliverer, RETRY_SECONDS } from './webhooks/deliverer.ts';

export { ABANDONED_CART_TOKEN, CART_ID } from './seed/index.ts';
export type { StoreSettings, StoreState } from './state.ts';
export type * from './records.ts';
export type * from './types.ts';

/** High enough never to be met unless a test lowers it. */
const DEFAULT_QUOTA: Quota = { requests: 100_000, windowMs: 30_000 };

/**
 * Starts a stateful stand-in for the BigCommerce REST API on this machine.
 *
 * It is written from the vendor's OpenAPI files and from docs/bigcommerce-api-notes.md, never from what a client sends. What is
 * undocumented or only reported is switchable in `state.settings` where a test may want it otherwise.
 */
export async function startDemoStore(options: DemoStoreOptions = {}): Promise<DemoStore> {
	const storeHash = options.storeHash ?? 'rdgr0ast1';
	const clientId = options.clientId ?? 'b8x3democlient0kq7w5n2v4ridgeroast';
	const clientSecret =
		options.clientSecret ?? '4f0d8a1c6be9427f93a5d2c7e81b60f35a9c4e7d2b1f8063c5d7e9a1b3f50248';
	const accessToken = options.accessToken ?? 'h3demotoken9v6k2t8m4p1x5';
	const hosts: Record<string, string> = { ...options.hosts };
	const log = options.log ?? ((): void => undefined);

	const fresh = (): ReturnType<typeof emptyState> => {
		const state = emptyState(storeHash, clientId, Date.now());
		seed(state, options.seed ?? 'shop', {
			products: options.products ?? 0,
			variantsEach: options.variantsEach ?? 1,
		});
		return state;
	};
	const state = fresh();
	const deliverer = new Deliverer({
		state,
		clientSecret,
		hosts,
		retrySeconds: options.webhookRetrySeconds ?? RETRY_SECONDS,
		log,
	});
	const emit = (scope: string, data: object): void => void deliverer.queue(scope, data);
	const quota = new QuotaWindow(options.quota ?? DEFAULT_QUOTA);
	const gate = new Gate({
		state,
		quota,
		accessToken,
		emit,
		router: new Router(allRoutes((now) => deliverer.blockList.blocked(now))),
	});
	gate.scopes = options.scopes ?? 'all';
	const server = new StoreServer(
		gate,
		(method, path, body) => control(store, method, path, body),
		options.latencyMs ?? 0,
		log,
	);
	const port = await server.listen(options.port ?? 0);
	const origin = `http://127.0.0.1:${port}`;

	const store: DemoStore = {
		origin,
		credential: {
			storeHash,
			clientId,
			clientSecret,
			accessToken,
			apiPath: `${origin}/stores/${storeHash}/v3/`,
		},
		exchanges: server.recorded.exchanges,
		state,
		faults: { add: (fault) => server.faults.add(fault), clear: () => server.faults.clear() },
		setQuota: (value) => quota.set(value),
		setScopes: (scopes) => void (gate.scopes = scopes),
		setLatency: (ms) => void (server.latencyMs = ms),
		setHosts: (more) => void Object.assign(hosts, more),
		get maxParallel() {
			return server.maxParallel;
		},
		set maxParallel(value) {
			server.maxParallel = value;
		},
		emit: (scope, data) => deliverer.emit(scope, data),
		deliveries: deliverer.deliveries,
		settled: () => deliverer.settled(),
		reset: () => {
			deliverer.stop();
			deliverer.deliveries.length = 0;
			server.faults.clear();
			server.recorded.forget();
			server.maxParallel = 0;
			server.latencyMs = options.latencyMs ?? 0;
			quota.set(options.quota ?? DEFAULT_QUOTA);
			gate.scopes = options.scopes ?? 'all';
			// The same object stays, so that whoever holds it sees the new state.
			Object.assign(state, fresh());
		},
		stop: async () => {
			deliverer.stop();
			await server.close();
		},
	};
	return store;
}
