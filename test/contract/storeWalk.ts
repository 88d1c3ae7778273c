/** Calls the demo store as a client would, and tells which of its answers break the contract. */
import axios, { type AxiosInstance } from 'axios';
import type { Route } from '../../demo/store/http/routes.ts';
import type { DemoStore } from '../../demo/store/index.ts';
import { validateRequest, validateResponse } from './validate.ts';

export type Row = Record<string, unknown> & { id: number };

export class StoreWalk {
	private readonly store: DemoStore;
	private readonly http: AxiosInstance;
	private judged = 0;

	constructor(store: DemoStore) {
		this.store = store;
		this.http = axios.create({
			baseURL: `${store.origin}/stores/${store.credential.storeHash}`,
			headers: { 'X-Auth-Token': store.credential.accessToken, Accept: 'application/json' },
			validateStatus: () => true,
		});
	}

	/** Makes the call and insists on the status: a walk that misses its aim checks the wrong answers. */
	async call<T = unknown>(
		method: string,
		path: string,
		status: number,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<T> {
		const answer = await this.http.request<T>({ method, url: path, data: body, headers });
		if (answer.status !== status) {
			const text = JSON.stringify(answer.data);
			throw new Error(`${method} ${path} answered ${answer.status}, not ${status}: ${text}`);
		}
		return answer.data;
	}

	get<T = unknown>(path: string, status = 200): Promise<T> {
		return this.call<T>('GET', path, status);
	}

	/** The rows of a v3 list, or of a v2 one (whose empty body means none). */
	async rows(path: string): Promise<Row[]> {
		const { data } = await this.http.get<Row[] | { data: Row[] } | ''>(path);
		if (data === '') return [];
		return Array.isArray(data) ? data : data.data;
	}

	/**
	 * The problems of all answers since the last time. Requests that the store took without complaint
	 * have to be right as well, else the walk would bless what the real store refuses.
	 */
	problems(): string[] {
		const recent = this.store.exchanges.slice(this.judged);
		this.judged = this.store.exchanges.length;
		if (recent.length === 0) throw new Error('Nothing was called');
		const problems = recent.flatMap((exchange) => [
			...validateResponse(exchange),
			...(exchange.status < 400 ? validateRequest(exchange) : []),
		]);
		const byKind = new Map(problems.map((problem) => [withoutParticulars(problem), problem]));
		return [...byKind.values()];
	}

	/** The endpoints that no call of this walk has succeeded at. */
	leftOut(routes: Route[]): string[] {
		const walked = this.store.exchanges.filter(({ status }) => status < 400);
		return routes
			.filter((route) => {
				const pattern = new RegExp(`^${route.path.replace(/\{[^}]+\}/g, '[^/]+')}$`);
				return !walked.some(({ method, path }) => method === route.method && pattern.test(path));
			})
			.map(({ method, path }) => `${method} ${path}`);
	}
}

/** One line for the same mistake in forty rows: ids, list indices and values do not count. */
const withoutParticulars = (problem: string) =>
	problem
		.replace(/\/\d+(?=[/ ])/g, '/{id}')
		.replace(/\[\d+\]/g, '[]')
		.replace(/ \(is .*/, '');
