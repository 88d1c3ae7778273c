import type { IExecuteFunctions } from 'n8n-workflow';

/** Long enough that the browser's console stays readable. */
const EVERY_MS = 5_000;

/** Says in the editor how far a long run is. n8n lets a node do so in manual executions alone, in the browser's console. */
export class Progress {
	private readonly context: IExecuteFunctions;
	private readonly total: number;
	private toldAt = Date.now();
	private start = 0;
	private end = 0;
	private records = 0;

	constructor(context: IExecuteFunctions, total: number) {
		this.context = context;
		this.total = total;
	}

	/** Items of the chunk under way that are written: at least so many, as items for one record are sent as one. */
	get written(): number {
		return Math.min(this.records, this.end - this.start);
	}

	begin(start: number, end: number): void {
		this.start = start;
		this.end = end;
		this.records = 0;
	}

	add(records: number): void {
		this.records += records;
		if (Date.now() - this.toldAt >= EVERY_MS) this.tell(this.start + this.written);
	}

	tell(done = this.end): void {
		this.toldAt = Date.now();
		this.context.sendMessageToUI(`BigCommerce: ${done} of ${this.total} items done`);
	}
}
