import { request } from 'node:http';

export interface Posted {
	/** 0 where nothing was answered. */
	status: number;
	error?: string;
}

/** Posts one delivery to a local receiver and waits for its status, no longer than the time-out. */
export function post(
	address: URL,
	body: string,
	headers: Record<string, string>,
	timeoutMs: number,
	signal: AbortSignal,
): Promise<Posted> {
	return new Promise((resolve) => {
		// No kept-alive socket: a receiver that a test closes must be able to end.
		const outgoing = request(
			address,
			{
				method: 'POST',
				agent: false,
				signal,
				headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
			},
			(response) => {
				response.resume();
				response.once('end', () => finish({ status: response.statusCode ?? 0 }));
				response.once('error', (error) => finish({ status: 0, error: error.message }));
			},
		);
		const timer = setTimeout(() => outgoing.destroy(new Error('timed out')), timeoutMs).unref();
		const finish = (posted: Posted): void => {
			clearTimeout(timer);
			resolve(posted);
		};
		outgoing.once('error', (error) => finish({ status: 0, error: error.message }));
		outgoing.end(body);
	});
}
