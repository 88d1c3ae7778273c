import type {
	BrandRecord,
	CartRecord,
	CategoryRecord,
	ChannelRecord,
	CouponRecord,
	CustomerAttributeRecord,
	CustomerAttributeValueRecord,
	CustomerGroupRecord,
	CustomerRecord,
	HookRecord,
	ListingRecord,
	LocationRecord,
	MetafieldRecord,
	OrderRecord,
	OrderStatus,
	PriceAssignmentRecord,
	PriceListRecord,
	PriceRecord,
	ProductRecord,
	PromotionRecord,
	RefundRecord,
	ShipmentRecord,
	SiteRecord,
	StockRecord,
	SubscriberRecord,
	TransactionRecord,
	TreeRecord,
	VariantRecord,
} from './records.ts';

/** Behaviour that the vendor's pages leave open, or that a test wants otherwise. */
export interface StoreSettings {
	/** Creating a shipment moves the order's status (reported, not documented). */
	shipmentsMoveStatus: boolean;
	/** Standard-Webhooks headers on deliveries (API notes 5.8). */
	signWebhooks: boolean;
	/** 503 for every call, as a suspended or closed store gives (API notes 1.15). */
	suspended: boolean;
	/**
	 * What a store hash that is not the token's answers: the status-code page puts a wrong hash under 403, the webhook
	 * specification under 401, a path that leads nowhere is 404 (API notes 1.1, 1.15).
	 */
	unknownStoreStatus: 401 | 403 | 404;
	/** What a taken coupon code answers: both 409 and 400 with `invalid_reason` were seen (API notes 1.6). */
	takenCouponCodeStatus: 409 | 400;
	/** A destination origin with this many deliveries in the window, too few of them good, rests a while (API notes 5.4). */
	blockList: { windowMs: number; minimum: number; successShare: number; blockMs: number };
	/** Time that a destination has to answer a delivery: an answer after 9 seconds counts, one after 12 does not (API notes 5.9). */
	deliveryTimeoutMs: number;
	/** The same event comes a second time so much later, though the first was answered well; after half a second (API notes 5.9). */
	twinAfterMs?: number;
	/** New hooks fire after this long; in reality up to a minute (API notes 5.1). */
	hookDelayMs: number;
	adminEmails: string[];
	/** The token has the scope `store_metafield_write_all`: it sees and edits metafields of other apps too (API notes 1.2). */
	metafieldsOfAllApps: boolean;
	/** What is written to the stock shows in reads of the inventory so much later (API notes 3.2: a delay is documented). */
	stockDelayMs: number;
	/** An adjustment may name an item tracked by product by its SKU as well; the specification speaks of `product_id` alone. */
	skuNamesTrackedProducts: boolean;
	/** One bad row of a batch of price records keeps the good ones from being written ("strict mode" of the specification). */
	strictPriceRecords: boolean;
	/** A deletion of prices runs so long; until then others are answered with 503 (API notes 1.4). */
	priceDeletionMs: number;
}

export interface StoreState {
	settings: StoreSettings;
	/** The shop's "now" at the start: all seeded times are so many hours before it. */
	startedAt: number;
	store: { hash: string; clientId: string; name: string; domain: string; storeId: number };
	orders: Map<number, OrderRecord>;
	orderStatuses: OrderStatus[];
	shipments: Map<number, ShipmentRecord>;
	transactions: Map<number, TransactionRecord>;
	refunds: Map<number, RefundRecord>;
	products: Map<number, ProductRecord>;
	brands: Map<number, BrandRecord>;
	trees: Map<number, TreeRecord>;
	categories: Map<number, CategoryRecord>;
	channels: Map<number, ChannelRecord>;
	listings: Map<number, ListingRecord>;
	sites: Map<number, SiteRecord>;
	customers: Map<number, CustomerRecord>;
	customerGroups: Map<number, CustomerGroupRecord>;
	customerAttributes: Map<number, CustomerAttributeRecord>;
	customerAttributeValues: Map<number, CustomerAttributeValueRecord>;
	subscribers: Map<number, SubscriberRecord>;
	locations: Map<number, LocationRecord>;
	/** What an item has at a location, under `stockKey`; nothing yet where none was ever written. */
	stock: Map<string, StockRecord>;
	priceLists: Map<number, PriceListRecord>;
	/** Under list, variant and currency. */
	priceRecords: Map<string, PriceRecord>;
	priceAssignments: Map<number, PriceAssignmentRecord>;
	/** When the last deletion of prices is over. */
	pricesBusyUntil: number;
	/** Coupons and promotions draw their ids from one sequence: v2 lists both (API notes 3.11). */
	coupons: Map<number, CouponRecord>;
	promotions: Map<number, PromotionRecord>;
	hooks: Map<number, HookRecord>;
	carts: Map<string, CartRecord>;
	metafields: Map<number, MetafieldRecord>;
	/** The last id given out, by kind of record. */
	lastIds: Record<string, number>;
}

export function nextId(state: StoreState, kind: string): number {
	const id = (state.lastIds[kind] ?? 0) + 1;
	state.lastIds[kind] = id;
	return id;
}

/** Ascending by id, as most lists are. Records are made in that order, so there is seldom anything to sort. */
export function byId<T extends { id: number }>(records: Map<number, T>): T[] {
	const list = [...records.values()];
	const inOrder = list.every(
		(record, index) => index === 0 || (list[index - 1]?.id ?? 0) < record.id,
	);
	return inOrder ? list : list.sort((a, b) => a.id - b.id);
}

export const allVariants = (state: StoreState): VariantRecord[] =>
	byId(state.products).flatMap((product) => product.variants);

const DEFAULT_SETTINGS: StoreSettings = {
	shipmentsMoveStatus: true,
	signWebhooks: true,
	suspended: false,
	unknownStoreStatus: 403,
	takenCouponCodeStatus: 409,
	blockList: { windowMs: 120_000, minimum: 100, successShare: 0.9, blockMs: 180_000 },
	deliveryTimeoutMs: 11_000,
	hookDelayMs: 0,
	adminEmails: [],
	metafieldsOfAllApps: false,
	stockDelayMs: 0,
	skuNamesTrackedProducts: false,
	strictPriceRecords: false,
	priceDeletionMs: 0,
};

export function emptyState(hash: string, clientId: string, now: number): StoreState {
	return {
		settings: structuredClone(DEFAULT_SETTINGS),
		startedAt: Math.floor(now / 1000) * 1000,
		store: {
			hash,
			clientId,
			name: 'Ridge & Roast',
			domain: `store-${hash}.mybigcommerce.com`,
			storeId: 1_002_003,
		},
		orders: new Map(),
		orderStatuses: [],
		shipments: new Map(),
		transactions: new Map(),
		refunds: new Map(),
		products: new Map(),
		brands: new Map(),
		trees: new Map(),
		categories: new Map(),
		channels: new Map(),
		listings: new Map(),
		sites: new Map(),
		customers: new Map(),
		customerGroups: new Map(),
		customerAttributes: new Map(),
		customerAttributeValues: new Map(),
		subscribers: new Map(),
		locations: new Map(),
		stock: new Map(),
		priceLists: new Map(),
		priceRecords: new Map(),
		priceAssignments: new Map(),
		pricesBusyUntil: 0,
		coupons: new Map(),
		promotions: new Map(),
		hooks: new Map(),
		carts: new Map(),
		metafields: new Map(),
		lastIds: { order: 100, line: 0, hook: 20_000_000 },
	};
}
