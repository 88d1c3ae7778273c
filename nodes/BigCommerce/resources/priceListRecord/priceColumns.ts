import { InputError } from '../../api/inputError';
import {
	defineColumns,
	priceNames,
	retailPriceNames,
	salePriceNames,
	skuColumn,
	variantIdColumn,
} from '../../forms/rowColumns';
import type { TableRow } from '../../operation/params';
import type { VariantIdentity } from '../../store/pricing/priceRecords';
import { checkTiers } from './tiers';

/** How a row names a price: its variant, and the currency. */
export const recordColumns = defineColumns([
	...skuColumn,
	...variantIdColumn,
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: '',
		identifies: true,
		alsoNamed: ['Currency Code'],
	},
]);

export const priceColumns = defineColumns([
	{
		displayName: 'Price',
		name: 'price',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0 },
		alsoNamed: priceNames,
	},
	{
		displayName: 'Sale Price',
		name: 'salePrice',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0 },
		alsoNamed: salePriceNames,
	},
	{
		displayName: 'MSRP',
		name: 'retailPrice',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0 },
		alsoNamed: [...retailPriceNames, 'Retail Price (MSRP)'],
	},
	{
		displayName: 'MAP',
		name: 'mapPrice',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0 },
		alsoNamed: ['Minimum Advertised Price'],
	},
	{
		displayName: 'Bulk Pricing Tiers',
		name: 'bulkPricingTiers',
		type: 'json',
		default: '[]',
		check: checkTiers,
		placeholder: 'e.g. [{"quantityMin": 10, "quantityMax": 49, "type": "percent", "amount": 5}]',
	},
]);

type Named = Pick<TableRow<typeof recordColumns>, 'matchOn' | 'values'>;

/** The variant of a row; a product with variants has no price by its own SKU. */
export const identityOf = ({
	matchOn,
	values: { sku = '', variantId = 0 },
}: Named): VariantIdentity => (matchOn === 'sku' ? { sku } : { variant_id: variantId });

/** Codes are written in small letters, as price_lists.v3.yml has them. */
export function toCurrency(code: string, label = 'Currency'): string {
	if (/^[a-z]{3}$/i.test(code)) return code.toLowerCase();
	throw new InputError(
		code ? `'${label}' is "${code}", which is not a currency code` : `'${label}' is empty`,
		`Give '${label}' a code of three letters, for example USD.`,
	);
}
