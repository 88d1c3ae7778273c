import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Counts what reaches the end of a workflow: a local address to which its last node posts each item. */
export class Sink {
	/** By order id: how often it arrived. */
	readonly arrivals = new Map<number, number>();
	private held?: Array<() => void>;
	private readonly server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		const take = () => {
			// Whoever hung up meanwhile has to come again.
			if (response.destroyed) return;
			const { orderId } = JSON.parse(Buffer.concat(chunks).toString()) as { orderId: number };
			this.arrivals.set(orderId, (this.arrivals.get(orderId) ?? 0) + 1);
			response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
		};
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			if (this.held) this.held.push(take);
			else take();
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

	/** From now on nothing arrives: whoever posts waits for the release. */
	hold(): void {
		this.held ??= [];
	}

	release(): void {
		const waiting = this.held ?? [];
		this.held = undefined;
		for (const take of waiting) take();
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

	/** Nobody is left who could post anything. */
	async untilQuiet(): Promise<void> {
		const open = () =>
			new Promise<number>((resolve, reject) =>
				this.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
			);
		await until(
			async () => (await open()) === 0,
			30_000,
			() => 'The sink was still being posted to',
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
