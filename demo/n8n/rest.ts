import type { Method } from 'axios';
import type { N8n } from './instance.ts';

/** One call of n8n's own REST interface; what it says on failure becomes the error. */
export async function rest<T>(
	n8n: N8n,
	method: Method,
	url: string,
	body?: object,
	query?: object,
): Promise<T> {
	const { status, data } = await n8n.api.request<{ data: T; message?: string }>({
		method,
		url: `/rest${url}`,
		data: body,
		params: query,
	});
	if (status < 200 || status > 299) {
		throw new Error(
			`n8n answered ${method} ${url} with ${status}: ${data?.message ?? 'no reason'}`,
		);
	}
	return data.data;
}
