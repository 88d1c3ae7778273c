import { chosen } from '../../operation/apiBody';
import { defineFields, defineOperation } from '../../operation/define';
import { InputError } from '../../api/inputError';
import { outputFields } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { sameSku } from '../../store/sku';
import { productBody } from '../../forms/product/productBody';
import { changedMost, changeFields } from '../../forms/product';
import { nameField } from '../../forms/product/basics';
import { simplifyProduct } from '../../store/catalog/simplifyProduct';
import { productUpserter, type WantedProduct } from '../../store/catalog/upsertProducts';
import { toSku, skuField } from '../../forms/skuField';

const fields = defineFields([
	{
		displayName: 'Find Product By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'Name', value: 'name', description: 'The whole name of the product' },
			{
				name: 'SKU',
				value: 'sku',
				description: "The product's own SKU; many are looked up in one request",
			},
		],
		default: 'sku',
		hint: 'A product that is not found is created, which takes a name and a price',
		description:
			"What the product is found by. Add 'Name' and 'Price' for one that may have to be created; 'action' in the output tells what was done.",
	},
	{ ...skuField[0], required: true, displayOptions: { show: { findBy: ['sku'] } } },
	{ ...nameField[0], required: true, displayOptions: { show: { findBy: ['name'] } } },
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		listedFirst: changedMost,
		options: [...changeFields],
	},
	...outputFields,
]);

function wantedOf({ findBy, sku, name, additionalFields }: ParamsOf<typeof fields>): WantedProduct {
	const by = chosen(findBy, fields[0]) as typeof findBy;
	const value = toSku(by === 'sku' ? sku : name, by === 'sku' ? 'SKU' : 'Name');
	const { [by]: again, ...body } = productBody(additionalFields);
	if (again === undefined || sameSku(again, value)) return { by, value, body };
	throw new InputError(
		`The product is found by "${value}", and 'Additional Fields' have another ${by === 'sku' ? 'SKU' : 'name'} for it`,
		"Remove that field, or use 'Update' to change what the product is found by.",
	);
}

export const upsert = defineOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update product',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	scope: 'products:modify',
	fields,
	simplify: simplifyProduct,
	prepare: ({ params }) => wantedOf(params),
	many: async ({ records: wishes, run: { client, once } }) => {
		const upsertAll = once('product upserter', () => productUpserter(client));
		return await upsertAll(wishes);
	},
});
