import { defineFields } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { asText, toId } from '../../operation/values';
import type { VariantIdentity } from '../../store/pricing/priceRecords';

export const variantFields = defineFields([
	{
		displayName: 'Find Variant By',
		name: 'identifyBy',
		type: 'options',
		options: [
			{
				name: 'SKU',
				value: 'sku',
				description: 'SKU of a variant, or of a product without variants',
			},
			{ name: 'Variant ID', value: 'variantId' },
		],
		default: 'sku',
		description: 'What the input items name variants by',
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		displayOptions: { show: { identifyBy: ['sku'] } },
		default: '={{ $json.sku }}',
		placeholder: 'e.g. RR-1001-M',
		description:
			"SKU of the variant; a product with variants has no price by its own SKU. By default the input item's field sku.",
	},
	{
		displayName: 'Variant ID',
		name: 'variantId',
		type: 'string',
		required: true,
		displayOptions: { show: { identifyBy: ['variantId'] } },
		default: '={{ $json.variantId }}',
		placeholder: 'e.g. 331',
		description: "ID of the variant. By default the input item's field variantId.",
	},
]);

interface Identified {
	identifyBy: 'sku' | 'variantId';
	sku: string;
	variantId: string;
}

export function identityOf({ identifyBy, sku, variantId }: Identified): VariantIdentity {
	if (identifyBy === 'variantId') return { variant_id: toId(variantId, 'Variant ID') };
	const text = String(sku ?? '').trim();
	if (text) return { sku: text };
	throw new InputError(
		"'SKU' is empty",
		"Let 'SKU' give the variant's SKU, for example {{ $json.sku }}, or choose another 'Find Variant By'.",
	);
}

/** Codes are written in small letters, as price_lists.v3.yml has them. */
export function toCurrency(given: unknown, label = 'Currency'): string {
	const code = asText(given ?? '', label).trim();
	if (/^[a-z]{3}$/i.test(code)) return code.toLowerCase();
	throw new InputError(
		code ? `'${label}' is "${code}", which is not a currency code` : `'${label}' is empty`,
		`Give '${label}' a code of three letters, for example USD.`,
	);
}
