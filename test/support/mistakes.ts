import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { runNode } from './runNode';

/** What people do wrong, and what the node's panel says then: what happened, to which record, what to do. */
export interface Mistake {
	/** Resource and operation: `product:get`. */
	of: string;
	form?: Record<string, unknown>;
	item?: object;
	/** OAuth scopes of the API account; all without it. */
	scopes?: string[];
	/** What n8n shows, without the number of the item. */
	message: string;
	/** A part of what stands below it. */
	advice: string;
}

export const by = (value: unknown, mode = 'id') => ({ __rl: true, mode, value });

/** What the demo store has, and what it does not have. */
export const product = by(80);
export const priceList = by(1);
export const nobody = by(99999);
export const sku = 'NP-TENT-G2';

async function shownFor(store: DemoStore, { of, form, item = {}, scopes = [] }: Mistake) {
	if (scopes.length > 0) store.setScopes(scopes);
	const [resource, operation] = of.split(':');
	const run = runNode(store.credential, { resource, operation, ...form }, { items: [item] });
	const [outcome] = await Promise.allSettled([run]);
	if (outcome.status === 'fulfilled') throw new Error(`${of} was carried out`);
	const error: unknown = outcome.reason;
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	throw error;
}

/** Makes each mistake, and holds what n8n shows against the table. */
export function expectToBeExplained(kinds: { [kind: string]: Mistake[] }): void {
	let store: DemoStore;
	beforeAll(async () => {
		store = await startDemoStore();
	});
	afterAll(async () => await store.stop());
	beforeEach(() => store.reset());

	describe.each(Object.entries(kinds))('%s', (_kind, mistakes) => {
		it.each(mistakes)('$of: $message', async (mistake) => {
			const { message, description } = await shownFor(store, mistake);
			expect(message).toBe(`${mistake.message} [item 0]`);
			expect(description).toContain(mistake.advice);
		});
	});
}
