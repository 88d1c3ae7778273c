import type { Outcome } from '../../api/batch';
import { sendFound } from '../../api/sendFound';
import { defineFields, defineOperation } from '../../operation/define';
import { simplifyField } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { someChange, toId } from '../../operation/values';
import { jsonField } from '../../forms/jsonField';
import { updateVariants } from '../../store/catalog/updateVariants';
import { manyBody } from './variantBody';
import { skuFinder } from '../../store/catalog/variantsBySku';
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

type Ref = { id: number; sku?: undefined } | { id?: undefined; sku: string };

const refOf = ({ findBy, sku, variantId }: ParamsOf<typeof fields>): Ref =>
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
	many: async ({ records: changes, run: { client, once } }) => {
		const findSkus = once('variants by SKU', () => skuFinder(client));
		const idOfSku = await findSkus(changes.flatMap(({ ref }) => ref.sku ?? []));
		const ids = changes.map(({ ref }): Outcome<number> =>
			ref.sku === undefined ? { result: ref.id } : idOfSku(ref.sku),
		);
		return await sendFound(
			changes,
			ids,
			async (pairs) =>
				await updateVariants(
					client,
					pairs.map(({ record: { body }, found: id }) => ({ id, body })),
				),
		);
	},
});
