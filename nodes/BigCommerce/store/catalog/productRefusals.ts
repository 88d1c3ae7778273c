import { blameMissing, type Blame } from '../../api/blame';
import type { Client } from '../../api/client';
import { BigCommerceError, refused, savedInPart } from '../../api/errors';
import type { Outcome } from '../../api/outcomes';
import { presentIds } from '../../api/presentIds';
import { brands } from './brands';
import { categories } from './categories';
import { products, SHORT, type FieldValues, type Product } from './products';

export interface ProductChange {
	id: number;
	body: FieldValues;
}

const task = (id: number) => ({ task: `update the product ${id}`, scope: products.modify });

/** The error of one product: it says which, and what the store said of it. */
const failed = (id: number, status: number, body: unknown): Outcome<Product> => ({
	error: refused(status, body, task(id)),
});

/** Which of the products the store has. */
export const presentProducts = async (client: Client, ids: Iterable<number>) =>
	await presentIds(client, products, ids, { filter: 'id:in', query: SHORT });

const brandOf = ({ body }: ProductChange) => Number(body.brand_id ?? 0);
const categoriesOf = ({ body }: ProductChange) =>
	(Array.isArray(body.categories) ? body.categories : []).map(Number);

/** What changes name, brands and categories, and the store does not have. */
class References {
	private readonly client: Client;
	private readonly lacking = new Map<ProductChange, string>();

	constructor(client: Client) {
		this.client = client;
	}

	async lookUp(changes: ProductChange[]): Promise<(change: ProductChange) => boolean> {
		const brandIds = await presentIds(
			this.client,
			brands,
			changes.map(brandOf).filter((id) => id > 0),
			{ filter: 'id:in' },
		);
		const categoryIds = await presentIds(this.client, categories, changes.flatMap(categoriesOf), {
			filter: 'category_id:in',
			idKey: 'category_id',
		});
		for (const change of changes) {
			const brand = brandOf(change);
			const category = categoriesOf(change).find((id) => !categoryIds.has(id));
			if (brand > 0 && !brandIds.has(brand)) this.lacking.set(change, `brand ${brand}`);
			else if (category !== undefined) this.lacking.set(change, `category ${category}`);
		}
		return (change) => !this.lacking.has(change);
	}

	errorOf(change: ProductChange, status: number | undefined): BigCommerceError {
		return new BigCommerceError({
			...task(change.id),
			status,
			title: `The store has no ${this.lacking.get(change)}`,
			advice: 'Choose one that the store has, or create it first.',
		});
	}
}

/** Which changes of a refused batch are to blame, by look-ups that serve all batches. */
export function blameProducts(client: Client): Blame<ProductChange, Product> {
	const blameAbsent = blameMissing<ProductChange, Product>({
		lookUp: async (changes) => {
			const ids = await presentProducts(
				client,
				changes.map(({ id }) => id),
			);
			return ({ id }) => ids.has(id);
		},
		errorOf: ({ id }, { body }) => failed(id, 404, body).error,
	});
	const references = new References(client);
	const blameDangling = blameMissing<ProductChange, Product>({
		lookUp: async (changes) => await references.lookUp(changes),
		errorOf: (change, { status }) => references.errorOf(change, status),
	});
	return async (refusal, changes, open) => {
		const { status = 0, body } = refusal;
		if (status === 207) {
			// What was saved but for a part is not sent again: that would save the rest of it twice.
			const inPart = ({ id }: ProductChange) => savedInPart(body, task(id), id);
			return { settled: new Map(changes.map((change) => [change, { error: inPart(change) }])) };
		}
		if (changes.length === 1)
			return {
				settled: new Map(changes.map((change) => [change, failed(change.id, status, body)])),
			};
		if (status === 404) return await blameAbsent(refusal, changes, open);
		// A brand or category that is not there is a 409 like a name that is taken (API notes 2.6).
		const names = changes.some((change) => brandOf(change) > 0 || categoriesOf(change).length > 0);
		return status === 409 && names
			? await blameDangling(refusal, changes, open)
			: { settled: new Map() };
	};
}
