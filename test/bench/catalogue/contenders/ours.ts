import { asCommonJs } from '../../../support/asCommonJs.ts';
import { LOCATION, type Access, type Contender, type ReadProduct } from '../work.ts';
import { matchOn } from '../../../support/tables';

interface Runner {
	runForJson: (
		credential: object,
		parameters: object,
		run?: { items: object[] },
	) => Promise<Array<Record<string, unknown>>>;
}

/** This package's node, as n8n itself runs it: forms, expressions for every item and all. */
export function ours(access: Access): Contender {
	const { runForJson: run } = asCommonJs<Runner>('./runNode.ts');
	const reading = { resource: 'product', operation: 'getAll', output: 'raw' };
	const credential = { ...access, clientSecret: '', apiPath: '' };
	return {
		warmUp: async () => await run(credential, { ...reading, limit: 1 }),
		readProducts: async () =>
			(await run(credential, { ...reading, returnAll: true })) as unknown as ReadProduct[],
		writePrices: async (changes) =>
			await run(
				credential,
				{ resource: 'productVariant', operation: 'updateMany', ...matchOn('variantId') },
				{ items: changes.map(({ variantId, price }) => ({ variantId, price })) },
			),
		changeStocks: async (changes) =>
			await run(
				credential,
				{
					resource: 'inventory',
					operation: 'set',
					...matchOn('productId'),
					location: LOCATION,
					options: { reason: 'Count' },
				},
				{ items: changes },
			),
	};
}
