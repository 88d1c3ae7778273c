import type { DemoStore } from '../../demo/store/index.ts';
import { runForJson, runNode } from './runNode';

/** A catalogue of 24 believable products and 300 simple ones, and short ways to run one resource against it. */
export const CATALOGUE = { products: 300 };

export function catalogueRunner(store: () => DemoStore, resource: string) {
	const parameters = (operation: string, given: object) => ({ resource, operation, ...given });
	return {
		/** One item, or several; a bad one ends the run. */
		run: async (operation: string, given: object = {}, items: object[] = [{}]) =>
			await runForJson(store().credential, parameters(operation, given), { items }),
		/** Every item has its own output, or its own error. */
		each: async (operation: string, given: object, items: object[] = [{}]) =>
			await runNode(store().credential, parameters(operation, given), {
				items,
				onError: 'continueRegularOutput',
			}),
		writes: () => store().exchanges.filter(({ method }) => method !== 'GET'),
		reads: () => store().exchanges.filter(({ method }) => method === 'GET'),
		/** The only body that was sent. */
		sent: () => {
			const [write, ...more] = store().exchanges.filter(({ method }) => method !== 'GET');
			if (!write || more.length > 0) throw new Error(`${more.length + (write ? 1 : 0)} writes`);
			return write.requestBody;
		},
		named: (name: string) => {
			const found = [...store().state.products.values()].find((product) => product.name === name);
			if (!found) throw new Error(`The store has no product ${name}`);
			return found;
		},
		count: () => store().state.products.size,
	};
}

/** A resource locator as the form holds it. */
export const picked = (mode: string, value: unknown) => ({
	__rl: true,
	mode,
	value: typeof value === 'string' && value.startsWith('=') ? value : String(value),
});
