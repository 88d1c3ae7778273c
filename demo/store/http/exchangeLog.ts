import type { IncomingHttpHeaders } from 'node:http';
import type { Fault, RecordedExchange } from '../types.ts';
import type { SendResult } from './sending.ts';

const MOST_EXCHANGES = 50_000;

/** Bodies are kept up to so many characters in all; of older exchanges only the rest remains. */
const MOST_KEPT_TEXT = 128 * 1024 * 1024;

export interface Handled {
	at: number;
	method: string;
	path: string;
	query: Record<string, string>;
	requestHeaders: IncomingHttpHeaders;
	/** The request's body as it came. */
	text: string;
	sent: SendResult;
	fault: Fault | undefined;
}

/** What came in and went out, bounded in number and in size. */
export class ExchangeLog {
	readonly exchanges: RecordedExchange[] = [];
	private readonly keptTexts: Array<{ text: string }> = [];
	private keptLength = 0;
	private readonly log: (line: string) => void;

	constructor(log: (line: string) => void) {
		this.log = log;
	}

	add({ at, method, path, query, requestHeaders, text, sent, fault }: Handled): void {
		const kept = { text: sent.text };
		this.exchanges.push({
			at,
			method,
			path,
			query,
			requestHeaders: Object.fromEntries(
				Object.entries(requestHeaders).map(([name, value]) => [name, String(value)]),
			),
			requestBody: parsed(text),
			status: sent.status,
			responseHeaders: sent.headers,
			// Parsed only when somebody looks: a bench of 10,000 products would otherwise pay for it.
			get responseBody(): unknown {
				return parsed(kept.text);
			},
			...(fault ? { faulted: fault.kind } : {}),
		});
		if (this.exchanges.length > MOST_EXCHANGES)
			this.exchanges.splice(0, this.exchanges.length - MOST_EXCHANGES);
		this.keep(kept);
		const search = new URLSearchParams(query).toString();
		this.log(
			`${method} ${path}${search === '' ? '' : `?${search}`} ${sent.status}${fault ? ` (fault: ${fault.kind})` : ''}`,
		);
	}

	forget(): void {
		this.exchanges.length = 0;
		this.keptTexts.length = 0;
		this.keptLength = 0;
	}

	private keep(body: { text: string }): void {
		this.keptTexts.push(body);
		this.keptLength += body.text.length;
		while (this.keptLength > MOST_KEPT_TEXT) {
			const oldest = this.keptTexts.shift();
			if (!oldest) return;
			this.keptLength -= oldest.text.length;
			oldest.text = '';
		}
	}
}

/** JSON where it is JSON, the text itself where it is not, undefined where there is none. */
export function parsed(text: string): unknown {
	if (text === '') return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
