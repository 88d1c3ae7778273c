import { defineFields } from '../../operation/define';
import { numberFields, shippingFields, stockFields } from '../sellableFields';
import { skuField } from '../skuField';
import {
	availabilityField,
	basicFields,
	brandNameField,
	categoriesField,
	nameField,
	priceField,
	typeField,
	visibleField,
	weightField,
} from './basics';
import { jsonField } from '../jsonField';
import { partFields } from './parts';
import { pricingFields } from './pricing';
import { purchaseFields } from './purchase';
import { seoFields } from './seo';
import { giftWrappingFields } from './shipping';
import { trackingField } from './stock';
import { storefrontFields } from './storefront';

/** What is changed most of a product or a variant, which long lists of fields begin with. */
export const changedMost = [
	'name',
	'price',
	'salePrice',
	'inventoryLevel',
	'isVisible',
	'availability',
	'sku',
	'categories',
	'brandName',
	'description',
];

/** What is less often said of a product than its name and price. */
export const furtherFields = defineFields([
	...basicFields,
	...pricingFields,
	...numberFields,
	...stockFields,
	...trackingField,
	...shippingFields,
	...giftWrappingFields,
	...purchaseFields,
	...storefrontFields,
	...seoFields,
]);

/** What stands below name and price. */
const commonFields = defineFields([
	...typeField,
	...weightField,
	...skuField,
	...categoriesField,
	...brandNameField,
	...visibleField,
	...availabilityField,
]);

/** The top of the form of a new product. */
export const newProductFields = defineFields([
	{
		...nameField[0],
		required: true,
		emptyAdvice: 'Fill it in: a new product needs a name and a price.',
	},
	{ ...priceField[0], required: true },
	...commonFields,
]);

/** All that can be changed of a product, each field where it was added only. */
export const changeFields = defineFields([
	...nameField,
	...priceField,
	...commonFields,
	...furtherFields,
	...jsonField,
]);

export const extraFields = defineFields([...furtherFields, ...partFields, ...jsonField]);
