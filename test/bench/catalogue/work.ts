/** What every contender is asked to do, in the words of the store's own API. */

/** How many of each: a catalogue, a price round and a stock count. */
export const PRODUCTS = 10_000;
export const PRICES = 500;
export const STOCKS = 5_000;

export interface PriceChange {
	productId: number;
	variantId: number;
	price: number;
}

export interface StockChange {
	productId: number;
	quantity: number;
}

/** The fields by which it is checked that a product was read as it is in the store. */
export interface ReadProduct {
	id: number;
	sku: string;
	price: number;
}

/** The work itself; a contender throws where its package does. */
export interface Contender {
	/** Reads one product: what is loaded or opened at the first call is so before the clock runs, as in a server. */
	warmUp: () => Promise<unknown>;
	readProducts: () => Promise<ReadProduct[]>;
	writePrices: (changes: PriceChange[]) => Promise<unknown>;
	changeStocks: (changes: StockChange[]) => Promise<unknown>;
}

export type Task = Exclude<keyof Contender, 'warmUp'>;

export interface Access {
	storeHash: string;
	accessToken: string;
	clientId: string;
	/** Loads a package that was installed for the bench. */
	load: (name: string) => unknown;
}

/** What a contender's process is told. */
export interface Assignment {
	contender: string;
	task: Task;
	/** Where the store really is. */
	store: { host: string; port: number };
	/** What opening a connection takes, as TCP and TLS to a far store do. */
	connectMs: number;
	packages: string;
	access: Omit<Access, 'load'>;
	changes: PriceChange[] | StockChange[];
}

/** What a contender's process tells. */
export interface Report {
	ms: number;
	/** Bytes: at rest, warmed up, and at the most. */
	restMemory: number;
	peakMemory: number;
	read?: ReadProduct[];
	error?: string;
}

export const MOST_VARIANTS = 50;
export const MOST_ADJUSTMENTS = 2_000;
export const LOCATION = 1;

export const chunksOf = <Row>(rows: Row[], size: number): Row[][] =>
	Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
		rows.slice(index * size, (index + 1) * size),
	);

export const variantRows = (changes: PriceChange[]): object[] =>
	changes.map(({ variantId, price }) => ({ id: variantId, price }));

export const adjustment = (changes: StockChange[]): object => ({
	reason: 'Count',
	items: changes.map(({ productId, quantity }) => ({
		location_id: LOCATION,
		product_id: productId,
		quantity,
	})),
});
