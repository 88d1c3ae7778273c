import { defineFields } from '../../operation/define';
import { InputError } from '../../operation/errors';
import { compact } from '../../operation/values';
import type { PriceRecord } from './records';
import { tierFields, toTiers } from './tiers';
import type { ParamsOf } from '../../operation/params';

export const priceFields = defineFields([
	{
		displayName: 'Price',
		name: 'price',
		type: 'string',
		default: '={{ $json.price }}',
		placeholder: 'e.g. 19.99',
		description:
			"List price in this currency; empty leaves it as it is. By default the input item's field price.",
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			...tierFields,
			{
				displayName: 'MAP Price',
				name: 'mapPrice',
				type: 'string',
				default: '={{ $json.mapPrice }}',
				placeholder: 'e.g. 17.50',
				description: 'Minimum advertised price; empty leaves it as it is',
			},
			{
				displayName: 'Retail Price',
				name: 'retailPrice',
				type: 'string',
				default: '={{ $json.retailPrice }}',
				placeholder: 'e.g. 24.99',
				description: 'Recommended price (MSRP); empty leaves it as it is',
			},
			{
				displayName: 'Sale Price',
				name: 'salePrice',
				type: 'string',
				default: '={{ $json.salePrice }}',
				placeholder: 'e.g. 14.99',
				description:
					'What shoppers pay instead of the price; empty leaves it as it is. BigCommerce takes a price away only with the whole record.',
			},
		],
	},
]);

export type Prices = Partial<
	Pick<PriceRecord, 'price' | 'sale_price' | 'retail_price' | 'map_price' | 'bulk_pricing_tiers'>
>;

/** Cells of a spreadsheet may be empty, and mean that nothing is said. */
function toPrice(given: unknown, label: string): number | undefined {
	const text = String(given ?? '').trim();
	if (text === '') return undefined;
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
	throw new InputError(
		`'${label}' is "${text}", which is not a price`,
		`Give '${label}' a number with a point, for example 19.99, without currency and thousands signs.`,
	);
}

export function pricesOf({ price, additionalFields }: ParamsOf<typeof priceFields>): Prices {
	const { mapPrice, retailPrice, salePrice, ...tiers } = additionalFields;
	const prices = compact({
		price: toPrice(price, 'Price'),
		sale_price: toPrice(salePrice, 'Sale Price'),
		retail_price: toPrice(retailPrice, 'Retail Price'),
		map_price: toPrice(mapPrice, 'MAP Price'),
		bulk_pricing_tiers: toTiers(tiers),
	});
	if (Object.keys(prices).length > 0) return prices;
	throw new InputError(
		'The item gives no price',
		"Fill in 'Price', or add a price or tiers under 'Additional Fields'.",
	);
}
