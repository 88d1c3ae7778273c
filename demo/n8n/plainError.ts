/**
 * An error whose message is one sentence for the person at the terminal; `detail` holds what a
 * developer wants to see (`--verbose`).
 */
export class PlainError extends Error {
	readonly detail: string;

	constructor(message: string, detail = '') {
		super(message);
		this.name = 'PlainError';
		this.detail = detail;
	}
}

export const errorText = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

export const lastLines = (text: string, count: number): string =>
	text.trimEnd().split('\n').slice(-count).join('\n');
