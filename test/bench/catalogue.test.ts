import axios from 'axios';

import type { ProductRecord } from '../../demo/store/records.ts';
import { startStoreProcess, type StoreProcess } from '../support/storeProcess';
import { ensurePackages, versions } from './catalogue/packages.ts';
import { inProcess, LONGEST_MS } from './catalogue/process.ts';
import { tableOf, type Measured, type Result } from './catalogue/table.ts';
import {
	PRICES,
	PRODUCTS,
	STOCKS,
	type Assignment,
	type PriceChange,
	type Report,
	type StockChange,
	type Task,
} from './catalogue/work.ts';

/**
 * The catalogue's heavy work beside what else npm has for BigCommerce. The table is the result: no time in it is
 * asserted, but that our own node neither loses nor spoils a record, and is never refused for the quota.
 */
const LATENCY_MS = 80;
/** Two round trips, for TCP and TLS. */
const CONNECT_MS = 50;
/** A Standard plan's 150 requests per 30 s, scaled down 10 times. */
const QUOTA = { requests: 15, windowMs: 3_000 };
/** Requests of a contender before its clock runs. */
const WARM_UPS = 1;
interface Entrant {
	name: string;
	/** The package; ours without it. */
	of?: keyof typeof versions;
	/** Where that is not its only way. */
	how?: string;
	/** Without it, all works. */
	task?: Task;
	/** Works for which it documents nothing but single requests: whoever uses it turns the pages and cuts the batches himself. */
	byHand?: readonly Task[];
}

const entrants: Entrant[] = [
	{ name: 'ours' },
	{
		name: 'aligent',
		of: '@aligent/bigcommerce-api',
		byHand: ['writePrices', 'changeStocks'],
	},
	{
		name: 'bigcommerceClient',
		of: 'bigcommerce-client',
		byHand: ['writePrices', 'changeStocks'],
	},
	{ name: 'apiClient', of: 'bigcommerce-api-client', byHand: ['changeStocks'] },
	{
		name: 'nodeBigcommerce',
		of: 'node-bigcommerce',
		byHand: ['readProducts', 'writePrices', 'changeStocks'],
	},
	{
		name: 'aligentAtOnce',
		of: '@aligent/bigcommerce-api',
		how: 'all batches started together',
		task: 'writePrices',
		byHand: ['writePrices'],
	},
	{
		name: 'bigcommerceClientReadme',
		of: 'bigcommerce-client',
		how: 'as its README changes a price',
		task: 'writePrices',
	},
	{
		name: 'bigcommerceClientReadme',
		of: 'bigcommerce-client',
		how: 'as its README changes stock',
		task: 'changeStocks',
	},
	{
		name: 'apiClientReadme',
		of: 'bigcommerce-api-client',
		how: 'batchUpdateProducts as in its README',
		task: 'changeStocks',
	},
];
const whoIs = ({ of, how }: Entrant) =>
	of ? [`${of} ${versions[of]}`, how].filter(Boolean).join(', ') : 'this package (on n8n-core)';
const works = {
	readProducts: `read ${PRODUCTS.toLocaleString('en')} products`,
	writePrices: `write ${PRICES} prices`,
	changeStocks: `change ${STOCKS.toLocaleString('en')} stocks`,
} satisfies Record<Task, string>;

const priceOf = (product: ProductRecord) => product.variants[0]?.price ?? product.price;
const stockOf = (product: ProductRecord) => product.inventory_level;

describe('the catalogue beside other packages', () => {
	let store: StoreProcess;
	let packages: string;
	let products: ProductRecord[];
	const results: Result[] = [];

	const control = async (path: string, body: object = {}) =>
		await axios.post(`${store.origin}/_demo${path}`, body);
	const readStore = async () =>
		(await axios.get<ProductRecord[]>(`${store.origin}/_demo/state/products`)).data;

	beforeAll(async () => {
		packages = await ensurePackages();
		store = await startStoreProcess('--empty', '--products', String(PRODUCTS));
		products = await readStore();
	}, 300_000);

	afterAll(async () => {
		await store.stop();
		const documented = results.filter(({ byHand }) => !byHand);
		const works = new Set(results.filter(({ byHand }) => byHand).map(({ what }) => what));
		const cutByHand = results.filter(({ byHand, of, what }) => byHand || (!of && works.has(what)));
		console.log(
			[
				`Every answer takes ${LATENCY_MS} ms, opening a connection ${CONNECT_MS} ms more; each contender is warmed up by one request.`,
				'Each in the way that it documents:',
				tableOf(documented, cutByHand),
				'Beside calls of single requests, for which a programmer turns the pages, cuts the largest batches (50 variants, 2,000 adjustments) and keeps the connection open:',
				tableOf(cutByHand),
			].join('\n'),
		);
	});

	/** The work's own records, other than what the store holds. */
	const prices = (): PriceChange[] =>
		products.slice(0, PRICES).map((product, index) => ({
			productId: product.id,
			variantId: product.variants[0]?.id ?? 0,
			price: 200 + index / 4,
		}));
	const stocks = (): StockChange[] =>
		products.slice(0, STOCKS).map(({ id }, index) => ({ productId: id, quantity: 1_000 + index }));

	/** How many records are not in the end what the work was to make of them. */
	async function countWrong(task: Task, { read = [] }: Report): Promise<number> {
		if (task === 'readProducts') {
			const found = new Map(read.map((product) => [product.id, product]));
			const missing = products.filter(({ id, sku, price }) => {
				const one = found.get(id);
				return one?.sku !== sku || one.price !== price;
			});
			return missing.length + Math.abs(read.length - found.size);
		}
		const after = new Map((await readStore()).map((product) => [product.id, product]));
		const wanted = new Map<number, number>(
			task === 'writePrices'
				? prices().map(({ price }, index) => [products[index]?.id ?? 0, price])
				: stocks().map(({ productId, quantity }) => [productId, quantity]),
		);
		const valueOf = task === 'writePrices' ? priceOf : stockOf;
		return products.filter((before) => {
			const product = after.get(before.id);
			const expected = wanted.get(before.id) ?? valueOf(before);
			return !product || valueOf(product) !== expected;
		}).length;
	}

	async function measure(contender: string, task: Task, quota: boolean): Promise<Measured> {
		await control('/reset');
		await control('/latency', { ms: LATENCY_MS });
		if (quota) await control('/quota', QUOTA);
		const { hostname, port } = new URL(store.origin);
		const assignment: Assignment = {
			contender,
			task,
			store: { host: hostname, port: Number(port) },
			connectMs: CONNECT_MS,
			packages,
			access: store.credential,
			changes: task === 'readProducts' ? [] : task === 'writePrices' ? prices() : stocks(),
		};
		const report = await inProcess(assignment);
		const exchanges = (await store.exchanges()).slice(WARM_UPS);
		return {
			...report,
			requests: exchanges.length,
			refused: exchanges.filter(({ status }) => status === 429).length,
			wrong: await countWrong(task, report),
		};
	}

	describe.each([
		['without a quota', false],
		[`at ${QUOTA.requests} requests per ${QUOTA.windowMs / 1000} s`, true],
	])('%s', (pace, quota) => {
		describe.each(Object.entries(works) as Array<[Task, string]>)('%s', (task, what) => {
			const taking = entrants
				.filter((entrant) => (entrant.task ?? task) === task)
				.map((entrant) => ({ ...entrant, who: whoIs(entrant) }));
			it.each(taking)(
				'$who',
				async ({ name, of, who, byHand = [] }) => {
					const measured = await measure(name, task, quota);
					results.push({
						...measured,
						what: `${what}, ${pace}`,
						of,
						who,
						byHand: byHand.includes(task),
					});
					if (of) return;
					expect(measured).toMatchObject({ wrong: 0, refused: 0 });
					expect(measured.error).toBeUndefined();
				},
				LONGEST_MS + 60_000,
			);
		});
	});
});
