import { readRows, withAnswer } from '../../../api/answers';
import type { Call, Client } from '../../../api/client';
import type { RowPage } from '../sweep';

export interface DatedPage<Row> extends RowPage<Row> {
	meta?: {
		pagination?: { total_pages?: number };
		cursor_pagination?: { end_cursor?: string; links?: { next?: string } };
	};
}

/** Reads rows together with the store's own time, which its answer bears: the clock of n8n may differ. */
export async function rowsAt<Row>(client: Client, call: Call): Promise<DatedPage<Row>> {
	const askedAt = Date.now();
	const { value: rows, answer } = await client.request('GET', call, withAnswer(readRows<Row>));
	const now = Math.floor((Date.parse(String(answer.headers.date)) || Date.now()) / 1000);
	const times = { now, at: now - Math.ceil((Date.now() - askedAt) / 1000) };
	const { meta } = (answer.body || {}) as Pick<DatedPage<Row>, 'meta'>;
	return { ...times, rows, meta };
}

/** One second early: whether the API means "from" or "after" differs from place to place. */
export const dateFrom = (seconds: number) => new Date((seconds - 1) * 1000).toISOString();
