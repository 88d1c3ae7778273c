/** What is particular about one seeded order; the rest follows from its place in the list. */
export interface OrderSeed {
	/** How long before the start of the store it was placed. */
	hours: number;
	status: number;
	/** Place in the list of customers; `guest` leaves the customer id 0. */
	buyer: number;
	guest?: boolean;
	/** SKU, quantity and which shipping address (0 unless said). */
	lines: Array<[sku: string, quantity: number, address?: number]>;
	/** Places in the list of customers whose addresses it is shipped to; default: the buyer's own. */
	shipTo?: number[];
	/** What has gone out already: an address and how many of each line at most. */
	shipped?: Array<{ address: number; most: number; provider: string; tracking: string }>;
	coupon?: { code: string; discount: number };
	fee?: number;
	refund?: number;
	payment?: string;
	channel?: number;
	notes?: string;
	message?: string;
	staffMessage?: string;
	externalId?: string;
	/** So many lines of coffee instead of `lines`. */
	manyLines?: number;
	modifiedHours?: number;
	source?: string;
}

/** Oldest first, so that the ids rise with time: 101 to 127. Every one of the fifteen statuses occurs. */
export const ORDERS: OrderSeed[] = [
	{
		hours: 1440,
		status: 10,
		buyer: 0,
		lines: [
			['NP-TENT-G2-MOSS', 1],
			['TN-PAD', 2],
		],
		shipped: [{ address: 0, most: 9, provider: 'fedex', tracking: '794612345001' }],
	},
	{
		hours: 1300,
		status: 4,
		buyer: 1,
		lines: [['BW-GRIND', 1]],
		shipped: [{ address: 0, most: 9, provider: 'ups', tracking: '1Z12345E0205271688' }],
		refund: 1,
		modifiedHours: 1200,
	},
	{
		hours: 1100,
		status: 5,
		buyer: 2,
		lines: [['LE-RIDGE-M', 1]],
		notes: 'Ordered twice by mistake',
	},
	{ hours: 960, status: 6, buyer: 3, guest: true, lines: [['TN-COLD', 3]], payment: 'Credit Card' },
	{
		hours: 800,
		status: 13,
		buyer: 4,
		lines: [['CC-SUMMIT-1KG-ESPR', 6]],
		shipped: [{ address: 0, most: 9, provider: 'usps', tracking: '9400100000000000000001' }],
	},
	{
		hours: 700,
		status: 14,
		buyer: 5,
		lines: [
			['TN-MUG12', 4],
			['CC-FILT100', 2],
		],
		shipped: [{ address: 0, most: 9, provider: 'usps', tracking: '9400100000000000000002' }],
		refund: 0.25,
		modifiedHours: 600,
	},
	{
		hours: 600,
		status: 10,
		buyer: 6,
		lines: [
			['CC-CLASS', 1],
			['NP-MAPS', 1],
		],
		payment: 'PayPal',
	},
	{
		hours: 480,
		status: 2,
		buyer: 7,
		lines: [
			['LE-ALDER-M-SLAT', 1],
			['LE-BEANIE', 2],
		],
		shipped: [{ address: 0, most: 9, provider: 'canadapost', tracking: '7023210039414604' }],
		coupon: { code: 'WELCOME10', discount: 22.8 },
	},
	{
		hours: 400,
		status: 12,
		buyer: 8,
		lines: [['BW-HL300', 25]],
		message: 'Needed for a race: please call me.',
		staffMessage: 'Large order: check the card.',
	},
	{
		hours: 330,
		status: 3,
		buyer: 9,
		lines: [
			['CC-BASE-250G-WHOL', 4],
			['BW-SLOPE', 1],
			['TN-MUG12', 2],
		],
		shipped: [{ address: 0, most: 2, provider: 'usps', tracking: '9400100000000000000003' }],
	},
	{
		hours: 280,
		status: 3,
		buyer: 1,
		lines: [
			['TN-MUG12', 6, 0],
			['TN-MUG12', 6, 1],
			['CC-KETTLE', 1, 1],
		],
		shipTo: [1, 4],
		shipped: [{ address: 0, most: 9, provider: 'ups', tracking: '1Z12345E0305271640' }],
	},
	{ hours: 220, status: 7, buyer: 10, lines: [['NP-QUILT', 1]], payment: 'Bank Deposit' },
	{
		hours: 170,
		status: 1,
		buyer: 11,
		lines: [
			['CC-DUSK', 2],
			['CC-FILT100', 1],
		],
		payment: 'Check',
	},
	{ hours: 160, status: 0, buyer: 2, lines: [['CC-KETTLE', 1]], payment: '' },
	{ hours: 140, status: 8, buyer: 3, lines: [['LE-MERINO-S', 2]], channel: 1 },
	{
		hours: 120,
		status: 9,
		buyer: 4,
		lines: [
			['CC-SUMMIT-250G-FILT', 10],
			['BW-SLOPE-SET', 2],
		],
		fee: 3.5,
	},
	{
		hours: 96,
		status: 11,
		buyer: 5,
		lines: [
			['NP-TENT-G2-EMBE', 1],
			['NP-MAPS', 1],
		],
		message: 'Leave it with the neighbor',
	},
	{
		hours: 90,
		status: 11,
		buyer: 6,
		lines: [
			['TN-MUG12', 2, 0],
			['CC-BASE-1KG-FILT', 1, 1],
		],
		shipTo: [6, 11],
	},
	{ hours: 72, status: 11, buyer: 8, lines: [], manyLines: 120, externalId: 'PO-88231' },
	{
		hours: 60,
		status: 2,
		buyer: 9,
		lines: [['LE-BEANIE', 1]],
		shipped: [{ address: 0, most: 9, provider: 'fedex', tracking: '794612345777' }],
		modifiedHours: 20,
	},
	{
		hours: 48,
		status: 11,
		buyer: 7,
		guest: true,
		lines: [
			['LE-ALDER-XL-RUST', 1],
			['LE-ALDER-S-SLAT', 1],
		],
		coupon: { code: 'MAYA-FREE', discount: 9.5 },
	},
	{
		hours: 36,
		status: 9,
		buyer: 0,
		lines: [
			['CC-SUMMIT-250G-WHOL', 2, 0],
			['BW-GRIND', 1, 0],
			['CC-CLASS', 1],
		],
		fee: 2,
	},
	{
		hours: 26,
		status: 11,
		buyer: 10,
		lines: [
			['TN-PAD', 1, 0],
			['TN-PAD', 1, 1],
			['BW-HL300', 2, 0],
		],
		shipTo: [10, 3],
		channel: 664_321,
		source: 'external',
		externalId: 'OUT-1001',
	},
	{
		hours: 14,
		status: 11,
		buyer: 11,
		guest: true,
		lines: [
			['CC-KETTLE', 1],
			['CC-FILT100', 3],
		],
		coupon: { code: 'SHIP5', discount: 5 },
	},
	{ hours: 8, status: 10, buyer: 2, lines: [['NP-MAPS', 1]], payment: 'PayPal' },
	{
		hours: 5,
		status: 7,
		buyer: 4,
		lines: [['CC-BASE-250G-FILT', 12]],
		payment: 'Bank Deposit',
		notes: 'Invoice sent',
	},
	{
		hours: 2,
		status: 11,
		buyer: 1,
		lines: [
			['LE-MERINO-M', 3],
			['TN-COLD', 1],
		],
	},
];
