import type { ServerResponse } from 'node:http';
import type { Fault } from '../types.ts';
import { v3Error, type Answer } from './answers.ts';
import { rootName, xmlDocument } from './xml.ts';

export interface SendResult {
	status: number;
	headers: Record<string, string>;
	text: string;
}

export const jsonText = (value: unknown): string => JSON.stringify(value);

const HTML_PAGE =
	'<!DOCTYPE html>\n<html>\n<head><title>502 Bad Gateway</title></head>\n<body><center><h1>502 Bad Gateway</h1></center></body>\n</html>\n';

const wantsJson = (accept: string | undefined): boolean =>
	(accept ?? '').toLowerCase().includes('application/json');

/** Sends an answer; v2 writes XML when JSON was not asked for (API notes 1.13). */
export function send(
	response: ServerResponse,
	answer: Answer,
	headers: Record<string, string>,
	path: string,
	accept: string | undefined,
): SendResult {
	const all = { ...(answer.quotaHeaders === false ? {} : headers), ...answer.headers };
	if (answer.body === undefined) return finish(response, answer.status, all, '');
	if (path.startsWith('/v2/') && !wantsJson(accept)) {
		const text = xmlDocument(rootName(path, answer.body, answer.status >= 400), answer.body);
		return finish(response, answer.status, { ...all, 'Content-Type': 'application/xml' }, text);
	}
	return finish(
		response,
		answer.status,
		{ ...all, 'Content-Type': 'application/json' },
		jsonText(answer.body),
	);
}

function finish(
	response: ServerResponse,
	status: number,
	headers: Record<string, string>,
	text: string,
): SendResult {
	const body = Buffer.from(text);
	const all: Record<string, string> =
		status === 204 ? headers : { ...headers, 'Content-Length': String(body.length) };
	response.writeHead(status, all);
	response.end(body);
	return { status, headers: all, text };
}

const TITLES: Record<number, string> = {
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
};

/** Sends what a fault makes of an answer. */
export async function sendFault(
	response: ServerResponse,
	fault: Fault,
	answer: Answer | undefined,
	headers: Record<string, string>,
): Promise<SendResult> {
	const json = { ...headers, 'Content-Type': 'application/json', ...fault.headers };
	switch (fault.kind) {
		case 'status': {
			const status = fault.status ?? 500;
			const body = fault.body ?? v3Error(status, TITLES[status] ?? 'Error').body;
			return finish(response, status, json, typeof body === 'string' ? body : jsonText(body));
		}
		case 'rateLimit':
			return finish(
				response,
				429,
				{
					...headers,
					'Content-Type': 'application/json',
					'X-Rate-Limit-Requests-Left': '0',
					'X-Rate-Limit-Time-Reset-Ms': String(fault.resetMs ?? 200),
					...fault.headers,
				},
				jsonText(fault.body ?? v3Error(429, 'Too many requests').body),
			);
		case 'rateLimitBare':
			return finish(
				response,
				429,
				{ 'Content-Type': 'application/json', ...fault.headers },
				jsonText(fault.body ?? v3Error(429, 'Too many requests').body),
			);
		case 'html':
			return finish(
				response,
				fault.status ?? 502,
				{ ...headers, 'Content-Type': 'text/html; charset=UTF-8', ...fault.headers },
				HTML_PAGE,
			);
		case 'empty':
			return finish(response, fault.status ?? 200, json, '');
		case 'cutBody':
			return cut(response, answer ?? { status: 200, body: { data: {}, meta: {} } }, json);
		case 'reset':
			response.destroy();
			return { status: 0, headers: {}, text: '' };
		case 'hang':
			// Ends when the client leaves or the store stops: both close the socket.
			await new Promise<void>((resolve) => response.once('close', () => resolve()));
			return { status: 0, headers: {}, text: '' };
	}
}

/** Promises the whole body, sends half of it and breaks the connection. */
async function cut(
	response: ServerResponse,
	answer: Answer,
	headers: Record<string, string>,
): Promise<SendResult> {
	const body = Buffer.from(
		answer.body === undefined ? '{"data":{},"meta":{}}' : jsonText(answer.body),
	);
	const half = body.subarray(0, Math.floor(body.length / 2));
	const all = { ...headers, 'Content-Length': String(body.length) };
	response.writeHead(answer.status === 204 ? 200 : answer.status, all);
	await new Promise<void>((resolve) => response.write(half, () => resolve()));
	// A moment for the half to leave before the socket goes.
	await new Promise<void>((resolve) => setTimeout(resolve, 5));
	response.destroy();
	return { status: answer.status, headers: all, text: half.toString() };
}
