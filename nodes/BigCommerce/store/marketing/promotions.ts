import { readRecord, withAnswer } from '../../api/answers';
import { at, type Client } from '../../api/client';
import { BigCommerceError } from '../../api/errors';
import type { Collection } from '../../api/pagination';
import { InputError } from '../../api/inputError';
import { compact, plainText } from '../../api/values';

/** A v3 promotion as far as codes are concerned (promotions.v3.yml). */
export interface Promotion {
	id: number;
	name: string;
	redemption_type: 'AUTOMATIC' | 'COUPON';
	coupon_type?: 'SINGLE' | 'BULK';
	status: string;
}

/** A promotion that takes codes, and the store's own time at which this run began to add some. */
export interface OpenPromotion {
	promotion: Promotion;
	startedAt: Date;
}

export type PromotionDiscount = 'fixed' | 'freeShipping' | 'percentage';

export interface NewPromotion {
	name: string;
	discount: PromotionDiscount;
	amount: number;
	minimumSpend?: number;
	expires?: Date;
}

export const promotions: Collection = {
	path: '/v3/promotions',
	paging: 'v3',
	pageSize: 250,
	task: 'list the promotions',
	scope: 'marketing:read',
};

function actionOf({ discount, amount }: NewPromotion): object {
	if (discount === 'freeShipping') return { shipping: { free_shipping: true, zone_ids: '*' } };
	if (!(amount > 0) || (discount === 'percentage' && amount > 100)) {
		throw new InputError(
			`'Discount Amount' is ${amount}, which is no discount`,
			"Give 'Discount Amount' above 0, and for a percentage up to 100.",
		);
	}
	return {
		cart_value: {
			discount:
				discount === 'percentage'
					? { percentage_amount: String(amount) }
					: { fixed_amount: String(amount) },
		},
	};
}

/** Creates a promotion that takes many codes; it starts at once. */
export async function createPromotion(
	client: Client,
	wanted: NewPromotion,
): Promise<OpenPromotion> {
	const name = wanted.name.trim();
	if (!name)
		throw new InputError(
			"'Promotion Name' is empty",
			"Give 'Promotion Name' a name by which you find it in the control panel.",
		);
	const condition = wanted.minimumSpend
		? { cart: { minimum_spend: String(wanted.minimumSpend) } }
		: undefined;
	const promotion = await client.create<Promotion>({
		path: promotions.path,
		body: compact({
			name,
			redemption_type: 'COUPON',
			coupon_type: 'BULK',
			rules: [compact({ action: actionOf(wanted), apply_once: true, condition })],
			status: 'ENABLED',
			end_date: wanted.expires?.toISOString(),
		}),
		task: `create the promotion ${name}`,
		scope: 'marketing:modify',
		find: async () => (await byName(client, name)).at(-1),
	});
	return { promotion, startedAt: new Date(0) };
}

const byName = async (client: Client, name: string): Promise<Promotion[]> =>
	await client.getRows<Promotion>({
		path: promotions.path,
		query: { name, limit: 250 },
		task: `look for the promotion ${name}`,
		scope: 'marketing:read',
	});

/** Only a promotion of coupon type BULK takes generated codes, and the type never changes (promotions.v3.yml). */
export async function openPromotion(client: Client, id: number): Promise<OpenPromotion> {
	const call = {
		path: at`/v3/promotions/${id}`,
		task: `read promotion ${id}`,
		scope: 'marketing:read',
	} as const;
	const { value: promotion, answer } = await client.request(
		'GET',
		call,
		withAnswer(readRecord<Promotion>),
	);
	if (promotion.redemption_type !== 'COUPON' || promotion.coupon_type !== 'BULK') {
		throw new BigCommerceError({
			task: `generate codes for the promotion ${promotion.name}`,
			title: 'The promotion does not take many codes',
			advice:
				'Pick a coupon promotion that was made for bulk codes, or let this operation create one.',
		});
	}
	return {
		promotion,
		startedAt: new Date(plainText(answer.headers.date) || Date.now()),
	};
}
