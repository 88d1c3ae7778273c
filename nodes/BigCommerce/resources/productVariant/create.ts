import type { Client } from '../../api/client';
import { defineFields, defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { outputFields } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { idOf } from '../../operation/values';
import { productLocator } from '../../forms/locators/product';
import type { ProductVariant } from '../../store/catalog/products';
import { createRecord } from '../../store/records';
import { oneBody } from './variantBody';
import { oneFields } from './variantFields';
import { optionValues } from '../../store/catalog/variantChoices';
import { variants, findVariantBySku, simplifyVariant } from '../../store/catalog/productVariants';
import { toSku, skuField } from '../../forms/skuField';
import { optionValuesCheck } from '../../forms/variantFields';

const fields = defineFields([
	...productLocator,
	{ ...skuField[0], required: true },
	{
		displayName: 'Option Values',
		name: 'optionValues',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Option Value',
		default: {},
		options: [
			{
				displayName: 'Option Value',
				name: 'choice',
				values: [
					{
						displayName: 'Option',
						name: 'option',
						type: 'string',
						default: '',
						placeholder: 'e.g. Color',
						description: 'Name of an option that the product has, or its ID',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. Moss',
						description: 'A value that the option has, or its ID',
					},
				],
			},
		],
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [...oneFields],
	},
	...outputFields,
]);

type Params = ParamsOf<typeof fields>;

/** JSON may name the choices by their ids. */
const WITH_CHOICES = { option_values: optionValuesCheck };

async function createVariant(client: Client, params: Params): Promise<ProductVariant> {
	const product = idOf(params.product, 'Product');
	const sku = toSku(params.sku);
	const given = oneBody(params.additionalFields, WITH_CHOICES);
	const choices = params.optionValues.choice ?? [];
	if (choices.length === 0 && given.option_values === undefined) {
		throw new InputError(
			"'Option Values' is empty",
			"Say which values of the product's options make the variant, such as Color: Moss.",
		);
	}
	const body = {
		sku,
		...(choices.length > 0 && { option_values: await optionValues(client, product, choices) }),
		...given,
	};
	return await createRecord<ProductVariant>(
		client,
		variants(product),
		body,
		async () => await findVariantBySku(client, sku, { 'product_id:in': [product] }),
	);
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create product variant',
	description: "Add a variant for values that the product's options have",
	scope: 'products:modify',
	fields,
	simplify: simplifyVariant,
	writes: ({ product, sku }) => [product.value, sku],
	each: async ({ params, run: { client } }) => await createVariant(client, params),
});
