import { InputError } from '../api/inputError';

const OLDEST_N8N = '1.123';

/** Ends with a sentence where n8n lacks what the nodes call, instead of with a programmer's message. */
export function assertRecentN8n(...called: unknown[]): void {
	if (called.every((one) => typeof one === 'function')) return;
	throw new InputError(
		`This n8n is too old for the BigCommerce nodes, which need n8n ${OLDEST_N8N} or newer`,
		'Update n8n, and run the workflow again.',
	);
}
