import { InputError } from '../api/inputError';
import { defineFields } from '../operation/define';
import { asText } from '../operation/values';

export const skuField = defineFields([
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		clears: true,
		default: '',
		placeholder: 'e.g. RR-1001',
		description:
			'Stock keeping unit, unique among all products and variants whatever the case of its letters',
	},
]);

export function toSku(given: unknown, label = 'SKU'): string {
	const sku = asText(given, label).trim();
	if (sku) return sku;
	throw new InputError(
		`'${label}' is empty`,
		`Give '${label}' the SKU as it stands in the control panel.`,
	);
}
