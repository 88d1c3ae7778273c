import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Counts what reaches the end of a workflow: a local address to which its last node posts each item. */
export class Sink {
	/** By order id: how often it arrived. */
	readonly arrivals = new Map<number, number>();
	private readonly server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { orderId } = JSON.parse(Buffer.concat(chunks).toString()) as { orderId: number };
			this.arrivals.set(orderId, (this.arrivals.get(orderId) ?? 0) + 1);
			response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
		});
	});

	static async open(): Promise<Sink> {
		const sink = new Sink();
		await new Promise<void>((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
		return sink;
	}

	get address(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
	}

	missing(ids: number[]): number[] {
		return ids.filter((id) => !this.arrivals.has(id));
	}

	get repeated(): number[] {
		return [...this.arrivals].filter(([, times]) => times > 1).map(([id]) => id);
	}

	async waitFor(ids: number[], limit: number): Promise<void> {
		await until(
			() => this.missing(ids).length === 0,
			limit,
			() => `${this.missing(ids).length} of ${ids.length} orders had not arrived`,
		);
	}

	async close(): Promise<void> {
		const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
		this.server.closeAllConnections();
		await closed;
	}
}

export async function until(
	holds: () => boolean | Promise<boolean>,
	limit: number,
	otherwise: () => string,
): Promise<void> {
	const deadline = Date.now() + limit;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`${otherwise()} after ${limit / 1000} s`);
		await sleep(50);
	}
}
