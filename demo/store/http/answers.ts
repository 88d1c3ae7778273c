/** What an endpoint answers. `body` undefined means an empty body (204s, most deletes). */
export interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
	/** False where BigCommerce's limiter stands before the quota, so that no quota header is known. */
	quotaHeaders?: boolean;
}

/** Facts 3.5: v3 errors carry a pointer to the page on status codes. */
export const STATUS_PAGE = '/api-docs/getting-started/api-status-codes';

export const noContent: Answer = { status: 204 };

/** v3 wraps a record or a list in `data` and `meta` (API notes 1.7). */
export const data = (value: unknown, meta: unknown = {}, status = 200): Answer => ({
	status,
	body: { data: value, meta },
});

/** v2 answers bare values. */
export const bare = (value: unknown, status = 200): Answer => ({ status, body: value });

/** v2 says "no rows" with 204 and an empty body, also past the last page (API notes 1.7). */
export const bareList = (rows: unknown[]): Answer => (rows.length === 0 ? noContent : bare(rows));

/** Thrown by a handler to answer with an error. */
export class Refusal extends Error {
	readonly answer: Answer;
	constructor(answer: Answer) {
		super(`refused with ${answer.status}`);
		this.answer = answer;
	}
}

/** The general v3 error (API notes 1.6). */
export const v3Error = (status: number, title: string, errors: unknown = {}): Answer => ({
	status,
	body: { status, title, type: STATUS_PAGE, errors },
});

/** The v2 error: an array, whose details may say why (API notes 1.6). */
export const v2Error = (status: number, message: string, details?: object): Answer => ({
	status,
	body: [{ status, message, ...(details ? { details } : {}) }],
});

export const refuseV3 = (status: number, title: string, errors: unknown = {}): never => {
	throw new Refusal(v3Error(status, title, errors));
};

export const refuseV2 = (status: number, message: string, details?: object): never => {
	throw new Refusal(v2Error(status, message, details));
};

export const invalidField = (field: string, reason: string): never =>
	refuseV2(400, `The field '${field}' is invalid.`, { invalid_reason: reason });

export const notFoundV2 = (): never => refuseV2(404, 'The requested resource was not found.');
export const notFoundV3 = (what = 'resource'): never => refuseV3(404, `The ${what} was not found.`);
