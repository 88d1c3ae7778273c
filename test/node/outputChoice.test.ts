import type { NodeExecutionHint } from 'n8n-workflow';

import { startDemoStore, type DemoStore } from '../../demo/store/index.ts';
import { resources } from '../../nodes/BigCommerce/registry';
import { runForJson } from '../support/runNode';

let store: DemoStore;
beforeAll(async () => {
	store = await startDemoStore();
});
afterAll(async () => await store.stop());
beforeEach(() => store.reset());

const selected = (resource: string, selectedFields: string, more: object = {}) => ({
	resource,
	operation: 'getAll',
	limit: 2,
	output: 'selected',
	selectedFields,
	...more,
});
const get = async (resource: string, selectedFields: string, more: object = {}) =>
	await runForJson(store.credential, selected(resource, selectedFields, more));

describe('Output', () => {
	it('is a choice of every get and every list, but of records of four fields', () => {
		const without = resources.flatMap(({ value, operations }) =>
			operations
				.filter(({ value: name }) => name === 'get' || name === 'getAll')
				.filter(({ fields }) => !fields.some(({ name }) => name === 'output'))
				.map((operation) => `${value}:${operation.value}`),
		);
		expect(without).toEqual(['bulkPricingRule:getAll', 'customField:getAll']);
	});

	it('gives the ID and the selected fields, by their simplified or their raw names, however spelt', async () => {
		const [order] = await get('order', 'Status Label, totalIncTax, billing_address');
		expect(Object.keys(order ?? {})).toEqual([
			'id',
			'statusLabel',
			'totalIncTax',
			'billing_address',
		]);
		const [product] = await get('product', 'sku');
		expect(Object.keys(product ?? {})).toEqual(['id', 'sku']);
	});

	it('says which fields no record has, and which there are', async () => {
		const hints: NodeExecutionHint[] = [];
		await runForJson(store.credential, selected('brand', 'name, colour'), { hints });
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^No record has colour\. Fields there are: id, name, /),
		]);
	});

	it('asks for fields where none were named', async () => {
		await expect(get('brand', '')).rejects.toThrow("'Fields' is empty");
	});

	it('gives rows of stock by location, or the record of the API', async () => {
		const [row] = await get('inventory', 'sku');
		expect(row).toHaveProperty('sku');
		expect(Object.keys(row ?? {}).length).toBeLessThan(4);
	});
});
