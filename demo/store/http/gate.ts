import type { IncomingHttpHeaders } from 'node:http';
import type { StoreState } from '../state.ts';
import { v2Error, v3Error, STATUS_PAGE, type Answer } from './answers.ts';
import { isForm, type SentBody } from './form.ts';
import { Query } from './query.ts';
import type { QuotaWindow } from './quotaWindow.ts';
import type { Match, Route, Router } from './routes.ts';

/** The longest address that is served (API notes 1.5). */
const LONGEST_URL = 1_024;

export interface Incoming extends SentBody {
	method: string;
	url: URL;
	/** Without /stores/<hash>. */
	path: string;
	rawUrl: string;
	headers: IncomingHttpHeaders;
}

/** A request that has passed, or failed, the gate: `run` gives its answer, `done` frees its place. */
export interface Admitted {
	run(): Answer;
	headers(): Record<string, string>;
	done(): void;
}

export interface GateParts {
	state: StoreState;
	router: Router;
	quota: QuotaWindow;
	accessToken: string;
	emit(scope: string, data: object): void;
}

/** What stands before every endpoint: address, token, quota, scope, headers and the endpoint's own concurrency cap. */
export class Gate {
	scopes: string[] | 'all' = 'all';
	private readonly parts: GateParts;
	private readonly underWay = new Map<Route, number>();

	constructor(parts: GateParts) {
		this.parts = parts;
	}

	admit(incoming: Incoming): Admitted {
		const now = Date.now();
		const headers = (): Record<string, string> => this.parts.quota.headers(Date.now());
		const refused = (answer: Answer): Admitted => ({
			run: () => answer,
			headers,
			done: () => undefined,
		});

		const stopped = this.beforeRouting(incoming, now);
		if (stopped) return refused(stopped);
		const path = incoming.path.startsWith('/v2/')
			? incoming.path.replace(/\/+$/, '')
			: incoming.path;
		const found = this.parts.router.find(incoming.method, path);
		if (Array.isArray(found)) return refused(noRoute(incoming.method, path, found.length > 0));
		const unfit = this.unfit(incoming, found);
		if (unfit) return refused(unfit);

		const count = (this.underWay.get(found.route) ?? 0) + 1;
		// The cap is the endpoint's, not the quota's: the limiter that holds it knows no window, so it sends no quota headers
		// (API notes 1.3 and 1.4: a 429 without them means back off).
		if (found.route.parallel !== undefined && count > found.route.parallel) {
			return refused({
				...v3Error(429, 'Too many concurrent requests to this endpoint'),
				quotaHeaders: false,
			});
		}
		this.underWay.set(found.route, count);
		return {
			headers,
			run: () => this.run(incoming, found),
			done: () => this.underWay.set(found.route, (this.underWay.get(found.route) ?? 1) - 1),
		};
	}

	private beforeRouting(incoming: Incoming, now: number): Answer | undefined {
		if (incoming.rawUrl.length > LONGEST_URL) return v3Error(414, 'The request URI is too long');
		if (!/^\/(v2|v3)\//.test(incoming.path)) return v3Error(404, 'Not found');
		const token = incoming.headers['x-auth-token'];
		if (token === undefined) return v3Error(401, 'X-Auth-Token header is required');
		const hash = incoming.url.pathname.split('/')[2];
		const { store, settings } = this.parts.state;
		if (token !== this.parts.accessToken) {
			return v3Error(401, 'Unauthorized: the client id or token is not valid for this store');
		}
		if (hash !== store.hash) {
			return v3Error(settings.unknownStoreStatus, 'The token does not reach this store');
		}
		if (settings.suspended) return v3Error(503, 'The store is suspended and cannot be reached.');
		if (!this.parts.quota.take(now)) {
			return {
				...v3Error(429, 'You have exceeded the rate limit of your plan. Try again later.'),
				headers: { 'X-Retry-After': String(Math.ceil(this.parts.quota.resetMs(now) / 1000)) },
			};
		}
		// Seen on v3 paths that end in a slash (API notes 1.15).
		if (incoming.path.startsWith('/v3/') && incoming.path.endsWith('/'))
			return v3Error(403, 'Authentication Required');
		return undefined;
	}

	private unfit(incoming: Incoming, { route }: Match): Answer | undefined {
		if (!this.allows(route)) {
			return {
				status: 403,
				body: {
					status: 403,
					title: "You don't have a required scope to access the endpoint",
					type: STATUS_PAGE,
					errors: {},
				},
			};
		}
		const accept = incoming.headers.accept?.toLowerCase();
		if (
			incoming.path.startsWith('/v3/') &&
			accept !== undefined &&
			!/application\/json|\*\/\*|application\/\*/.test(accept)
		) {
			return v3Error(406, 'Only application/json can be answered');
		}
		const contentType = incoming.headers['content-type']?.toLowerCase() ?? '';
		if (
			incoming.text !== '' &&
			!contentType.includes('application/json') &&
			!(route.form && isForm(contentType))
		) {
			return incoming.path.startsWith('/v2/')
				? v2Error(415, 'The content type of the request is not supported.')
				: v3Error(415, 'Unsupported media type: send application/json');
		}
		return undefined;
	}

	private allows(route: Route): boolean {
		if (this.scopes === 'all' || route.scope === undefined) return true;
		const scopes = this.scopes;
		const wanted = Array.isArray(route.scope) ? route.scope : [route.scope];
		return wanted.some(
			(name) =>
				scopes.includes(name) || (route.method === 'GET' && scopes.includes(`${name}_read_only`)),
		);
	}

	private run(incoming: Incoming, { route, params }: Match): Answer {
		const version = incoming.path.startsWith('/v2/') ? 'v2' : 'v3';
		let body: unknown = incoming.form?.fields;
		if (incoming.form === undefined && incoming.text !== '') {
			try {
				body = JSON.parse(incoming.text) as unknown;
			} catch {
				return version === 'v2'
					? v2Error(400, 'The request body is not valid JSON.')
					: v3Error(400, 'Input is invalid.');
			}
		}
		return route.run({
			state: this.parts.state,
			query: new Query(incoming.url.searchParams, version),
			params,
			body,
			...(incoming.form ? { files: incoming.form.files } : {}),
			now: Date.now(),
			emit: this.parts.emit,
		});
	}
}

/** PATCH is known nowhere (501); a method that the path lacks is 405; a path that is not there 404 (API notes 1.15). */
function noRoute(method: string, path: string, pathExists: boolean): Answer {
	const error = path.startsWith('/v2/') ? v2Error : v3Error;
	if (!['GET', 'POST', 'PUT', 'DELETE'].includes(method))
		return error(501, 'The method is not implemented.');
	return pathExists
		? error(405, 'The method is not allowed for this resource.')
		: error(404, 'The requested resource was not found.');
}
