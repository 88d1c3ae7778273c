import { bare, noContent, refuseV3, type Answer } from './http/answers.ts';
import { isObject, numberOf, objectOf, textOf, type JsonObject } from './http/reading.ts';
import type { DemoStore, Fault, FaultKind, FaultMatch } from './types.ts';

const KINDS: FaultKind[] = [
	'status',
	'rateLimit',
	'rateLimitBare',
	'html',
	'cutBody',
	'reset',
	'hang',
	'empty',
];

const strings = (value: unknown): Record<string, string> =>
	Object.fromEntries(Object.entries(objectOf(value)).map(([name, entry]) => [name, String(entry)]));

/** A fault as JSON: `path` is the source of a regular expression, `times` may be "Infinity". */
function faultFrom(body: JsonObject): Fault {
	const kind =
		KINDS.find((name) => name === body.kind) ??
		refuseV3(422, `kind must be one of ${KINDS.join(', ')}`);
	const given = objectOf(body.match);
	const match: FaultMatch = {
		...(textOf(given.method) === undefined ? {} : { method: textOf(given.method) }),
		...(textOf(given.path) === undefined ? {} : { path: new RegExp(textOf(given.path) ?? '') }),
		...(given.query === undefined ? {} : { query: strings(given.query) }),
	};
	return {
		kind,
		match,
		times: body.times === 'Infinity' ? Infinity : (numberOf(body.times) ?? 1),
		after: numberOf(body.after) ?? 0,
		applied: body.applied === true,
		...(numberOf(body.status) === undefined ? {} : { status: numberOf(body.status) }),
		...(numberOf(body.resetMs) === undefined ? {} : { resetMs: numberOf(body.resetMs) }),
		...(body.body === undefined ? {} : { body: body.body }),
		...(body.headers === undefined ? {} : { headers: strings(body.headers) }),
	};
}

function collection(store: DemoStore, name: string): unknown {
	const value = (store.state as unknown as Record<string, unknown>)[name];
	if (value === undefined) return refuseV3(404, `There is no collection ${name}`);
	return value instanceof Map ? [...value.values()] : value;
}

type Handler = (store: DemoStore, body: unknown) => Answer;

const HANDLERS: Record<string, Handler> = {
	'POST /faults': (store, body) => {
		for (const fault of Array.isArray(body) ? body : [body])
			store.faults.add(faultFrom(objectOf(fault)));
		return noContent;
	},
	'DELETE /faults': (store) => {
		store.faults.clear();
		return noContent;
	},
	'GET /exchanges': (store) => bare(store.exchanges),
	'POST /reset': (store) => {
		store.reset();
		return noContent;
	},
	'POST /events': (store, body) => {
		const { scope, data } = objectOf(body);
		if (typeof scope !== 'string' || typeof data !== 'object' || data === null)
			return refuseV3(422, 'scope and data are needed');
		void store.emit(scope, data);
		return { status: 202 };
	},
	'GET /deliveries': (store) => bare(store.deliveries),
	'POST /quota': (store, body) => {
		const requests = numberOf(objectOf(body).requests);
		const windowMs = numberOf(objectOf(body).windowMs);
		if (requests === undefined || windowMs === undefined)
			return refuseV3(422, 'requests and windowMs are needed');
		store.setQuota({ requests, windowMs });
		return noContent;
	},
	'POST /scopes': (store, body) => {
		const scopes = isObject(body) ? body.scopes : body;
		store.setScopes(Array.isArray(scopes) ? scopes.map(String) : 'all');
		return noContent;
	},
	'POST /latency': (store, body) => {
		store.setLatency(numberOf(objectOf(body).ms) ?? 0);
		return noContent;
	},
	'POST /hosts': (store, body) => {
		store.setHosts(strings(body));
		return noContent;
	},
	'POST /settings': (store, body) => {
		Object.assign(store.state.settings, objectOf(body));
		return noContent;
	},
	'GET /store': (store) =>
		bare({ origin: store.origin, credential: store.credential, maxParallel: store.maxParallel }),
};

/** What lies below /_demo/: the store's switches for users in another process. */
export function control(store: DemoStore, method: string, path: string, body: unknown): Answer {
	if (method === 'GET' && path.startsWith('/state/'))
		return bare(collection(store, path.slice('/state/'.length)));
	const handler = HANDLERS[`${method} ${path}`];
	return handler ? handler(store, body) : refuseV3(404, `There is no ${method} /_demo${path}`);
}
