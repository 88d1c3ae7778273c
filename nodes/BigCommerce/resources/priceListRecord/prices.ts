import { defineFields } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { compact } from '../../api/values';
import { toNumber } from '../../operation/values';
import type { Prices } from '../../store/pricing/priceRecords';
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
			"List price in this currency; empty sends none. Up to 1,000 items are saved in one request. By default the input item's field price.",
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
				displayName: 'MAP',
				name: 'mapPrice',
				type: 'string',
				default: '={{ $json.mapPrice }}',
				placeholder: 'e.g. 17.50',
				description: 'Minimum advertised price; empty sends none',
			},
			{
				displayName: 'MSRP',
				name: 'retailPrice',
				type: 'string',
				default: '={{ $json.retailPrice }}',
				placeholder: 'e.g. 24.99',
				description: 'Recommended price (MSRP); empty sends none',
			},
			{
				displayName: 'Sale Price',
				name: 'salePrice',
				type: 'string',
				default: '={{ $json.salePrice }}',
				placeholder: 'e.g. 14.99',
				description:
					'What shoppers pay instead of the price; empty sends none. BigCommerce takes a price away only with the whole record.',
			},
		],
	},
]);

/** Cells of a spreadsheet may be empty, and mean that nothing is said. */
function toPrice(given: unknown, label: string): number | undefined {
	const isEmpty = String(given ?? '').trim() === '';
	return isEmpty ? undefined : toNumber(given, label, { minValue: 0 });
}

export function pricesOf({ price, additionalFields }: ParamsOf<typeof priceFields>): Prices {
	const { mapPrice, retailPrice, salePrice, ...tiers } = additionalFields;
	const prices = compact({
		price: toPrice(price, 'Price'),
		sale_price: toPrice(salePrice, 'Sale Price'),
		retail_price: toPrice(retailPrice, 'MSRP'),
		map_price: toPrice(mapPrice, 'MAP'),
		bulk_pricing_tiers: toTiers(tiers),
	});
	if (Object.keys(prices).length > 0) return prices;
	throw new InputError(
		'The item gives no price',
		"Fill in 'Price', or add a price or tiers under 'Additional Fields'.",
	);
}
