import { importListings, productOf, run, useShop } from '../support/listings';

const shop = useShop();

describe('only what changed since the last import', () => {
	const changed = (workflowId: string, more: object = {}) =>
		importListings({ onlyChanged: true, ...more }, { workflowId });

	it('gives all at first, then nothing, then the change, and the change back', async () => {
		expect(await changed('changes-1')).toHaveLength(44);
		expect(await changed('changes-1')).toEqual([]);
		const jacket = productOf('Alder Down Jacket');
		jacket.variants[0]!.price = 150;
		expect(await changed('changes-1')).toMatchObject([{ productId: jacket.id, price: 150 }]);
		jacket.variants[0]!.price = null;
		expect(await changed('changes-1')).toMatchObject([{ productId: jacket.id, price: 179.95 }]);
		expect(await changed('changes-1')).toEqual([]);
	});

	it('takes no notice of a saving that changed nothing', async () => {
		await changed('changes-2');
		productOf('Alder Down Jacket').date_modified += 5_000;
		expect(await changed('changes-2')).toEqual([]);
	});

	it('forgets by choice', async () => {
		await changed('changes-3');
		expect(await changed('changes-3', { forget: true })).toHaveLength(44);
		expect(await changed('changes-3')).toEqual([]);
	});

	it('remembers nothing of an import that did not come to its end', async () => {
		shop().faults.add({
			kind: 'status',
			status: 403,
			match: { path: '/v3/catalog/brands' },
			times: 1,
		});
		await expect(changed('changes-4')).rejects.toThrow();
		await expect(
			run(
				{ onlyChanged: true, compare: true, matchField: 'nope' },
				{ workflowId: 'changes-4', items: [{ sku: 'x' }] },
			),
		).rejects.toThrow("No input item has a value in 'nope'");
		expect(await changed('changes-4')).toHaveLength(44);
	});
});
