import type { DemoStore } from '../../demo/store/index.ts';
import { picked } from './products';
import { byHand } from './tables';

/** `unknown` names no record that there is; `refused` says what the store does not take. */
export type Bad = 'unknown' | 'refused';

/** What a row says of a record: two values, each of which a later row for the same record may say again. */
export interface Row {
	pick: number;
	/** In which of the ways it names the record. */
	by: number;
	upper: boolean;
	a: number;
	b?: number;
	bad?: Bad;
}

export interface Law {
	resource: string;
	operation: string;
	/** Where the same is written by one name of a record or another. */
	by?: string;
	parameters: object;
	/** How many records the rows are about, and in how many ways one is named. */
	records: number;
	ways: 1 | 2;
	/** How a row can be bad. */
	bad: Bad[];
	item: (row: Row) => object;
	/** What the store holds of a record; nothing where it is not there. */
	read: (pick: number) => { a?: unknown; b?: unknown } | undefined;
	count: () => number;
}

const OUTLET = 664_321;
const NOBODY = 999_999;
const asSaid = { __rl: true, mode: '={{ $json.by }}', value: '={{ $json.value }}' };
const byId = picked('id', '={{ $json.id }}');
const byItsFields = { fieldsJson: '={{ $json.fields }}' };
const cased = (text: string, upper: boolean) => (upper ? text.toUpperCase() : text.toLowerCase());
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const text = (value?: number) => (value === undefined ? undefined : String(value));
const number = (value?: string) => (value ? Number(value) : undefined);

/** Operations that write many records at a time, each over a few records of which rows name one again and again. */
export function recordLaws(store: () => DemoStore): Law[] {
	const products = () => [...store().state.products.values()];
	const simple = (pick: number) => {
		const found = products().filter(({ sku }) => sku.startsWith('TP-'))[pick];
		if (!found) throw new Error('The demo store has no such product');
		return found;
	};
	const variant = (pick: number) => {
		const found = products()
			.filter(({ inventory_tracking }) => inventory_tracking === 'variant')
			.flatMap(({ variants }) => variants.filter(({ sku }) => sku))[pick];
		if (!found) throw new Error('The demo store has no such variant');
		return found;
	};
	const named = ({ pick, by, upper, bad }: Row) => ({
		by: by === 0 ? 'sku' : 'variantId',
		sku: bad === 'unknown' ? 'NOBODY' : cased(variant(pick).sku, upper),
		variantId: bad === 'unknown' ? NOBODY : variant(pick).id,
	});
	/** The first half is there, the others are created by the first row that names them. */
	const HALF = 4;
	const names = (pick: number) =>
		pick < HALF ? simple(pick) : { sku: `NEW-${pick}`, name: `New Part ${pick}` };
	const brandOf = ({ bad }: Row) => (bad === 'refused' ? NOBODY : undefined);
	const listing = (pick: number) =>
		[...store().state.listings.values()].find(
			({ channel_id, product_id }) => channel_id === OUTLET && product_id === simple(pick).id,
		);
	/** A table names all its rows by one column; others are given by hand. */
	const table = (match: string, values: object) =>
		byHand({ sku: '={{ $json.sku }}', variantId: '={{ $json.variantId }}', ...values }, match);
	const byColumn = (lawOf: (match: string) => Law) => ['sku', 'variantId'].map(lawOf);
	return [
		...byColumn((match) => ({
			resource: 'priceListRecord',
			operation: 'upsert',
			by: match,
			parameters: {
				priceList: picked('id', 1),
				...table(match, {
					currency: '={{ $json.currency }}',
					price: '={{ $json.a }}',
					salePrice: '={{ $json.b }}',
				}),
			},
			records: 6,
			ways: 1,
			bad: ['unknown', 'refused'],
			item: (row) => ({
				...named(row),
				a: row.a,
				b: row.b,
				currency: row.bad === 'refused' ? 'zzz' : 'usd',
			}),
			read: (pick) => {
				const found = store().state.priceRecords.get(`1:${variant(pick).id}:usd`);
				return found && { a: found.price, b: found.sale_price ?? undefined };
			},
			count: () => store().state.priceRecords.size,
		})),
		{
			resource: 'product',
			operation: 'update',
			parameters: { product: asSaid, updateFields: byItsFields },
			records: 6,
			ways: 2,
			bad: ['unknown', 'refused'],
			item: (row) => {
				const { id, sku } = simple(row.pick);
				const isKnown = row.bad !== 'unknown';
				return {
					...(row.by === 0
						? { by: 'sku', value: isKnown ? cased(sku, row.upper) : 'NOBODY' }
						: { by: 'id', value: isKnown ? id : NOBODY }),
					fields: { price: row.a, weight: row.b, brand_id: brandOf(row) },
				};
			},
			read: (pick) => ({ a: simple(pick).price, b: simple(pick).weight }),
			count: () => store().state.products.size,
		},
		{
			resource: 'product',
			operation: 'upsert',
			parameters: {
				findBy: '={{ $json.by }}',
				sku: '={{ $json.sku }}',
				name: '={{ $json.name }}',
				additionalFields: byItsFields,
			},
			records: 2 * HALF,
			ways: 2,
			bad: ['refused'],
			item: (row) => {
				const { sku, name } = names(row.pick);
				return {
					by: row.by === 0 ? 'sku' : 'name',
					sku: cased(sku, row.upper),
					name: cased(name, row.upper),
					fields: {
						...(row.by === 0 ? { name } : { sku }),
						price: row.a,
						weight: row.b,
						brand_id: brandOf(row),
					},
				};
			},
			read: (pick) => {
				const found = products().find(({ sku }) => same(sku, names(pick).sku));
				return found && { a: found.price, b: found.weight || undefined };
			},
			count: () => store().state.products.size,
		},
		...byColumn((match) => ({
			resource: 'productVariant',
			operation: 'updateMany',
			by: match,
			parameters: table(match, {
				price: '={{ $json.a }}',
				weight: '={{ $json.b }}',
				upc: '={{ $json.upc }}',
			}),
			records: 6,
			ways: 1,
			bad: ['unknown', 'refused'],
			item: (row) => ({
				...named(row),
				a: row.a,
				b: row.b,
				upc: row.bad === 'refused' ? '0'.repeat(20) : undefined,
			}),
			read: (pick) => ({ a: variant(pick).price, b: variant(pick).weight ?? undefined }),
			count: () => products().flatMap(({ variants }) => variants).length,
		})),
		...byColumn((match) => ({
			resource: 'inventory',
			operation: 'updateSettings',
			by: match,
			parameters: table(match, {
				location: '={{ $json.location }}',
				safetyStock: '={{ $json.a }}',
				warningLevel: '={{ $json.b }}',
			}),
			records: 6,
			ways: 1,
			bad: ['unknown'],
			item: (row) => ({ ...named(row), a: row.a, b: row.b, location: 1 + (row.pick % 2) }),
			read: (pick) => {
				const stock = store().state.stock.get(`${1 + (pick % 2)}:variant:${variant(pick).id}`);
				return { a: stock?.safety_stock ?? 0, b: stock?.warning_level ?? 0 };
			},
			count: () => 0,
		})),
		{
			resource: 'metafield',
			operation: 'upsert',
			parameters: {
				belongsTo: 'product',
				product: byId,
				namespace: 'laws',
				key: '={{ $json.key }}',
				value: '={{ $json.a }}',
				additionalFields: { description: '={{ $json.b }}' },
			},
			records: 15,
			ways: 1,
			bad: ['unknown'],
			item: ({ pick, a, b, bad }) => ({
				id: bad ? NOBODY : simple(pick >> 1).id,
				key: `key-${pick % 2}`,
				a: text(a),
				b: text(b),
			}),
			read: (pick) => {
				const found = [...store().state.metafields.values()].find(
					({ resource_type, resource_id, namespace, key }) =>
						resource_type === 'product' &&
						resource_id === simple(pick >> 1).id &&
						namespace === 'laws' &&
						key === `key-${pick % 2}`,
				);
				return found && { a: number(found.value), b: number(found.description) };
			},
			count: () => store().state.metafields.size,
		},
		{
			resource: 'category',
			operation: 'upsert',
			parameters: {
				findBy: '={{ $json.by }}',
				path: '={{ $json.name }}',
				name: '={{ $json.name }}',
				additionalFields: {
					sortOrder: '={{ $json.a }}',
					pageTitle: '={{ $json.b }}',
					layoutFile: '={{ $json.layout }}',
				},
			},
			records: 6,
			ways: 2,
			bad: ['refused'],
			item: ({ pick, by, upper, a, b, bad }) => ({
				by: by === 0 ? 'path' : 'name',
				name: cased(`Lamps ${pick}`, upper),
				a,
				b: text(b),
				layout: bad ? 'x'.repeat(60) : undefined,
			}),
			read: (pick) => {
				const all = [...store().state.categories.values()];
				const found = all.find(({ name }) => same(name, `Lamps ${pick}`));
				return found && { a: found.sort_order, b: number(found.page_title) };
			},
			count: () => store().state.categories.size,
		},
		{
			resource: 'channel',
			operation: 'upsertListings',
			parameters: {
				channel: picked('id', OUTLET),
				product: byId,
				state: 'active',
				additionalFields: {
					name: '={{ $json.a }}',
					externalId: '={{ $json.b }}',
					variantsJson: '={{ $json.variants }}',
				},
			},
			records: 6,
			ways: 1,
			bad: ['unknown', 'refused'],
			item: ({ pick, a, b, bad }) => ({
				id: bad === 'unknown' ? NOBODY : simple(pick).id,
				a: text(a),
				b: text(b),
				variants: bad === 'refused' ? [{ variantId: NOBODY }] : undefined,
			}),
			read: (pick) => {
				const found = listing(pick);
				return found && { a: number(found.name), b: number(found.external_id) };
			},
			count: () => store().state.listings.size,
		},
	];
}
