import type { IExecuteFunctions } from 'n8n-workflow';

/** Long enough that the browser's console stays readable. */
const EVERY_MS = 5_000;

/** Says in the editor how far a long run is. n8n lets a node do so in manual executions alone, in the browser's console. */
export class Progress {
	/** Items whose outcome is known. */
	private settled = 0;
	/** Items of the stretch under way that are written. */
	private written = 0;
	private toldAt = Date.now();
	private readonly context: IExecuteFunctions;
	private readonly total: number;

	constructor(context: IExecuteFunctions, total: number) {
		this.context = context;
		this.total = total;
	}

	/** So many items more are written, of a stretch that still goes on. */
	add(written: number): void {
		this.written += written;
		if (Date.now() - this.toldAt >= EVERY_MS) this.tell();
	}

	/** All items up to this one have their outcome. */
	reach(settled: number): void {
		this.settled = settled;
		this.written = 0;
		this.tell();
	}

	private tell(): void {
		this.toldAt = Date.now();
		const done = Math.min(this.settled + this.written, this.total);
		this.context.sendMessageToUI(`BigCommerce: ${done} of ${this.total} items done`);
	}
}
