import type { StoreState } from '../state.ts';
import type { Answer } from './answers.ts';
import type { FormFile } from './form.ts';
import type { Query } from './query.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** All that a handler may see and do. */
export interface Context {
	state: StoreState;
	query: Query;
	/** The values of the path's `{...}` parts. */
	params: Record<string, string>;
	body: unknown;
	/** The files of a multipart form, whose text fields are the body; undefined where JSON came. */
	files?: Record<string, FormFile>;
	now: number;
	emit(scope: string, data: object): void;
}

export interface Route {
	method: Method;
	/** E.g. `/v2/orders/{order_id}`; a part in braces ending in `id` takes digits only. */
	path: string;
	/** The OAuth scope parameter without `_read_only`; several: any of them; none: every valid token (API notes 1.2). */
	scope?: string | string[];
	/** How many requests of this endpoint may be under way at once (API notes 1.4). */
	parallel?: number;
	/** Takes a multipart form as well as JSON. */
	form?: true;
	run(context: Context): Answer;
}

export interface Match {
	route: Route;
	params: Record<string, string>;
}

interface Compiled {
	route: Route;
	pattern: RegExp;
	names: string[];
}

export class Router {
	private readonly compiled: Compiled[];

	constructor(routes: Route[]) {
		const literalFirst = [...routes].sort(
			(a, b) => a.path.split('{').length - b.path.split('{').length,
		);
		this.compiled = literalFirst.map(compile);
	}

	/** The route of a request, or the methods that its path does know (none: the path does not exist). */
	find(method: string, path: string): Match | Method[] {
		const allowed: Method[] = [];
		for (const { route, pattern, names } of this.compiled) {
			const found = pattern.exec(path);
			if (!found) continue;
			if (route.method !== method) {
				allowed.push(route.method);
				continue;
			}
			const params = Object.fromEntries(
				names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]),
			);
			return { route, params };
		}
		return allowed;
	}
}

function compile(route: Route): Compiled {
	const names: string[] = [];
	const pattern = route.path.replace(/\{([^}]+)\}/g, (_whole, name: string) => {
		names.push(name);
		return name.endsWith('id') ? '(\\d+)' : '([^/]+)';
	});
	return { route, pattern: new RegExp(`^${pattern}$`), names };
}
