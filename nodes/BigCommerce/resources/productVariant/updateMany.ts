import { defineFields, defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { someChange, toId } from '../../operation/values';
import { jsonField } from '../../forms/jsonField';
import { manyBody } from './variantBody';
import { skuFinder } from '../../store/catalog/variantsBySku';
import { updateNamedVariants, type VariantRef } from '../../store/catalog/updateNamedVariants';
import { toSku } from '../../forms/skuField';
import { simplifyVariant } from '../../store/catalog/productVariants';
import { batchFields } from '../../forms/variantFields';

const fields = defineFields([
	{
		displayName: 'Find Variant By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'SKU', value: 'sku', description: 'Looked up in as few requests as possible' },
			{ name: 'Variant ID', value: 'id', description: 'Needs no look-up' },
		],
		default: 'sku',
		description: 'What the input items name their variants by',
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		required: true,
		displayOptions: { show: { findBy: ['sku'] } },
		default: '={{ $json.sku }}',
		placeholder: 'e.g. RR-1001-M',
		description: 'SKU of the variant, in any case. By default the field sku of the input item.',
	},
	{
		displayName: 'Variant ID',
		name: 'variantId',
		type: 'string',
		required: true,
		displayOptions: { show: { findBy: ['id'] } },
		default: '={{ $json.variantId }}',
		placeholder: 'e.g. 345',
		description: 'ID of the variant. By default the field variantId of the input item.',
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [...batchFields, ...jsonField],
	},
	...simplifyField,
]);

const refOf = ({ findBy, sku, variantId }: ParamsOf<typeof fields>): VariantRef =>
	findBy === 'sku' ? { sku: toSku(sku) } : { id: toId(variantId, 'Variant ID') };

export const updateMany = defineOperation({
	value: 'updateMany',
	name: 'Update Many',
	action: 'Update many product variants',
	description:
		'Change many variants, 50 a request; all else stays as it is. SKU, MPN, GTIN and image: see Update.',
	scope: 'products:modify',
	optionalScopes: ['inventory:read'],
	fields,
	simplify: simplifyVariant,
	prepare: ({ params }) => ({
		ref: refOf(params),
		body: someChange(manyBody(params.updateFields)),
	}),
	many: async ({ records, run: { client, once } }) =>
		await updateNamedVariants(
			client,
			records,
			once('variants by SKU', () => skuFinder(client)),
		),
});
