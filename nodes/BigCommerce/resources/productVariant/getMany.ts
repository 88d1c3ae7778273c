import type { Query } from '../../api/client';
import { pagesOfEach } from '../../api/pagesOfEach';
import { defineFields, defineOperation } from '../../operation/define';
import { limitOf, returnAllOrLimit, shownWhen, outputFields } from '../../operation/fields';
import type { ParamsOf } from '../../operation/params';
import { compact } from '../../api/values';
import { idOf } from '../../operation/values';
import { idsIn, queriesFor } from '../../forms/listFilters';
import { productLocator } from '../../forms/locators/product';
import { optionsField, shownQuery } from '../../forms/returnedFields';
import { allVariants, simplifyVariant, variants } from '../../store/catalog/productVariants';
import type { ProductVariant } from '../../store/catalog/products';

const variantFilters = defineFields([
	{
		displayName: 'Product IDs',
		name: 'productIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 77, 80, 112',
		description:
			'Only variants of these products, separated by commas. A list from an expression is welcome, however long.',
	},
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '',
		placeholder: 'e.g. RR-1001-M',
		description: 'Only the variant with exactly this SKU',
	},
	{
		displayName: 'UPC/EAN',
		name: 'upc',
		type: 'string',
		default: '',
		placeholder: 'e.g. 012345678905',
		description: 'Only variants with exactly this bar code',
	},
	{
		displayName: 'Variant ID',
		name: 'id',
		type: 'string',
		as: 'id',
		default: '',
		placeholder: 'e.g. 345',
		description: 'Only the variant with this ID, whatever its product',
	},
]);

const fields = defineFields([
	{
		displayName: 'Variants Of',
		name: 'from',
		type: 'options',
		options: [
			{ name: 'All Products', value: 'all' },
			{ name: 'One Product', value: 'product' },
		],
		default: 'product',
		description:
			'Whose variants to return. A product without options has one variant, which is the product itself.',
	},
	...shownWhen({ from: ['product'] }, productLocator),
	...returnAllOrLimit,
	...shownWhen({ from: ['all'] }, [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [...variantFilters],
		},
	]),
	...optionsField,
	...outputFields,
]);

type Params = ParamsOf<typeof fields>;

function queriesOf({ from, filters, options }: Params): Query[] {
	const shown = shownQuery({ options });
	if (from === 'product') return [shown];
	const query = compact({
		...shown,
		id: filters.id,
		sku: filters.sku,
		upc: filters.upc,
	});
	return queriesFor(query, { 'product_id:in': idsIn(filters.productIds, 'Product IDs') });
}

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many product variants',
	description: 'Retrieve the variants of one product, or of the whole catalog',
	scope: 'products:read',
	fields,
	simplify: simplifyVariant,
	each: ({ params, run: { client } }) => {
		const collection =
			params.from === 'product' ? variants(idOf(params.product, 'Product')) : allVariants;
		return pagesOfEach<ProductVariant>(client, collection, queriesOf(params), limitOf(params));
	},
});
