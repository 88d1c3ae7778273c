import { InputError } from '../api/inputError';

const OLDEST_N8N = '1.123';

/** Ends with a sentence where n8n lacks what the nodes call, instead of with a programmer's message. */
export function assertRecentN8n<Context extends object>(
	context: Context,
	...called: Array<keyof Context>
): void {
	if (called.every((name) => typeof context[name] === 'function')) return;
	throw new InputError(
		`This n8n is too old for the BigCommerce nodes, which need n8n ${OLDEST_N8N} or newer`,
		'Update n8n, and run the workflow again.',
	);
}
